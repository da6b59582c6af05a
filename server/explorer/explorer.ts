/** The Explorer: the pages of `web/`, rendered here so that they can be read before any script has come. */
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { localeOf } from '../pages/page.ts'
import type { Documents } from '../protocol/documents.ts'
import type { Locale } from '../protocol/languages.ts'
import type { Services } from '../protocol/services.ts'
import { type Prefix, prefixes } from '../protocol/versions.ts'
import { openAnswers } from './answers.ts'
import { brandIn, brandStyle, mountLogo } from './brand.ts'
import { ownViews, type PageData, type View } from './page-data.ts'
import { statusOf } from './status.ts'

const built = new URL('../../web/built/', import.meta.url)
const newest = prefixes.at(-1)!

export function openExplorer(
  app: FastifyInstance,
  services: Services,
  documents: Documents,
  publicUrl: () => string,
): void {
  const { documentation, rules, settings, addressLimits } = services
  const answers = openAnswers(built, documents, brandStyle(settings))

  async function send(request: FastifyRequest, reply: FastifyReply, view: View): Promise<FastifyReply> {
    await addressLimits.count('anonymous call', request.ip)
    const locale = localeOf(request)
    const version = versionOf(request)
    const isGated = settings.resourceDocsRequiresRole
    const data: PageData = {
      locale,
      version,
      versions: prefixes,
      publicUrl: publicUrl(),
      isProduction: settings.mode === 'production',
      allowsForcedErrors: settings.allowForcedErrors,
      index: isGated ? [] : documentation.index(version, locale),
      brand: brandIn(locale, settings),
      view: isGated ? gated(view) : view,
    }
    return answers.send(request, reply, view.kind === 'not-found' ? 404 : 200, data)
  }

  const firstOperations = (locale: Locale) =>
    documentation.index('v1.4.0', locale).filter(({ tags }) => tags[0] === 'Customer')

  async function operationView(operationId: string, request: FastifyRequest): Promise<View> {
    const document = documentation.operation(operationId, versionOf(request), localeOf(request))
    if (!document) return { kind: 'not-found' }
    const { jsonSchema, authenticationTypes } = await rules.inForce(operationId)
    return {
      kind: 'operation',
      document,
      rules: {
        json_schema: jsonSchema === null ? null : JSON.parse(jsonSchema),
        allowed_authentication_types: authenticationTypes,
      },
    }
  }

  app.register(async (pages) => {
    pages.register(fastifyStatic, {
      root: fileURLToPath(new URL('browser/assets/', built)),
      prefix: '/assets/',
      // their names change with what they hold
      immutable: true,
      maxAge: '365d',
      preCompressed: true,
      index: false,
    })
    pages.get('/', async (request, reply) => {
      const old = placeOfOldLink(request.query as Record<string, string>)
      return old
        ? reply.redirect(old, 301)
        : send(request, reply, { kind: 'home', first: firstOperations(localeOf(request)) })
    })
    pages.get<{ Params: { operationId: string } }>('/operations/:operationId', async (request, reply) => {
      const view = await operationView(request.params.operationId, request)
      const elsewhere = view.kind === 'operation' ? view.document.served_under : []
      // a page shows what can be called
      if (elsewhere.length > 0 && !elsewhere.includes(versionOf(request))) {
        const query = new URLSearchParams({ ...(request.query as object), version: elsewhere.at(-1)! })
        return reply.redirect(`/operations/${encodeURIComponent(request.params.operationId)}?${query}`, 302)
      }
      return send(request, reply, view)
    })
    mountLogo(pages, settings)
    pages.get('/status', async (request, reply) =>
      send(request, reply, { kind: 'status', status: await statusOf(services) }),
    )
    for (const kind of ownViews) pages.get(`/${kind}`, (request, reply) => send(request, reply, { kind }))
  })
}

/** The view without documentation. */
function gated(view: View): View {
  if (view.kind === 'operation') return { kind: 'gated', operationId: view.document.operation_id }
  return view.kind === 'home' ? { kind: 'gated', operationId: null } : view
}

const versionOf = ({ query }: Pick<FastifyRequest, 'query'>): Prefix =>
  prefixNamed((query as Record<string, string>).version) ?? newest

const prefixNamed = (name: unknown): Prefix | undefined =>
  prefixes.find((prefix) => name === prefix || name === `OBP${prefix}`)

/**
 * Where a link of OBP's own Explorers leads here: `/?version=OBPv1.4.0&operation_id=OBPv1_4_0-getCrmEvents&locale=es_ES`.
 * Null where it names no operation.
 */
export function placeOfOldLink(query: Readonly<Record<string, string>>): string | null {
  const { operation_id: id, version, locale, currentTag } = query
  if (typeof id !== 'string' || id === '') return null
  // there the dots of the version are underscores, and only those
  const operationId = id.replace(/^OBPv(\d+)_(\d+)_(\d+)-/, 'OBPv$1.$2.$3-')
  const kept = new URLSearchParams()
  const prefix = prefixNamed(version)
  if (prefix) kept.set('version', prefix)
  if (typeof locale === 'string') kept.set('locale', locale)
  if (typeof currentTag === 'string') kept.set('tag', currentTag)
  return `/operations/${encodeURIComponent(operationId)}${kept.size > 0 ? `?${kept}` : ''}`
}
