/** The Explorer: the pages of `web/`, rendered here so that they can be read before any script has come. */
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { errorMessages } from '../documentation/error-messages.ts'
import { glossaryItems } from '../documentation/glossary-items.ts'
import { isConnector, messageDocs } from '../documentation/message-docs.ts'
import type { OperationDocument } from '../documentation/operation-document.ts'
import type { IndexEntry } from '../documentation/operation-index.ts'
import { brandIn, brandStyle } from '../pages/brand.ts'
import { localeOf } from '../pages/page.ts'
import type { Documents } from '../protocol/documents.ts'
import { NotFound, Refusal } from '../protocol/errors.ts'
import type { Locale } from '../protocol/languages.ts'
import { tagOf } from '../protocol/reply.ts'
import { notFoundDetail } from '../protocol/routing.ts'
import type { Services } from '../protocol/services.ts'
import { type Prefix, prefixes } from '../protocol/versions.ts'
import { isDatabaseUnavailable } from '../storage/pool.ts'
import { openAnswers } from './answers.ts'
import { choosesSome, type Filter, filterOf, mostOnOnePage, namesOf, onlyNames, within } from './filter.ts'
import { oldPaths, placeOfOldLink, placeOfOldPath, prefixNamed } from './old-links.ts'
import {
  askedVersion,
  ownViews,
  type PageData,
  type PrintedOperation,
  printedParts,
  type RulesOfOperation,
  type View,
} from './page-data.ts'
import { statusOf } from './status.ts'

const built = new URL('../../web/built/', import.meta.url)
const newest = prefixes.at(-1)!

/** Sends what is shown, with its status. */
export type SendView = (request: FastifyRequest, reply: FastifyReply, view: View) => Promise<FastifyReply>

