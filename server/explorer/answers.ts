/** Turns what a page shows into what is sent: HTML, or the data alone for the script of the page before. */
import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import type { Documents } from '../protocol/documents.ts'
import type { NextPageData, PageData } from './page-data.ts'

/** What `web/server.ts` gives. */
interface Renderer {
  render(data: PageData): { head: string; body: string }
}

/** What Vite writes of the files that it made, by their sources. */
type Manifest = Readonly<Record<string, { file: string; css?: string[]; imports?: string[]; isDynamicEntry?: boolean }>>

interface Template {
  renderer: Renderer
  script: string
  /** files that it cannot begin without */
  needed: readonly string[]
  /** files of the parts of the script that come later, by their sources, for a script that has to ask for one again */
  parts: Readonly<Record<string, string>>
  style: string
  policy: string
}

interface Answers {
  send(request: FastifyRequest, reply: FastifyReply, status: number, data: PageData): Promise<FastifyReply>
}

/** HTML that is kept, in characters. */
const most = 8 * 1024 * 1024

/**
 * @param built where `web/build.ts` puts what it makes; it is read at the first page, for a start should not wait for it
 * @param ownStyle stands above the style that is built
 */
export function openAnswers(built: URL, documents: Documents, ownStyle: string): Answers {
  const rendered = new LRUCache<string, string>({ maxSize: most, sizeCalculation: (text) => text.length })
  let template: Promise<Template> | undefined

  function htmlFor(data: PageData, using: Template): string {
    const text = JSON.stringify(data)
    const key = hash('sha256', text, 'base64url')
    const html = rendered.get(key) ?? htmlOf(using, data, text)
    rendered.set(key, html)
    return html
  }

  return {
    async send(request, reply, status, data) {
      const about = { locale: data.locale, stays: false, status }
      const query = request.query as Record<string, unknown>
      if (query.as === 'data') {
        const { index, ...others } = data
        const next: NextPageData = query.index === data.indexTag ? others : { ...others, index }
        return documents.send(request, reply, JSON.stringify(next), about)
      }
      // what could not be read once may be there later
      template ??= openTemplate(built, ownStyle).catch((error) => {
        template = undefined
        throw error
      })
      const using = await template
      reply.headers({ 'Content-Security-Policy': using.policy, 'Referrer-Policy': 'same-origin' })
      return documents.send(request, reply, htmlFor(data, using), { ...about, type: 'text/html; charset=utf-8' })
    },
  }
}

async function openTemplate(built: URL, ownStyle: string): Promise<Template> {
  const manifest: Manifest = JSON.parse(await readFile(new URL('browser/manifest.json', built), 'utf8'))
  const { file, imports = [] } = manifest['web/browser.ts']!
  const css = ['web/browser.ts', ...imports].flatMap((name) => manifest[name]!.css ?? [])
  const styles = await Promise.all(css.map((name) => readFile(new URL(`browser/${name}`, built), 'utf8')))
  const style = [...styles, ownStyle].join('\n')
  return {
    renderer: (await import(new URL('server/server.js', built).href)) as Renderer,
    script: `/${file}`,
    needed: imports.map((name) => `/${manifest[name]!.file}`),
    parts: Object.fromEntries(
      Object.entries(manifest)
        .filter(([, { isDynamicEntry }]) => isDynamicEntry)
        .map(([name, { file }]) => [name, `/${file}`]),
    ),
    style,
    // the style is in the page, so that it can be read at once; nothing else that is not a file of ours is let in
    policy: `default-src 'none'; script-src 'self'; style-src 'self' 'sha256-${hash('sha256', style, 'base64')}'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  }
}

function htmlOf({ renderer, script, needed, parts, style }: Template, data: PageData, json: string): string {
  const { head, body } = renderer.render(data)
  // a script element ends at `</`, whatever stands around it (HTML 13.1.2.6)
  const embedded = json.replaceAll('<', '\\u003c')
  return `<!doctype html>
<html lang="${data.locale.slice(0, 2)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<style>${style}</style>
${needed.map((file) => `<link rel="modulepreload" href="${file}">`).join('\n')}
<script type="module" src="${script}" data-parts='${JSON.stringify(parts)}'></script>
${head}
</head>
<body>
<div id="app">${body}</div>
<script type="application/json" id="page-data">${embedded}</script>
</body>
</html>
`
}
