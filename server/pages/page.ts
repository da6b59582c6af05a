/** Pages for people: HTML without scripts, in the language that they ask for. */
import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Locale, localeNamed } from '../protocol/languages.ts'

/** HTML; what is put into it by {@link html} is escaped unless it is HTML itself. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export function html(parts: TemplateStringsArray, ...values: readonly (string | Html)[]): Html {
  const written = values.map((value) =>
    value instanceof Html ? value.text : value.replaceAll(/[&<>"']/g, (character) => entities[character]!),
  )
  return new Html(parts.map((part, place) => part + (written[place] ?? '')).join(''))
}

/** `?locale=`, then `Accept-Language`, then English. */
export function localeOf(request: Pick<FastifyRequest, 'query' | 'headers'>): Locale {
  const asked = localeNamed((request.query as Record<string, string>).locale)
  if (asked) return asked
  const [first = ''] = (request.headers['accept-language'] ?? '').split(',')
  return /^\s*es\b/i.test(first) ? 'es_ES' : 'en_GB'
}

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f3f5f7, #14181c); color: light-dark(#1a2026, #e8ecef) }
main { box-sizing: border-box; width: min(26rem, 100vw); padding: 2rem 1.5rem; background: light-dark(#fff, #1d2329); border-radius: .75rem }
h1 { margin: 0 0 1rem; font-size: 1.35rem; line-height: 1.3 }
label { display: block; margin: 1rem 0 .25rem; font-weight: 600 }
input { box-sizing: border-box; width: 100%; padding: .6rem; font: inherit; border: 1px solid light-dark(#6b7785, #8a97a5); border-radius: .4rem; background: light-dark(#fff, #14181c); color: inherit }
button { margin: 1.5rem .5rem 0 0; padding: .65rem 1.2rem; font: inherit; font-weight: 600; border: 1px solid light-dark(#0b5fae, #6cb2f5); border-radius: .4rem; background: light-dark(#0b5fae, #6cb2f5); color: light-dark(#fff, #10161c); cursor: pointer }
button.quiet { background: none; color: inherit }
:focus-visible { outline: 3px solid light-dark(#b45309, #fbbf24); outline-offset: 2px }
.error { padding: .75rem; border-left: 4px solid light-dark(#b3261e, #f2857d); background: light-dark(#fdecea, #3a1f1d) }
output { display: block; margin: 1rem 0; font: 600 1.6rem/1.2 ui-monospace, monospace; letter-spacing: .1em; overflow-wrap: anywhere }
`
const styleHash = createHash('sha256').update(style).digest('base64')

export interface Page {
  headers: Record<string, string>
  text: string
}

/**
 * A page with its headers. `formTargets` are origins that a form may lead to besides this server: browsers hold the
 * redirect after a form to that list too (CSP 3, form-action).
 */
export function pageOf(locale: Locale, title: string, content: Html, formTargets: readonly string[] = []): Page {
  const page = html`<!doctype html>
<html lang="${locale.slice(0, 2)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Fichero</title>
<style>${new Html(style)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`
  return {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action ${["'self'", ...formTargets].join(' ')}; frame-ancestors 'none'; base-uri 'none'`,
      'Referrer-Policy': 'no-referrer',
    },
    text: page.text,
  }
}

/** Sends a page, as {@link pageOf} makes it. */
export function sendPage(
  reply: FastifyReply,
  status: number,
  locale: Locale,
  title: string,
  content: Html,
  formTargets: readonly string[] = [],
): FastifyReply {
  const { headers, text } = pageOf(locale, title, content, formTargets)
  return reply.code(status).headers(headers).send(text)
}
