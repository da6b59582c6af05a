/** Which of our languages a client would rather have. It stands apart from them, for the Explorer has no use for it. */
import Negotiator from 'negotiator'
import type { Locale } from './languages.ts'

const spoken: Record<string, Locale> = { en: 'en_GB', es: 'es_ES' }

/** The locale of the first language in `Accept-Language` that we speak, by its weights (RFC 9110 12.5.4); else the fallback. */
export function localeAccepted(header: string | undefined, fallback: Locale): Locale {
  for (const tag of new Negotiator({ headers: { 'accept-language': header ?? '*' } }).languages()) {
    const locale = tag === '*' ? fallback : spoken[tag.split('-', 1)[0]!.toLowerCase()]
    if (locale) return locale
  }
  return fallback
}
