/** What can come of a call instead of its answer. */
import type { AnyShape, Operation, Shape } from './operation.ts'

declare const undocumented: unique symbol
/**
 * A code that is not one of the operation's own, such as that of a wrong token. It is a text, which the compiler is not
 * told, for it would then take every misspelt code for one of these.
 */
export interface OtherCode {
  readonly [undocumented]: true
}

/** The server refused the call: OBP's envelope. */
export class ObpError<Code extends string | OtherCode = string> extends Error {
  override readonly name = 'ObpError'
  readonly status: number
  /** `OBP-30006`; null for the texts that OBP documents without a code */
  readonly code: Code | null
  /** by which the operator of the server finds the call in the log */
  readonly correlationId: string | null

  constructor(status: number, message: string, correlationId: string | null) {
    super(message)
    this.status = status
    this.code = (/^OBP-\d+/.exec(message)?.[0] ?? null) as Code | null
    this.correlationId = correlationId
  }
}

/**
 * No answer came: the network, the name, the certificate; or a redirect, which is not followed, for it could take the
 * credentials elsewhere. `cause` is what `fetch` threw.
 */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

/** An answer came that is not one of the API, for instance the page of a proxy. */
export class NotJson extends Error {
  override readonly name = 'NotJson'
  readonly status: number
  readonly text: string
  readonly correlationId: string | null

  constructor(status: number, text: string, correlationId: string | null) {
    super(`The answer, of status ${status}, is not one of the API.`)
    this.status = status
    this.text = text
    this.correlationId = correlationId
  }
}

/**
 * The refusal of an operation with its codes, so that a misspelt one does not compile; null where the error is
 * something else.
 * ```ts
 * try {
 *   await fichero.call(addCustomer, input)
 * } catch (error) {
 *   if (refusalOf(addCustomer, error)?.code !== 'OBP-30006') throw error
 *   console.log('The number is taken.')
 * }
 * ```
 */
export function refusalOf<Of extends Shape = AnyShape>(
  _operation: Operation<Of>,
  error: unknown,
): ObpError<Of['code'] | OtherCode> | null {
  return error instanceof ObpError ? (error as unknown as ObpError<Of['code'] | OtherCode>) : null
}
