/** The catalogue of errors as it is published. */
import { documentedErrors } from '../protocol/documented-errors.ts'
import { documentedText, type ErrorEntry } from '../protocol/errors.ts'
import { inLocale, type Locale } from '../protocol/languages.ts'
import type { Operation } from '../protocol/operation.ts'
import { adviceOf, errorCatalogue } from './error-advice.ts'

export interface ErrorMessage {
  /** null for the texts that OBP documents without a code */
  code: string | null
  status: number
  message: string
  cause: string
  fix: string
  /** the operations that document it */
  operation_ids: string[]
}

/** Every error that this server can answer, by code; those that OBP has no code for come last. */
export const errorMessages = (locale: Locale, operations: readonly Operation[]): ErrorMessage[] =>
  [...errorCatalogue.keys()].sort(byCode).map((entry) => {
    const { cause, fix } = adviceOf(entry)
    return {
      code: entry.code,
      status: entry.status,
      message: documentedText(entry, locale),
      cause: inLocale(cause, locale),
      fix: inLocale(fix, locale),
      operation_ids: operations.filter((each) => documentedErrors(each).includes(entry)).map(({ id }) => id),
    }
  })

const byCode = (a: ErrorEntry, b: ErrorEntry): number => {
  const [first, second] = [a, b].map(({ code, en }) => code ?? `OBP-~ ${en}`) as [string, string]
  return first < second ? -1 : first > second ? 1 : a.status - b.status
}
