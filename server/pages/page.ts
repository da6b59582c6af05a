/** Pages for people: HTML without scripts, in the language that they ask for. */
import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { localeAccepted } from '../protocol/accepted-language.ts'
import { inLocale, type Locale, localeNamed, locales } from '../protocol/languages.ts'

/** HTML; what is put into it by {@link html} is escaped unless it is HTML itself. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export function html(parts: TemplateStringsArray, ...values: readonly (string | Html | readonly Html[])[]): Html {
  const written = values.map((value) => {
    if (value instanceof Html) return value.text
    if (typeof value === 'string') return value.replaceAll(/[&<>"']/g, (character) => entities[character]!)
    return value.map(({ text }) => text).join('\n')
  })
  return new Html(parts.map((part, place) => part + (written[place] ?? '')).join(''))
}

/** `?locale=`, then `Accept-Language`, then the setting. */
export const localeOf = (request: Pick<FastifyRequest, 'query' | 'headers' | 'server'>): Locale =>
  localeAsked(request, request.server.brand)

export function localeAsked({ query, headers }: Pick<FastifyRequest, 'query' | 'headers'>, brand: PageBrand): Locale {
  const asked = localeNamed((query as Record<string, string>).locale)
  return asked ?? localeAccepted(headers['accept-language'], brand.defaultLocale)
}

/** Whose pages they are. */
export interface PageBrand {
  readonly name: string
  /** the path of the logo */
  readonly logo: string | null
  /** for those who name no language */
  readonly defaultLocale: Locale
}

declare module 'fastify' {
  interface FastifyInstance {
    brand: PageBrand
  }
}

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f3f5f7, #14181c); color: light-dark(#1a2026, #e8ecef) }
main { box-sizing: border-box; width: min(26rem, 100vw); padding: 2rem 1.5rem; background: light-dark(#fff, #1d2329); border-radius: .75rem }
header { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; justify-content: space-between; margin: 0 0 1.25rem }
.brand { display: flex; gap: .5rem; align-items: center; margin: 0; font-weight: 600; overflow-wrap: anywhere }
.brand img { height: 1.75rem; max-width: 8rem; object-fit: contain }
nav { display: flex; gap: 1rem; font-size: .9rem }
a { color: light-dark(#0b5fae, #6cb2f5) }
h1 { margin: 0 0 1rem; font-size: 1.35rem; line-height: 1.3 }
label { display: block; margin: 1rem 0 .25rem; font-weight: 600 }
input, select, textarea { box-sizing: border-box; width: 100%; padding: .6rem; font: inherit; border: 1px solid light-dark(#6b7785, #8a97a5); border-radius: .4rem; background: light-dark(#fff, #14181c); color: inherit }
input[type=radio] { width: auto }
button { margin: 1.5rem .5rem 0 0; padding: .65rem 1.2rem; font: inherit; font-weight: 600; border: 1px solid light-dark(#0b5fae, #6cb2f5); border-radius: .4rem; background: light-dark(#0b5fae, #6cb2f5); color: light-dark(#fff, #10161c); cursor: pointer }
button.quiet { background: none; color: inherit }
:focus-visible { outline: 3px solid light-dark(#b45309, #fbbf24); outline-offset: 2px }
.error { padding: .75rem; border-left: 4px solid light-dark(#b3261e, #f2857d); background: light-dark(#fdecea, #3a1f1d) }
.error > p { margin: 0 }
.error > p + p { margin-top: .5rem }
fieldset { margin: 1.5rem 0 0; padding: 0 1rem 1rem; border: 1px solid light-dark(#c3ccd5, #3a444e); border-radius: .4rem }
legend { padding: 0 .4rem; font-weight: 600 }
.hint { margin: 0 0 .35rem; font-size: .9rem; color: light-dark(#4a5662, #aab4be) }
code { font-family: ui-monospace, monospace }
.picture { width: 12rem; margin: 1rem auto }
.picture svg { display: block; width: 100%; border-radius: .4rem }
dt { font-weight: 600 }
dd { margin: 0 0 .75rem; overflow-wrap: anywhere; font-family: ui-monospace, monospace }
output { display: block; margin: 1rem 0; font: 600 1.6rem/1.2 ui-monospace, monospace; letter-spacing: .1em; overflow-wrap: anywhere }
`
const styleHash = createHash('sha256').update(style).digest('base64')

interface PageParts {
  title: string
  content: Html
  /** origins that a form may lead to besides this server: browsers hold the redirect after a form to that list too (CSP 3, form-action) */
  formTargets?: readonly string[]
  /** where the page is in a language; without it the language cannot be changed, as where something is shown only once */
  inLanguage?: (locale: Locale) => string
}

/** A page with its headers. */
export interface Page {
  headers: Record<string, string>
  text: string
}

const languageNames: Record<Locale, string> = { en_GB: 'English', es_ES: 'Español' }

const languageChoice = (current: Locale, inLanguage: (locale: Locale) => string): Html => {
  const links = locales.map((locale) => {
    const tag = locale.replace('_', '-')
    return locale === current
      ? html`<span lang="${tag}" aria-current="true">${languageNames[locale]}</span>`
      : html`<a lang="${tag}" hreflang="${tag}" href="${inLanguage(locale)}">${languageNames[locale]}</a>`
  })
  return html`<nav aria-label="${inLocale({ en: 'Language', es: 'Idioma' }, current)}">${links}</nav>`
}

export function pageOf(
  brand: PageBrand,
  locale: Locale,
  { title, content, formTargets = [], inLanguage }: PageParts,
): Page {
  const policy = [
    `default-src 'none'`,
    `style-src 'sha256-${styleHash}'`,
    ...(brand.logo ? [`img-src 'self'`] : []),
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
  ]
  const page = html`<!doctype html>
<html lang="${locale.replace('_', '-')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${brand.name}</title>
<style>${new Html(style)}</style>
</head>
<body>
<main>
<header>
<p class="brand">${brand.logo ? html`<img src="${brand.logo}" alt="">` : ''}${brand.name}</p>
${inLanguage ? languageChoice(locale, inLanguage) : ''}
</header>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`
  return {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy.join('; '),
      'Referrer-Policy': 'no-referrer',
    },
    text: page.text,
  }
}

/** Sends a page, as {@link pageOf} makes it, in the brand of the server. */
export function sendPage(reply: FastifyReply, status: number, locale: Locale, parts: PageParts): FastifyReply {
  const { headers, text } = pageOf(reply.server.brand, locale, parts)
  return reply.code(status).headers(headers).send(text)
}

/** Whose application it is that asks can only be told by where it is: its name is what its developer calls it. */
export const leadsTo = (locale: Locale, address: string): Html =>
  html`<p>${inLocale({ en: 'It leads back to', es: 'Después volverá a' }, locale)} <code>${formTargetOf(address)}</code></p>`

/** What {@link pageOf} must be told, so that the browser follows a redirect to that address after a form. */
export function formTargetOf(address: string): string {
  const { protocol, origin } = new URL(address)
  return origin === 'null' ? protocol : origin
}
