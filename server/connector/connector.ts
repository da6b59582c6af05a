/** A connector: an implementation of the contract, and how an operation is given the methods that it declares. */
import type { Origin } from '../observation/audit.ts'
import { DatabaseUnavailable, Refusal } from '../protocol/errors.ts'
import { isDatabaseUnavailable } from '../storage/pool.ts'
import { type Arguments, contract, type MethodName, type Result } from './contract.ts'

export type Connector = {
  readonly [M in MethodName]: (origin: Origin, args: Arguments<M>) => Promise<Result<M>>
}

/** The methods that an operation declares, for one call. */
export type Bound<Uses extends MethodName> = {
  readonly [M in Uses]: (args: Arguments<M>) => Promise<Result<M>>
}

type LogFailure = (error: unknown, method: MethodName, origin: Origin) => void

/**
 * Calls one method. Where it fails the caller gets the error of its contract, and the log what was behind it; a database that is
 * away is OBP-50019.
 */
export const invocation =
  <M extends MethodName>(connector: Connector, method: M, logFailure: LogFailure) =>
  async (origin: Origin, args: Arguments<M>): Promise<Result<M>> => {
    try {
      return await connector[method](origin, args)
    } catch (error) {
      throw failureOf(error, method, origin, logFailure)
    }
  }

/** Gives, for each call, just the methods in `uses`, each as {@link invocation} says. */
export function bind<Uses extends MethodName>(connector: Connector, uses: readonly Uses[], logFailure: LogFailure) {
  const invocations = uses.map((method) => [method, invocation(connector, method, logFailure)] as const)
  return (origin: Origin): Bound<Uses> => {
    const bound: Partial<Record<MethodName, unknown>> = {}
    for (const [method, invoke] of invocations) bound[method] = (args: never) => invoke(origin, args)
    return bound as Bound<Uses>
  }
}

function failureOf(error: unknown, method: MethodName, origin: Origin, logFailure: LogFailure): Refusal {
  if (error instanceof Refusal) return error
  if (isDatabaseUnavailable(error)) return new Refusal(DatabaseUnavailable, '', { 'Retry-After': '1' })
  logFailure(error, method, origin)
  return new Refusal(contract[method].failure)
}
