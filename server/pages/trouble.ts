/** What a person at a browser sees in place of a page that cannot be shown now. */
import type { FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'
import type { Refusal } from '../protocol/errors.ts'
import { inLocale, type Locale, type Localised } from '../protocol/languages.ts'
import { html, localeOf, type Page, type PageBrand, pageOf } from './page.ts'

interface Trouble {
  title: Localised
  text: Localised
}

const troubles: Readonly<Record<number, Trouble>> = {
  429: {
    title: { en: 'Too many pages at once', es: 'Demasiadas páginas seguidas' },
    text: {
      en: 'More was asked for from your address than this server gives in a while. Nothing is lost.',
      es: 'Desde su dirección se ha pedido más de lo que este servidor da en un periodo. No se ha perdido nada.',
    },
  },
  500: {
    title: { en: 'This page could not be made', es: 'No se ha podido preparar esta página' },
    text: {
      en: 'Something failed in the server, and was written into its log.',
      es: 'Algo ha fallado en el servidor y ha quedado anotado en su registro.',
    },
  },
  503: {
    title: { en: 'This page cannot be shown now', es: 'Esta página no se puede mostrar ahora' },
    text: {
      en: 'The server is there, but cannot get what the page shows. It will be back by itself, and nothing is lost.',
      es: 'El servidor está en marcha, pero no puede obtener lo que muestra la página. Se recuperará por sí solo y no se ha perdido nada.',
    },
  },
}
const again: Localised = { en: 'Try again', es: 'Volver a intentarlo' }
const wait = (seconds: string): Localised =>
  seconds === '1'
    ? { en: 'It may be there again in a second.', es: 'Puede estar disponible dentro de un segundo.' }
    : {
        en: `It is there again in ${seconds} seconds.`,
        es: `Estará disponible de nuevo dentro de ${seconds} segundos.`,
      }
const forHelp: Localised = { en: 'Whoever you ask for help needs this:', es: 'Quien le ayude necesitará esto:' }

/** The page in place of a refusal; null for a program, for whatever is asked of the API, and where it is no trouble of the server. */
export function pageOfTrouble(refusal: Refusal, request: FastifyRequest, brand: PageBrand): Page | null {
  const trouble = troubles[refusal.entry.status]
  if (!trouble || !isForPerson(request)) return null
  const locale = localeOf(request)
  const say = (text: Localised) => inLocale(text, locale)
  const seconds = refusal.headers['Retry-After']
  const inLanguage = (language: Locale) => placeOf(request, language)
  const { headers, text } = pageOf(brand, locale, {
    title: say(trouble.title),
    content: html`<p>${say(trouble.text)} ${seconds ? say(wait(seconds)) : ''}</p>
<p><a href="${placeOf(request)}">${say(again)}</a></p>
<p class="hint">${say(forHelp)} <code>${refusal.entry.code ?? String(refusal.entry.status)}</code>, <code>${request.id}</code></p>`,
    inLanguage,
  })
  return { headers: { ...headers, ...refusal.headers, 'Cache-Control': 'no-store' }, text }
}

/** True where a browser looks at a page: the API, and whoever takes anything, get JSON. */
export function isForPerson({ method, url, headers }: Pick<FastifyRequest, 'method' | 'url' | 'headers'>): boolean {
  if ((method !== 'GET' && method !== 'HEAD') || /^\/+obp(\/|$)/.test(url)) return false
  return new Negotiator({ headers }).mediaType(['application/json', 'text/html']) === 'text/html'
}

/** Where the page is, on this server whatever was asked for. */
function placeOf({ url }: Pick<FastifyRequest, 'url'>, locale?: Locale): string {
  const asked = url.replace(/^\/+/, '/')
  const place = new URL(URL.canParse(asked, 'http://localhost') ? asked : '/', 'http://localhost')
  if (locale) place.searchParams.set('locale', locale)
  // `//` would lead to another server
  return `/${place.pathname.replace(/^\/+/, '')}${place.search}`
}
