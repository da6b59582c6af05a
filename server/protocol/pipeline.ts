/**
 * The way of every call, in the one order that all operations share:
 * route → authentication type allowed → who → how often → bank → roles → JSON schema rule → body → handler → connector → reply.
 */
import fastJsonStringify from 'fast-json-stringify'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { identify, type WayIn, wayOf } from '../authentication/way-in.ts'
import { assertRoles, type HeldRoles } from '../authorisation/requirement.ts'
import { bind, type Connector, invocation } from '../connector/connector.ts'
import type { Bank } from '../connector/contract.ts'
import type { Origin } from '../observation/audit.ts'
import { assertFits, assertWayAllowed } from '../validation/enforce.ts'
import { bodyReader } from './body.ts'
import { askedLocale, type Documents, localeOfDocument } from './documents.ts'
import {
  bankNotFound,
  DuplicateHeaders,
  DuplicateQueryParameters,
  NotFound,
  Refusal,
  UnsupportedMediaType,
  UserNotLoggedIn,
} from './errors.ts'
import { isWritten } from './fields.ts'
import { throwForcedError } from './forced-error.ts'
import { type Locale, localeNamed } from './languages.ts'
import type { Call, Operation } from './operation.ts'
import { type Page, pageHeaders, pageReader, pageSent } from './paging.ts'
import { type QueryParameters, readQuery } from './query.ts'
import { sendJson } from './reply.ts'
import { notFoundDetail } from './routing.ts'
import type { Services } from './services.ts'
import type { Prefix } from './versions.ts'

export interface PipelineParts {
  connector: Connector
  services: Services
  ways: readonly WayIn[]
  documents: Documents
  logFailure: (error: unknown, what: string, origin: Origin) => void
}

/** Makes the Fastify handler of an operation. */
export function serve(operation: Operation, { connector, services, ways, documents, logFailure }: PipelineParts) {
  const { path, login, roles, document, query: parameters = {} } = operation
  const hasBank = path.split('/').includes('BANK_ID')
  const bindAll = bind(connector, operation.uses, logFailure)
  const getBank = invocation(connector, 'getBank', logFailure)
  const readPage = operation.paging && pageReader(operation.paging)
  const readBody = operation.request && bodyReader(operation.request)
  const hasJson = operation.verb === 'POST' || operation.verb === 'PUT'
  // roles that come just in time are written
  const onlyReads = operation.verb === 'GET' && !services.settings.createJustInTimeEntitlements
  const write = serializer(operation)

  /** @throws Refusal OBP-10041 */
  const localeOf = ({ headers }: FastifyRequest, query: Readonly<Record<string, string>>): Locale =>
    document
      ? localeOfDocument(query, headers['accept-language'], services.settings.defaultLocale)
      : (localeNamed(query.locale) ?? 'en_GB')

  /** @throws Refusal OBP-10018 */
  async function countCall(
    { ip }: FastifyRequest,
    reply: FastifyReply,
    prefix: Prefix,
    consumerId: string | undefined,
    bankId: string,
  ) {
    const { addressLimits, callCounter, settings } = services
    if (operation.addressLimit) await addressLimits.count(operation.addressLimit, ip)
    if (consumerId === undefined) await addressLimits.count('anonymous call', ip)
    else if (settings.useConsumerLimits)
      reply.headers(await callCounter.count(consumerId, { prefix, name: operation.name, bankId }))
  }

  return async (request: FastifyRequest, reply: FastifyReply, prefix: Prefix) => {
    assertMediaType(request)
    assertSingleHeaders(request)
    const values = pathValues(request)
    const query = singleQuery(request)
    const bankId = hasBank ? values.BANK_ID! : ''

    const asked = { operationId: operation.id, correlationId: request.id }
    // asked for together, looked at one after the other
    const bankLookup = hasBank ? getBank({ ...asked, userId: null, consumerId: null }, { bankId }) : null
    bankLookup?.catch(() => {})

    const way = wayOf(ways, request)
    way?.begin?.(request)
    const identified = way?.onlyLooks ? identify(way, request) : null
    identified?.catch(() => {})
    const rules = way || hasJson ? await services.rules.inForce(operation.id) : null
    if (way) assertWayAllowed(rules!, way.type)

    const caller = await (identified ?? identify(way, request))
    if (caller?.answerHeaders) reply.headers(caller.answerHeaders)
    const mayForce = services.settings.allowForcedErrors && request.headers['force-error'] !== undefined
    if (!caller && login === 'required' && !mayForce) throw new Refusal(UserNotLoggedIn)
    const origin: Origin = {
      ...asked,
      userId: caller?.user.userId ?? null,
      consumerId: caller?.consumer.consumerId ?? null,
    }
    request.origin = origin

    const answering = async () => {
      if (!caller || operation.addressLimit || services.settings.useConsumerLimits)
        await countCall(request, reply, prefix, caller?.consumer.consumerId, bankId)

      if (services.settings.allowForcedErrors) throwForcedError(operation, request.headers)
      const bank = bankLookup ? existing(await bankLookup, bankId) : undefined
      if (bank) request.bankId = bank.bankId

      const heldAt = (place = bankId): Promise<HeldRoles> =>
        caller ? services.access.heldBy(caller, place) : Promise.resolve(nothingHeld)
      if (roles && !caller) assertRoles(roles, nothingHeld, bankId)
      if (roles && caller) await services.access.assertAllowed(caller, roles, bankId, origin)

      if (hasJson && rules?.jsonSchema) await assertFits(rules.jsonSchema, request.body as Buffer | undefined)
      const body = readBody?.(request.body as Buffer | undefined)

      // a wrong page is refused before a wrong filter
      const page = readPage?.(operation.paging?.readsHeaders ? { ...pageHeaders(request.headers), ...query } : query)

      const call: Call<string, unknown, 'optional', QueryParameters> = {
        path: values,
        page: page as Page,
        query: readQuery(parameters, query),
        body,
        bank: bank as undefined,
        user: caller?.user ?? null,
        consumer: caller?.consumer ?? null,
        tokenId: caller?.tokenId ?? null,
        authenticationType: way?.type ?? null,
        roles: heldAt,
        origin,
        locale: localeOf(request, query),
        errorLocale: (document && localeNamed(askedLocale(query))) ?? 'en_GB',
        prefix,
      }
      const answer = await operation.handle(call, bindAll(origin), services)
      if (page) reply.headers(pageSent(page))
      return answer
    }
    const send = (answer: unknown) => {
      const text = operation.status === 204 ? '' : write(answer)
      if (!document) return sendJson(request, reply, operation.status, text)
      // what a caller gets has headers of their own, such as the token of a gateway
      const { changesWith, fullerWhere } = document
      const differs = (changesWith && query[changesWith]) || (fullerWhere && services.settings[fullerWhere])
      const stays = !caller && login === 'optional' && !differs
      const about = { locale: localeOf(request, query), stays, ...(document.type && { type: document.type }) }
      return documents.send(request, reply, text, about)
    }

    if (!caller?.spent) return send(await answering())
    // what only reads goes on meanwhile; who sends credentials a second time gets nothing of it
    if (!onlyReads) await caller.spent
    const answer = answering()
    answer.catch(() => {})
    await caller.spent
    return send(await answer)
  }
}

