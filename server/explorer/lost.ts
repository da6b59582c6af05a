/** People whose browser asks for an address that is not there: they get a page, programs the envelope. */
import type { FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'
import { NotFound, type Refusal, UriTooLong } from '../protocol/errors.ts'
import type { View } from './page-data.ts'

const views = new Map<Refusal['entry'], View>([
  [NotFound, { kind: 'not-found' }],
  [UriTooLong, { kind: 'too-long' }],
])

/** The page in place of a refusal; null for a program, and for whatever is asked of the API. */
export function viewForLost({ entry }: Refusal, request: FastifyRequest): View | null {
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  if (!isRead || /^\/+obp(\/|$)/.test(request.url) || !asksForPage(request)) return null
  return views.get(entry) ?? null
}

/** True for a browser, and for the script of a page of ours; whoever takes anything gets JSON. */
function asksForPage({ headers, query }: FastifyRequest): boolean {
  if ((query as Record<string, unknown>).as === 'data') return true
  return new Negotiator({ headers }).mediaType(['application/json', 'text/html']) === 'text/html'
}
