/** `?status=` of the lists of entitlement requests. */
import type { RequestStatus } from '../../authorisation/entitlement-requests.ts'
import { defaultingTo, namedOneOf, type QueryValues } from '../../protocol/query.ts'

const statuses = ['open', 'granted', 'refused', 'all'] as const

export const statusParameter = {
  status: defaultingTo(
    'open',
    namedOneOf(
      'status',
      statuses,
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
