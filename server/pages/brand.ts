/** What an installation's own Explorer and pages look like: its name, logo, colour and links. */
import { hash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Locale } from '../protocol/languages.ts'
import type { BrandSettings, Logo } from './brand-settings.ts'
import { textOn } from './colour.ts'
import type { PageBrand } from './page.ts'

export interface Brand extends PageBrand {
  readonly links: readonly { text: string; url: string }[]
}

type PageSettings = BrandSettings & { readonly defaultLocale: Locale }

// its name changes with what it holds
const pathOf = ({ bytes }: Logo): string => `/brand/${hash('sha256', bytes, 'hex').slice(0, 16)}`

/** What the pages show of it. */
export const pageBrand = ({ explorerName, explorerLogo, defaultLocale }: PageSettings): PageBrand => ({
  name: explorerName,
  logo: explorerLogo ? pathOf(explorerLogo) : null,
  defaultLocale,
})

export const brandIn = (locale: Locale, settings: PageSettings): Brand => ({
  ...pageBrand(settings),
  links: settings.explorerLinks.map(({ text, text_es, url }) => ({
    text: (locale === 'es_ES' && text_es) || text,
    url,
  })),
})

/** The style of a header in the colour: all that is in it is black or white, whichever is read better. */
export function brandStyle({ explorerColour: colour }: BrandSettings): string {
  if (!colour) return ''
  const text = textOn(colour)
  const names = ['ink', 'quiet', 'line', 'accent', 'good', 'bad']
  return `
header { color-scheme: ${text === '#ffffff' ? 'dark' : 'light'}; color: ${text}; --card: ${colour}; --on-accent: ${colour}; ${names.map((name) => `--${name}: ${text}`).join('; ')} }
header select { border-color: ${text} }
header :focus-visible { outline-color: ${text} }`
}

/** Serves the logo from the server's own origin. */
export function mountLogo(pages: FastifyInstance, { explorerLogo: logo }: BrandSettings): void {
  if (!logo) return
  pages.get(pathOf(logo), (_request, reply) =>
    reply
      .headers({
        'Content-Type': logo.type,
        'Cache-Control': 'public, max-age=31536000, immutable',
        // an SVG that is opened by itself is a document that could hold scripts
        'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      })
      .send(logo.bytes),
  )
}
