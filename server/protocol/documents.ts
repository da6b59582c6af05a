/**
 * How documentation leaves: in the language that the client reads, compressed where that is worth it, and to be kept for a
 * while. Other answers are never compressed: what is secret could be guessed from their length (BREACH).
 */
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import Negotiator from 'negotiator'
import { localeAccepted } from './accepted-language.ts'
import { InvalidLocale, Refusal } from './errors.ts'
import { type Locale, localeNamed } from './languages.ts'
import { isKnown, json, tagOf } from './reply.ts'

const compress = {
  // from the next level on, brotli takes several times as long for a few hundredths
  br: (text: string) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (text: string) => promisify(gzip)(text),
}
type Encoding = keyof typeof compress

// less fits one packet as it is
const leastCompressed = 1400
const mostRemembered = 32 * 1024 * 1024

/** RFC 9512 */
export const yamlType = 'application/yaml'

const maxAgeSeconds = 300

type Query = Readonly<Record<string, string>>

/** The locale that a document is asked for by name. */
export const askedLocale = ({ locale, language }: Query): string | undefined => locale || language || undefined

/**
 * The language of a document: `locale`, its older name `language`, then `Accept-Language`, then the fallback.
 * @throws Refusal OBP-10041 for a `locale` that is none of ours
 */
export function localeOfDocument(query: Query, acceptLanguage: string | undefined, fallback: Locale): Locale {
  const name = askedLocale(query)
  if (!name) return localeAccepted(acceptLanguage, fallback)
  const known = localeNamed(name)
  if (!known) throw new Refusal(InvalidLocale)
  return known
}

export interface Documents {
  /** Sends a document, JSON unless its type says otherwise; `stays`: it is the same for everybody until the next start. */
  send(
    request: FastifyRequest,
    reply: FastifyReply,
    text: string,
    about: { locale: Locale; stays: boolean; type?: string; status?: number },
  ): Promise<FastifyReply>
}

/** Compressed texts are remembered, and made once however many ask at the same time. */
export function openDocuments(): Documents {
  const remembered = new LRUCache<string, { bytes: Promise<Buffer> }>({
    maxSize: mostRemembered,
    sizeCalculation: (_value, key) => Number(key.slice(key.lastIndexOf(' ') + 1)),
  })

  function compressed(text: string, tag: string, encoding: Encoding): Promise<Buffer> {
    // the length stands in for that of the compressed text, which is known later and is less
    const key = `${encoding} ${tag} ${text.length}`
    const known = remembered.get(key)
    if (known) return known.bytes
    const bytes = compress[encoding](text)
    remembered.set(key, { bytes })
    return bytes
  }

  return {
    async send(request, reply, text, { locale, stays, type = json, status = 200 }) {
      const byLanguage = askedLocale(request.query as Query) === undefined
      reply.headers({
        'Cache-Control': stays ? `public, max-age=${maxAgeSeconds}, must-revalidate` : 'private, no-cache',
        'Content-Language': locale.replace('_', '-'),
        Vary: byLanguage ? 'Accept-Language, Accept-Encoding' : 'Accept-Encoding',
      })
      const encoding = text.length < leastCompressed ? undefined : accepted(request)
      const tag = tagOf(text)
      // RFC 9110 8.8.3.3: each coding has a strong tag of its own
      if (isKnown(request, reply, encoding ? `${tag}-${encoding}` : tag) && status === 200)
        return reply.code(304).send()
      const body = encoding ? await compressed(text, tag, encoding) : text
      // its time was over meanwhile, and the client has been told
      if (reply.sent) return reply
      if (encoding) reply.header('Content-Encoding', encoding)
      return reply.code(status).header('Content-Type', type).send(body)
    },
  }
}

/** The coding that the client likes best; of equals brotli, which is the smallest. */
function accepted({ headers }: FastifyRequest): Encoding | undefined {
  const coding = new Negotiator({ headers }).encoding(['br', 'gzip', 'identity'], { preferred: ['br', 'gzip'] })
  return coding === 'br' || coding === 'gzip' ? coding : undefined
}
