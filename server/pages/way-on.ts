/** Where a page leads on to when all is done on it: the place of this server that the link to it named, and the Explorer. */
import type { FastifyRequest } from 'fastify'
import { inLocale, type Locale, type Localised } from '../protocol/languages.ts'
import { type Html, html } from './page.ts'

const texts = {
  goOn: { en: 'Continue', es: 'Continuar' },
  goBack: {
    en: 'Go back to the application that you came from.',
    es: 'Vuelva a la aplicación de la que venía.',
  },
  explorer: { en: 'To the API Explorer', es: 'Ir al Explorador de API' },
} satisfies Record<string, Localised>

/** `?return_to=`; null where it names none, or one of another server. */
export function placeIn({ query }: Pick<FastifyRequest, 'query'>): string | null {
  const text = (query as Record<string, unknown>).return_to
  const here = 'http://this.invalid'
  if (typeof text !== 'string' || !text.startsWith('/') || !URL.canParse(text, here)) return null
  // browsers read `/\` and a tab between two slashes as the beginning of another server, and fold `/..//` into it
  const { origin, href } = new URL(text, here)
  const place = href.slice(here.length)
  return origin === here && !place.startsWith('//') ? place : null
}

/** The query of a page that keeps its language and the place. */
export const queryWith = (locale: Locale, place: string | null): string =>
  `?${new URLSearchParams({ locale, ...(place !== null && { return_to: place }) })}`

export function wayOn(locale: Locale, place: string | null, hasExplorer: boolean): Html {
  if (place !== null) return html`<p><a href="${place}">${inLocale(texts.goOn, locale)}</a></p>`
  const explorer = html`<p><a href="/?locale=${locale}">${inLocale(texts.explorer, locale)}</a></p>`
  return html`<p>${inLocale(texts.goBack, locale)}</p>${hasExplorer ? explorer : ''}`
}