export function openExplorer(
  app: FastifyInstance,
  services: Services,
  documents: Documents,
  publicUrl: () => string,
): SendView {
  const { apiCollections, catalogue, documentation, rules, settings, addressLimits } = services
  const answers = openAnswers(built, documents, brandStyle(settings))
  const isGated = settings.resourceDocsRequiresRole
  const tags = new WeakMap<readonly IndexEntry[], string>()
  const names = namesOf(catalogue)
  // words that name nothing would make pages that are kept for nobody
  const filterIn = ({ query }: FastifyRequest): Filter => onlyNames(filterOf(query as Query), names)

  /** The operations of a version, and a name for exactly these; behind a role the browser fetches what has the name. */
  function indexOf(version: Prefix, locale: Locale): Pick<PageData, 'index' | 'indexTag'> {
    if (isGated) return { index: [], indexTag: `${version} ${locale}` }
    const index = documentation.index(version, locale)
    const indexTag = tags.get(index) ?? tagOf(JSON.stringify(index))
    tags.set(index, indexTag)
    return { index, indexTag }
  }

  async function send(
    request: FastifyRequest,
    reply: FastifyReply,
    view: View,
    version = versionOf(request),
  ): Promise<FastifyReply> {
    await addressLimits.count('anonymous call', request.ip)
    const locale = localeOf(request)
    const data: PageData = {
      locale,
      version,
      versions: prefixes,
      isOtherVersion: asksForOtherVersion(request),
      notServedUnder: notServedUnder(request, view),
      publicUrl: publicUrl(),
      isProduction: settings.mode === 'production',
      allowsForcedErrors: settings.allowForcedErrors,
      isGated,
      filter: filterIn(request),
      ...indexOf(version, locale),
      brand: brandIn(locale, settings),
      view: isGated ? gated(view) : view,
    }
    return answers.send(request, reply, statuses[view.kind] ?? 200, data)
  }

  const firstOperations = (locale: Locale) =>
    documentation.index('v1.4.0', locale).filter(({ tags }) => tags[0] === 'Customer')

  function glossaryView(locale: Locale): View {
    if (settings.glossaryRequiresRole) return { kind: 'glossary', entries: null }
    const entries = glossaryItems(locale).map(({ title, description: { html } }) => ({ title, html }))
    return { kind: 'glossary', entries }
  }

  function messagesView(request: FastifyRequest): View {
    const connector = String((request.query as Query).connector ?? '') || null
    if (connector !== null && !isConnector(connector)) return { kind: 'not-found' }
    const entries = messageDocs(connector ?? 'local', catalogue, localeOf(request))
    return { kind: 'message-docs', connector, entries }
  }

  async function rulesOf(operationId: string): Promise<RulesOfOperation> {
    const inForce = await rules.inForce(operationId).catch((error) => {
      if (isDatabaseUnavailable(error)) return null
      throw error
    })
    // the documentation is here all the same
    if (!inForce)
      return {
        json_schema: null,
        allowed_authentication_types: null,
        untold: ['json_schema', 'allowed_authentication_types'],
      }
    const { jsonSchema, authenticationTypes } = inForce
    return {
      json_schema: jsonSchema === null ? null : JSON.parse(jsonSchema),
      allowed_authentication_types: authenticationTypes,
      untold: [],
    }
  }

  async function operationView(operationId: string, version: Prefix, locale: Locale): Promise<View> {
    const document = documentation.operation(operationId, version, locale)
    return document ? { kind: 'operation', document, rules: await rulesOf(operationId) } : { kind: 'not-found' }
  }

  /** The newest version that serves something of what is asked for. */
  const newestWith = (filter: Filter, locale: Locale): Prefix | undefined =>
    prefixes.findLast((version) => within(documentation.index(version, locale), version, filter).length > 0)

  /** The operations of a collection that everybody may see, else those that the filter lets through. */
  async function severalView(request: FastifyRequest): Promise<View> {
    const collectionId = collectionIdIn(request)
    const filter = filterIn(request)
    if (collectionId === null && !choosesSome(filter))
      return { kind: 'operations', collection: null, operations: [], count: 0 }
    const wanted: View = { kind: 'gated', wanted: { kind: 'operations', collectionId } }
    // nothing is made for who may not see it
    if (isGated) return wanted
    const [version, locale] = [versionOf(request), localeOf(request)]
    const print = async (operationIds: readonly string[]) => {
      const documents = documentation.operations(version, locale, { operationIds })
      const operations = documents
        .slice(0, mostOnOnePage)
        .map(async (document) => printed(document, await rulesOf(document.operation_id)))
      return { operations: await Promise.all(operations), count: documents.length }
    }
    if (collectionId === null) {
      const chosen = within(documentation.index(version, locale), version, filter)
      return { kind: 'operations', collection: null, ...(await print(chosen.map((each) => each.operation_id))) }
    }
    const collection = await apiCollections.byId(collectionId)
    if (!collection?.isSharable) return wanted
    const endpoints = await apiCollections.endpoints(collectionId)
    return {
      kind: 'operations',
      collection: { id: collectionId, name: collection.name },
      ...(await print(endpoints.map(({ operationId }) => operationId))),
    }
  }

  app.register(async (pages) => {
    // PostgreSQL has no NUL
    pages.addHook('preHandler', async (request) => {
      const { params, query } = request as { params: Query; query: Query }
      if ([params, query].some((texts) => Object.values(texts).flat().join().includes('\0')))
        throw new Refusal(NotFound, notFoundDetail(request))
    })
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
      const old = placeOfOldLink(request.query as Query)
      return old
        ? reply.redirect(old, 301)
        : send(request, reply, { kind: 'home', first: firstOperations(localeOf(request)) })
    })
    for (const path of oldPaths)
      pages.get<{ Params: Query }>(path, (request, reply) =>
        reply.redirect(placeOfOldPath(path, request.params, request.query as Query), 301),
      )
    pages.get('/operations', async (request, reply) => {
      const query = request.query as Query
      // all of them are too many for a page
      if (collectionIdIn(request) === null && !choosesSome(filterOf(query)))
        return reply.redirect(`/?${new URLSearchParams(query)}`, 302)
      const elsewhere = isGated || query.version ? undefined : newestWith(filterIn(request), localeOf(request))
      if (elsewhere && elsewhere !== newest && collectionIdIn(request) === null)
        return reply.redirect(`/operations?${new URLSearchParams({ ...query, version: elsewhere })}`, 302)
      return send(request, reply, await severalView(request))
    })
    pages.get<{ Params: { operationId: string } }>('/operations/:operationId', async (request, reply) => {
      const { operationId } = request.params
      const [version, locale] = [versionOf(request), localeOf(request)]
      const view = await operationView(operationId, version, locale)
      const elsewhere = view.kind === 'operation' ? view.document.served_under : []
      // a page shows what can be called
      if (elsewhere.length === 0 || elsewhere.includes(version)) return send(request, reply, view)
      const last = elsewhere.at(-1)!
      // an address would no longer show that another version was asked for
      if (asksForOtherVersion(request))
        return send(request, reply, await operationView(operationId, last, locale), last)
      const asked = request.query as Query
      const query = new URLSearchParams({
        ...asked,
        version: last,
        // the page says so
        ...(asked.version && { [askedVersion]: version }),
      })
      return reply.redirect(`/operations/${encodeURIComponent(operationId)}?${query}`, 302)
    })
    // a page that looks now and then uses up no calls by it
    pages.get('/status/now', () => statusOf(services))
    pages.get('/status', async (request, reply) =>
      send(request, reply, { kind: 'status', status: await statusOf(services) }),
    )
    pages.get('/glossary', (request, reply) => send(request, reply, glossaryView(localeOf(request))))
    pages.get('/message-docs', (request, reply) => send(request, reply, messagesView(request)))
    pages.get('/errors', (request, reply) =>
      // without the operations that document them, where these are not for everybody
      send(request, reply, { kind: 'errors', entries: errorMessages(localeOf(request), isGated ? [] : catalogue) }),
    )
    for (const kind of ownViews) pages.get(`/${kind}`, (request, reply) => send(request, reply, { kind }))
  })
  return send
}

