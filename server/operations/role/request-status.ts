/** `?status=` of the lists of entitlement requests. */
import type { RequestStatus } from '../../authorisation/entitlement-requests.ts'
import { InvalidFilter, Refusal } from '../../protocol/errors.ts'
import { defaultingTo, oneOf, type QueryValues } from '../../protocol/query.ts'

const statuses = ['open', 'granted', 'refused', 'all'] as const

export const statusParameter = {
  status: defaultingTo(
    'open',
    oneOf(
      statuses,
      () => {
        throw new Refusal(InvalidFilter, {
          en: ` status must be one of ${statuses.join(', ')}.`,
          es: ` status debe ser uno de ${statuses.join(', ')}.`,
        })
      },
      {
        en: 'What has become of the requests.',
        es: 'Qué ha sido de las solicitudes.',
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
