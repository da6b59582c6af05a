/** `?status=` of the lists of entitlement requests. */
import type { RequestStatus } from '../../authorisation/entitlement-requests.ts'
import { defaultingTo, oneOf, type QueryValues, wrongFilterValue } from '../../protocol/query.ts'

const statuses = ['open', 'granted', 'refused', 'all'] as const

export const statusParameter = {
  status: defaultingTo(
    'open',
    oneOf(
      statuses,
      () => {
        throw wrongFilterValue({
          en: `status must be one of ${statuses.join(', ')}.`,
          es: `status debe ser uno de ${statuses.join(', ')}.`,
        })
      },
      {
        en: 'Requests with this status; all for every one of them.',
        es: 'Las solicitudes en este estado; all para todas.',
      },
      'all',
    ),
  ),
}

/**
 * The status asked for; null for all of them. Without one only open requests are told, because programs written for OBP
 * take every request they see for one that waits.
 */
export const statusOf = ({ status = 'open' }: QueryValues<typeof statusParameter>): RequestStatus | null =>
  status === 'all' ? null : status
