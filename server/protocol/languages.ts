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

const spoken: Record<string, Locale> = { en: 'en_GB', es: 'es_ES' }

/** The locale of the first language in `Accept-Language` that we speak, by its weights (RFC 9110 12.5.4); else the fallback. */
export function localeAccepted(header: string | undefined, fallback: Locale): Locale {
  for (const tag of new Negotiator({ headers: { 'accept-language': header ?? '*' } }).languages()) {
    const locale = tag === '*' ? fallback : spoken[tag.split('-', 1)[0]!.toLowerCase()]
    if (locale) return locale
  }
  return fallback
}
