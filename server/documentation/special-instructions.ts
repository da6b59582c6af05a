/** What an installation says of single operations, besides the documentation that they come with. */
import type { Locale } from '../protocol/languages.ts'
import type { Operation } from '../protocol/operation.ts'
import type { InstructionFiles } from './instruction-files.ts'
import { toHtml } from './markdown.ts'

/** The names of files that are those of no operation. */
export function namesOfNothing(files: InstructionFiles, catalogue: readonly Operation[]): string[] {
  const known = new Set(catalogue.flatMap(({ id, name }) => [id, name]))
  return [...files.keys()].filter((name) => !known.has(name))
}

/** HTML; what has the id comes before what has the name, and the other language before nothing. '' where there is none. */
export function instructionsFor(
  { id, name }: Pick<Operation, 'id' | 'name'>,
  locale: Locale,
  files: InstructionFiles | undefined,
): string {
  const texts = files?.get(id) ?? files?.get(name)
  return toHtml(texts?.[locale] ?? texts?.en_GB ?? texts?.es_ES ?? '')
}