type Query = Readonly<Record<string, string>>

/** The view without documentation. */
function gated(view: View): View {
  if (view.kind === 'operation')
    return { kind: 'gated', wanted: { kind: 'operation', operationId: view.document.operation_id } }
  if (view.kind === 'message-docs')
    return { kind: 'gated', wanted: { kind: 'message-docs', connector: view.connector } }
  return view.kind === 'home' ? { kind: 'gated', wanted: { kind: 'home' } } : view
}

/** Leaves out what only an operation's own page shows. */
function printed(document: OperationDocument, rules: RulesOfOperation): PrintedOperation {
  const parts = Object.fromEntries(printedParts.map((part) => [part, document[part]]))
  const errors = document.errors.map(({ code, status, message }) => ({ code, status, message }))
  return { ...(parts as Pick<OperationDocument, (typeof printedParts)[number]>), errors, rules }
}

// a parameter that is repeated comes as a list
const collectionIdIn = ({ query }: Pick<FastifyRequest, 'query'>): string | null =>
  String((query as Query)['api-collection-id'] ?? '') || null

const statuses: Partial<Record<View['kind'], number>> = { 'not-found': 404, 'too-long': 414 }

const versionOf = ({ query }: Pick<FastifyRequest, 'query'>): Prefix => prefixNamed((query as Query).version) ?? newest

/** True where the address names a version that is not served. */
const asksForOtherVersion = ({ query }: Pick<FastifyRequest, 'query'>): boolean => {
  const { version } = query as Query
  return Boolean(version) && prefixNamed(version) === undefined
}

/** The version that led to this page, where it does not serve what the page shows. */
function notServedUnder({ query }: Pick<FastifyRequest, 'query'>, view: View): Prefix | null {
  const asked = prefixNamed((query as Query)[askedVersion])
  return asked && view.kind === 'operation' && !view.document.served_under.includes(asked) ? asked : null
}
