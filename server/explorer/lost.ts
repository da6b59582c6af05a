/** People whose browser asks for an address that is not there: they get a page, programs the envelope. */
import type { FastifyRequest } from 'fastify'
import { isForPerson } from '../pages/trouble.ts'
import { NotFound, type Refusal, UriTooLong } from '../protocol/errors.ts'
import type { View } from './page-data.ts'

const views = new Map<Refusal['entry'], View>([
  [NotFound, { kind: 'not-found' }],
  [UriTooLong, { kind: 'too-long' }],
])

/** The page in place of a refusal; null for a program, and for whatever is asked of the API. */
export function viewForLost({ entry }: Refusal, request: FastifyRequest): View | null {
  // the script of a page of ours takes what it gets
  const isOurs = (request.query as Record<string, unknown>).as === 'data' && !/^\/+obp(\/|$)/.test(request.url)
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  return (isOurs && isRead) || isForPerson(request) ? (views.get(entry) ?? null) : null
}