const nothingHeld: HeldRoles = { atBank: new Set(), inSystem: new Set() }

/** The serialiser of the operation's answers, made at the first one; what the schema does not name is not sent. */
function serializer({ response }: Operation): (answer: unknown) => string {
  if (isWritten(response)) return (answer) => answer as string
  let write: ((answer: unknown) => string) | undefined
  return (answer) => {
    write ??= fastJsonStringify(response as never) as (answer: unknown) => string
    return write(answer)
  }
}

/** OBP takes bodies as JSON only. @throws Refusal OBP-10404 with 415 */
function assertMediaType(request: FastifyRequest) {
  if (request.method !== 'POST' && request.method !== 'PUT') return
  if (!/^(application|text)\/json\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
    throw new Refusal(UnsupportedMediaType, notFoundDetail(request))
}

// a proxy may send these again, and HTTP reads the lines as one list (RFC 9110 5.3)
const lists = new Set([
  'via',
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'accept',
  'accept-encoding',
  'accept-language',
  'cache-control',
  'cookie',
  'connection',
  'if-none-match',
  'pragma',
  'te',
  'trailer',
])

/** @throws Refusal OBP-09017 */
function assertSingleHeaders({ headers, raw: { rawHeaders } }: FastifyRequest) {
  // Node joins or drops the lines of one name: as many names as lines, and none came twice
  let names = 0
  for (const _ in headers) names++
  if (names * 2 === rawHeaders.length) return
  const seen = new Set<string>()
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]!.toLowerCase()
    if (seen.has(name) && !lists.has(name)) throw new Refusal(DuplicateHeaders)
    seen.add(name)
  }
}

/** @throws Refusal OBP-10404: no value has a NUL, which PostgreSQL cannot store */
function pathValues(request: FastifyRequest): Record<string, string> {
  const values = request.params as Record<string, string>
  for (const name in values) if (values[name]!.includes('\0')) throw new Refusal(NotFound, notFoundDetail(request))
  return values
}

/** @throws Refusal OBP-09016 */
function singleQuery(request: FastifyRequest): Record<string, string> {
  const query = request.query as Record<string, string | string[]>
  for (const name in query) {
    const value = query[name]!
    if (Array.isArray(value)) throw new Refusal(DuplicateQueryParameters)
    if (value.includes('\0')) throw new Refusal(NotFound, notFoundDetail(request))
  }
  return query as Record<string, string>
}

/** @throws Refusal OBP-30001 */
function existing(bank: Bank | null, bankId: string): Bank {
  if (!bank) throw bankNotFound(bankId)
  return bank
}
