/** The languages that Fichero speaks. */

export const locales = ['en_GB', 'es_ES'] as const
export type Locale = (typeof locales)[number]

/** A text in every language. */
export interface Localised {
  readonly en: string
  readonly es: string
}

/** What a document is written in. Programs compare errors: they are English unless the query asks for something else. */
export interface DocumentLanguage {
  readonly locale: Locale
  readonly errors: Locale
}

/** The text in the language of a locale. */
export const inLocale = (text: Localised, locale: Locale): string => (locale === 'es_ES' ? text.es : text.en)

/** The locale that a query parameter names, whatever its letter case; undefined where it names none of ours. */
export const localeNamed = (name: unknown): Locale | undefined =>
  locales.find((locale) => typeof name === 'string' && locale.toLowerCase() === name.toLowerCase())
