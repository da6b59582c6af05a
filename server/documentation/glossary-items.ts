/** The glossary as it is published, its texts in Markdown and in HTML. */
import { inLocale, type Locale } from '../protocol/languages.ts'
import { glossaryEntries } from './glossary.ts'
import { toHtml } from './markdown.ts'

export interface GlossaryItem {
  title: string
  description: { markdown: string; html: string }
}

const made: Partial<Record<Locale, GlossaryItem[]>> = {}

/** By title; made once for each language. */
export function glossaryItems(locale: Locale): GlossaryItem[] {
  made[locale] ??= glossaryEntries().map((entry) => {
    const markdown = inLocale(entry, locale)
    return { title: entry.title, description: { markdown, html: toHtml(markdown) } }
  })
  return made[locale]
}
