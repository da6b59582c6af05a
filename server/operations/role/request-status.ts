/** `?status=` of the lists of entitlement requests. */
import type { RequestStatus } from '../../authorisation/entitlement-requests.ts'
import { InvalidFilter, Refusal } from '../../protocol/errors.ts'

const statuses: readonly RequestStatus[] = ['open', 'granted', 'refused']

/**
 * The status asked for; null for all of them. Without one only open requests are told, because programs written for OBP
 * take every request they see for one that waits.
 * @throws Refusal OBP-10016
 */
export function statusOf(query: Readonly<Record<string, string>>): RequestStatus | null {
  const asked = query.status || 'open'
  if (asked === 'all') return null
  const status = statuses.find((known) => known === asked)
  if (!status)
    throw new Refusal(InvalidFilter, {
      en: ` status must be one of ${statuses.join(', ')}, all.`,
      es: ` status debe ser uno de ${statuses.join(', ')}, all.`,
    })
  return status
}
