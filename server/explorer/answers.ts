/** Turns what a page shows into what is sent: HTML, or JSON for the script of the page before; compressed, and kept while it is the same. */
import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { isKnown } from '../protocol/reply.ts'
import type { PageData } from './page-data.ts'

/** What `web/server.ts` gives. */
interface Renderer {
  render(data: PageData): { head: string; body: string }
}

interface Template {
  renderer: Renderer
  script: string
  style: string
  policy: string
}

export interface Answers {
  send(request: FastifyRequest, reply: FastifyReply, status: number, data: PageData): Promise<FastifyReply>
}

interface Kept {
  text: Buffer
  tag: string
  encoded: Map<string, Promise<Buffer>>
}

/** Documents that are kept: all of one version in both languages find room. */
const most = 500

const encoders: Record<string, (text: Buffer) => Promise<Buffer>> = {
  br: (text) =>
    promisify(brotliCompress)(text, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
    }),
  gzip: promisify(gzip),
}

/** @param built where `web/build.ts` puts what it makes */
export function openAnswers(built: URL): Answers {
  const kept = new LRUCache<string, Kept>({ max: most })
  let template: Promise<Template> | undefined

  async function documentOf(data: PageData, isJson: boolean): Promise<Kept> {
    const json = JSON.stringify(data)
    const key = hash('sha256', `${isJson} ${json}`, 'base64url')
    const known = kept.get(key)
    if (known) return known
    const text = Buffer.from(isJson ? json : htmlOf(await template!, data, json))
    const made = { text, tag: `"${key}"`, encoded: new Map() }
    kept.set(key, made)
    return made
  }

  return {
    async send(request, reply, status, data) {
      template ??= openTemplate(built)
      const isJson = request.headers.accept === 'application/json'
      const { text, tag, encoded } = await documentOf(data, isJson)
      const { policy } = await template
      reply.headers({
        'Content-Type': isJson ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8',
        'Content-Security-Policy': policy,
        'Referrer-Policy': 'same-origin',
        'Cache-Control': 'no-cache',
        Vary: 'Accept, Accept-Encoding, Accept-Language',
        ETag: tag,
      })
      if (status === 200 && isKnown(request.headers['if-none-match'], tag)) return reply.code(304).send()
      const encoding = Object.keys(encoders).find((name) => accepts(request, name))
      if (!encoding) return reply.code(status).send(text)
      const made = encoded.get(encoding) ?? encoders[encoding]!(text)
      encoded.set(encoding, made)
      return reply
        .code(status)
        .header('Content-Encoding', encoding)
        .send(await made)
    },
  }
}

const accepts = ({ headers }: FastifyRequest, encoding: string): boolean =>
  new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`, 'i').test(String(headers['accept-encoding'] ?? ''))

async function openTemplate(built: URL): Promise<Template> {
  const manifest = JSON.parse(await readFile(new URL('browser/manifest.json', built), 'utf8'))
  const { file, css = [] } = manifest['web/browser.ts'] as { file: string; css?: string[] }
  const styles = await Promise.all(css.map((name) => readFile(new URL(`browser/${name}`, built), 'utf8')))
  const style = styles.join('\n')
  return {
    renderer: (await import(new URL('server/server.js', built).href)) as Renderer,
    script: `/${file}`,
    style,
    // the style is in the page, so that it can be read at once; nothing else that is not a file of ours is let in
    policy: `default-src 'none'; script-src 'self'; style-src 'self' 'sha256-${hash('sha256', style, 'base64')}'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  }
}

function htmlOf({ renderer, script, style }: Template, data: PageData, json: string): string {
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
<script type="module" src="${script}"></script>
${head}
</head>
<body>
<div id="app">${body}</div>
<script type="application/json" id="page-data">${embedded}</script>
</body>
</html>
`
}
