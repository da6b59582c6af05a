/** The languages that Fichero speaks, and which one a call asks for. */
import Negotiator from 'negotiator'

export const locales = ['en_GB', 'es_ES'] as const
export type Locale = (typeof locales)[number]

/** A text in every language. */
export interface Localised {
  readonly en: string
  readonly es: string
}

/** The text in the language of a locale. */
export const inLocale = (text: Localised, locale: Locale): string => (locale === 'es_ES' ? text.es : text.en)

/** The locale that a query parameter names, whatever its letter case; undefined where it names none of ours. */
export const localeNamed = (name: unknown): Locale | undefined =>
  locales.find((locale) => typeof name === 'string' && locale.toLowerCase() === name.toLowerCase())

const tags: Record<string, Locale> = { en: 'en_GB', es: 'es_ES' }

/** The locale that `Accept-Language` likes best of ours (RFC 9110 12.5.4), else the fallback. */
export function localeAccepted(header: string | undefined, fallback: Locale): Locale {
  if (!header) return fallback
  // of equals, and where any will do, the first one is taken
  const offered = Object.keys(tags).sort((a, b) => Number(tags[b] === fallback) - Number(tags[a] === fallback))
  const tag = new Negotiator({ headers: { 'accept-language': header } }).language(offered)
  return (tag && tags[tag]) || fallback
}
