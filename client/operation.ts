/** What the client knows of an operation: where it is called, and, for the compiler alone, what goes in and comes out. */

export type Verb = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** The types of an operation. */
export interface Shape {
  /** names of the values in the path, such as `BANK_ID`; never where there are none */
  path: string
  /** parameters of the query besides `locale`; never where there are none */
  query: unknown
  /** never where the operation takes none */
  body: unknown
  /** of a success; undefined where that has no body */
  answer: unknown
  /** codes of its refusals */
  code: string
}

/** One value of a query, or several that are sent under the same name; undefined for none. */
export type QueryValue = string | number | boolean | readonly string[] | undefined

/** Of an operation that was not generated: nothing is known of it. */
export interface AnyShape extends Shape {
  query: Readonly<Record<string, QueryValue>>
  // biome-ignore lint/suspicious/noExplicitAny: nothing is known of it
  answer: any
}

declare const shape: unique symbol

/** Where an operation is called. */
export interface Operation<Of extends Shape = AnyShape> {
  readonly verb: Verb
  /** from the root of the server: `/obp/v1.4.0/banks/BANK_ID/customer`; parts in capitals stand for values */
  readonly path: string
  /** media type of a success that is no JSON: the answer is its text */
  readonly answers?: string
  /** never there when the program runs */
  readonly [shape]?: Of
}

/** What a call may have besides its path values, its query and its body. */
export interface Extras {
  headers?: Readonly<Record<string, string | undefined>> | undefined
  /** gives the call up; `AbortSignal.timeout(5_000)` does so after five seconds */
  signal?: AbortSignal | undefined
}

/** What every operation takes in its query. */
export interface CommonQuery {
  /** language of one call */
  readonly locale?: string | undefined
}

type Queried<Of extends Shape> = [Of['query']] extends [never] ? CommonQuery : Readonly<Of['query']> & CommonQuery

/** The parameters of the query; a value that is undefined is left out. */
interface QueryInput<Of extends Shape> {
  query?: Queried<Of> | undefined
}

/** The path values, each needed; whatever is wanted where the operation was not generated. */
type PathInput<Names extends string> = [Names] extends [never]
  ? { path?: Record<never, never> | undefined }
  : string extends Names
    ? { path?: Readonly<Record<string, string>> | undefined }
    : { path: Readonly<Record<Names, string>> }

/** The body; or `text`, which is sent as it is. */
type BodyInput<Of extends Shape> = [Of['body']] extends [never]
  ? { body?: undefined; text?: undefined }
  : string extends Of['path']
    ? { body?: unknown; text?: string | undefined }
    : { body: Of['body']; text?: undefined } | { body?: undefined; text: string }

/** What a call of an operation needs and may have. */
export type Input<Of extends Shape> = Extras & PathInput<Of['path']> & QueryInput<Of> & BodyInput<Of>

/** The input, which may be left out where nothing in it is needed. */
export type Arguments<Of extends Shape> =
  Record<never, never> extends Input<Of> ? [input?: Input<Of>] : [input: Input<Of>]

/** The body that an operation takes: `BodyOf<typeof addCustomer>`. */
export type BodyOf<Called> = Called extends Operation<infer Of> ? Of['body'] : never

/** The parameters that the query of an operation can have: `QueryOf<typeof getCrmEvents>`. */
export type QueryOf<Called> = Called extends Operation<infer Of> ? Queried<Of> : never

/** What an operation answers: `AnswerOf<typeof addCustomer>`. */
export type AnswerOf<Called> = Called extends Operation<infer Of> ? Of['answer'] : never

/** The codes of the refusals that an operation can answer: `CodeOf<typeof addCustomer>`. */
export type CodeOf<Called> = Called extends Operation<infer Of> ? Of['code'] : never
