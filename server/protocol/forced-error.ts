/** Errors on demand, for whoever writes a client: `Force-Error: OBP-30001`, and `Response-Code` for another status. */
import type { IncomingHttpHeaders } from 'node:http'
import { ForceErrorInvalid, Refusal } from './errors.ts'
import type { Operation } from './operation.ts'
import { possibleErrors } from './possible-errors.ts'

/**
 * @throws Refusal the error that the call asks for; OBP-40035 where the operation has no such error, or the status is none
 * of an error
 */
export function throwForcedError(operation: Operation, headers: IncomingHttpHeaders): void {
  const { 'force-error': code, 'response-code': status } = headers
  if (code === undefined) return
  const errors = possibleErrors(operation)
  const entry = errors.find((each) => each.code === code)
  if (!entry) {
    const codes = errors.flatMap((each) => each.code ?? []).join(', ')
    throw new Refusal(ForceErrorInvalid, {
      en: ` Force-Error must be one of ${codes}.`,
      es: ` Force-Error debe ser uno de ${codes}.`,
    })
  }
  if (status !== undefined && !/^[45]\d\d$/.test(String(status)))
    throw new Refusal(ForceErrorInvalid, {
      en: ' Response-Code must be a status from 400 to 599.',
      es: ' Response-Code debe ser un estado de 400 a 599.',
    })
  throw new Refusal(status === undefined ? entry : { ...entry, status: Number(status) })
}
