/** An entry of the glossary. */
import type { Localised } from '../../protocol/languages.ts'

export interface GlossaryEntry extends Localised {
  /** the same in every language, for documentation links to it; the texts are Markdown */
  readonly title: string
}
