/** The operation that a path names. */
import { OperationNotFound, Refusal } from './errors.ts'
import type { Operation } from './operation.ts'

/**
 * Gives OPERATION_ID where there is such an operation.
 * @throws Refusal 404, naming the ids of operations with that function where the version is another
 */
export function operationOfPath(catalogue: readonly Operation[], operationId: string): string {
  if (catalogue.some(({ id }) => id === operationId)) return operationId
  const name = /^OBPv[\d.]+-(\w+)$/.exec(operationId)?.[1]
  const ofOtherVersions = catalogue.filter((operation) => operation.name === name).map(({ id }) => id)
  throw new Refusal(
    OperationNotFound,
    ofOtherVersions.length === 0
      ? ''
      : { en: ` Did you mean ${ofOtherVersions.join(' or ')}?`, es: ` ¿Quiso decir ${ofOtherVersions.join(' o ')}?` },
  )
}
