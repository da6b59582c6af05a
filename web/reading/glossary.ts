/** The glossary's entries by the anchors that links lead to. */
import { getApiGlossary } from '../../client/operations/v6.0.0.ts'
import type { GlossaryItem } from '../../server/documentation/glossary-items.ts'
import type { GlossaryTerm } from '../../server/explorer/page-data.ts'
import type { Locale } from '../../server/protocol/languages.ts'
import type { Session } from '../session/session.svelte.ts'

/** An entry of the API's glossary as the pages show it. */
export const termOf = ({ title, description: { html } }: GlossaryItem): GlossaryTerm => ({ title, html })

/** The anchor of an entry on the glossary's page. */
export const anchorOf = (title: string): string => title.replaceAll(' ', '-')

/** Gives the entry of an anchor; the glossary is fetched at the first question, once for each language. */
export function openGlossary(session: Session): (anchor: string, locale: Locale) => Promise<GlossaryTerm | undefined> {
  const opened = new Map<Locale, Promise<Map<string, GlossaryTerm>>>()
  const open = async (locale: Locale) => {
    const { glossary_items } = await session.api.call(getApiGlossary, { query: { locale } })
    return new Map(glossary_items.map((item) => [anchorOf(item.title), termOf(item)]))
  }
  return async (anchor, locale) => {
    const entries = opened.get(locale) ?? open(locale)
    opened.set(locale, entries)
    // a failure is not kept
    entries.catch(() => opened.delete(locale))
    return (await entries).get(anchor)
  }
}
