/** A typed client of a Fichero: `connect` is where it begins. */
import type { Credentials } from './credentials.ts'
import { NotJson, ObpError, Unreachable } from './errors.ts'
import type { AnyShape, Arguments, Input, Operation, QueryValue, Shape } from './operation.ts'

export { Bearer, type Credentials, DirectLogin } from './credentials.ts'
export { NotJson, ObpError, type OtherCode, refusalOf, Unreachable } from './errors.ts'
export type {
  AnswerOf,
  AnyShape,
  BodyOf,
  CodeOf,
  CommonQuery,
  Extras,
  Input,
  Operation,
  QueryOf,
  Shape,
  Verb,
} from './operation.ts'

export interface Options {
  /** of the server, without a slash at its end; '' in a browser is the server that the page comes from */
  url: string
  /** asked before every call, so that a token can be renewed; undefined for a call without a login */
  credentials?: (() => Credentials | undefined | Promise<Credentials | undefined>) | undefined
  /** language of refusals and documentation: `en_GB`, `es_ES` */
  locale?: string | undefined
  /** in place of the global one */
  fetch?: typeof globalThis.fetch | undefined
}

/** What came back, be it a success or a refusal. */
export type Answer<Json> = Received & ({ readonly ok: true; readonly json: Json } | Refused)
interface Refused {
  readonly ok: false
  /** undefined where the body is no JSON */
  readonly json: unknown
}
interface Received {
  readonly status: number
  readonly headers: Headers
  /** the body as it came */
  readonly text: string
  readonly correlationId: string | null
  /** milliseconds until the whole body was there */
  readonly duration: number
  /** of the body, in bytes */
  readonly size: number
}

export interface Login {
  username: string
  password: string
  consumerKey: string
  signal?: AbortSignal | undefined
}

export interface Fichero {
  /**
   * Calls an operation and gives its answer.
   * @throws ObpError where the server refuses, NotJson where the answer is not one of the API, Unreachable where none
   * comes, the signal's reason where the call is given up, TypeError where a path value is missing or cannot be in a path
   */
  call<Of extends Shape = AnyShape>(operation: Operation<Of>, ...input: Arguments<Of>): Promise<Of['answer']>
  /**
   * Calls an operation and gives all of the answer, also where it is a refusal or no JSON.
   * @throws Unreachable, the signal's reason, TypeError, as `call`
   */
  send<Of extends Shape = AnyShape>(
    operation: Operation<Of>,
    ...input: Arguments<Of>
  ): Promise<Answer<Of['answer'] | undefined>>
  /**
   * Logs in with DirectLogin and gives the token, for `DirectLogin(token)`; the client does not keep it.
   * @throws ObpError OBP-20004 where name or password are wrong, OBP-20013 where the user is locked; else as `call`
   */
  logIn(login: Login): Promise<string>
}

/**
 * A client of the server at a URL.
 * ```ts
 * const fichero = connect({ url: 'http://127.0.0.1:8080', credentials: () => DirectLogin(token) })
 * const { crm_events } = await fichero.call(getCrmEvents, { path: { BANK_ID: 'gh.29.uk' }, query: { limit: 2 } })
 * ```
 */
export function connect({ url, credentials = () => undefined, locale, fetch = globalThis.fetch }: Options): Fichero {
  const root = url.replace(/\/$/, '')

  async function ask(operation: Operation, input: Input<AnyShape>, own: typeof credentials): Promise<Answer<unknown>> {
    const { path = {}, query = {}, headers = {}, body, text, signal } = input
    const target = root + pathOf(operation, path) + queryOf({ locale, ...query })
    const sent = text ?? (body === undefined ? undefined : JSON.stringify(body))
    const type = sent === undefined ? undefined : 'application/json'
    const request = {
      method: operation.verb,
      headers: headersOf({ 'Content-Type': type, ...(await own()) }, headers),
      ...(sent !== undefined && { body: sent }),
      ...(signal && { signal }),
    }
    const begun = performance.now()
    try {
      // cookies are no credentials here, and a redirect could take those that are to another server
      const response = await fetch(target, { ...request, cache: 'no-store', credentials: 'omit', redirect: 'error' })
      const bytes = await response.arrayBuffer()
      return answerOf(response, bytes, performance.now() - begun)
    } catch (cause) {
      signal?.throwIfAborted()
      throw new Unreachable(`No answer from ${root || 'the server of this page'}.`, { cause })
    }
  }

  return {
    send: (operation, ...[input = {}]) => ask(operation as Operation, input as Input<AnyShape>, credentials),
    call: async (operation, ...[input = {}]) =>
      successOf(await ask(operation as Operation, input as Input<AnyShape>, credentials), operation.answers),
    async logIn({ username, password, consumerKey, signal }) {
      const parameters = Object.entries({ username, password, consumer_key: consumerKey })
      const header = parameters.map(([name, value]) => `${name}="${carried(value)}"`).join(',')
      const operation = { verb: 'POST', path: '/my/logins/direct' } as const
      const answer = await ask(operation, { signal }, () => ({ DirectLogin: header }))
      const given = successOf(answer) as { token?: unknown } | null
      if (typeof given?.token !== 'string') throw new NotJson(answer.status, answer.text, answer.correlationId)
      return given.token
    },
  }
}

const placeholder = /(?<=\/)[A-Z][A-Z_]*(?=\/|$)/g

function pathOf(operation: Operation, values: Readonly<Record<string, string | undefined>>): string {
  return operation.path.replace(placeholder, (name) => {
    const value = values[name]
    if (value === undefined || value === '') throw new TypeError(`${name} is missing in the path.`)
    // a URL drops these, encoded too, and would name another operation (WHATWG URL 4.1)
    if (value === '.' || value === '..') throw new TypeError(`${name} cannot be ${value}`)
    return encodeURIComponent(value)
  })
}

function queryOf(query: Readonly<Record<string, QueryValue>>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => [name, String(each)]),
  )
  const text = new URLSearchParams(given).toString()
  return text && `?${text}`
}

/** The headers, of which later ones replace earlier ones whatever their letter case. */
function headersOf(...parts: Readonly<Record<string, string | undefined>>[]): Headers {
  const headers = new Headers()
  for (const [name, value] of parts.flatMap((part) => Object.entries(part)))
    if (value !== undefined) headers.set(name, value)
  return headers
}

/** The value with what no header can carry replaced: the server then refuses it in its own words, as it does all such. */
const carried = (value: string) => value.replace(/[^\x20-\xff]/gu, '\xbf')

function answerOf({ ok, status, headers }: Response, bytes: ArrayBuffer, duration: number): Answer<unknown> {
  const text = new TextDecoder().decode(bytes)
  const correlationId = headers.get('Correlation-Id')
  return { ok, status, headers, text, json: parsed(text), correlationId, duration, size: bytes.byteLength }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function successOf(answer: Answer<unknown>, type?: string): unknown {
  const { ok, status, headers, text, json, correlationId } = answer
  if (ok && type && headers.get('Content-Type')?.startsWith(type)) return text
  if (ok && (status === 204 || json !== undefined)) return json
  if (!ok && isEnvelope(json)) throw new ObpError(status, json.message, correlationId)
  throw new NotJson(status, text, correlationId)
}

const isEnvelope = (json: unknown): json is { message: string } =>
  typeof json === 'object' && json !== null && 'message' in json && typeof json.message === 'string'
