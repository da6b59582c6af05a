/** What a page leaves out because it is not for everybody, fetched as the user who is signed in. */
import type { Answer } from '../client/index.ts'
import * as obp from '../client/operations/v6.0.0.ts'
import type { MessageDoc } from '../server/documentation/message-docs.ts'
import type { OperationDocument } from '../server/documentation/operation-document.ts'
import { byGroupAndSummary } from '../server/documentation/order.ts'
import { mostOnOnePage, within } from '../server/explorer/filter.ts'
import type { PageData, RulesOfOperation, View, Wanted } from '../server/explorer/page-data.ts'
import { type Answering, isMissing } from './session/answering.ts'
import { fewAtOnce } from './session/few-at-once.ts'

/** The page with what the user may see; what was refused, where something was. */
interface Outcome {
  opened: PageData
  refusal: Answer<unknown> | null
}

/** How many of the operations of a page have come. */
export interface Progress {
  count: number
  all: number
}
type Tell = (progress: Progress) => void

/** @param tell is called as the operations of a page of several come */
export async function throughGate(api: Answering, data: PageData, tell: Tell = () => {}): Promise<Outcome> {
  const { version, locale, view } = data
  let { index } = data
  if (data.isGated && index.length === 0) {
    const answer = await api.send(obp.getResourceDocsIndex, { path: { API_VERSION: version }, query: { locale } })
    if (!answer.ok) return { opened: data, refusal: answer }
    index = answer.json!.operations
  }
  const opened = { ...data, index }
  if (view.kind !== 'gated') return { opened, refusal: null }
  const found = await viewOf(api, opened, view.wanted, tell)
  return 'kind' in found ? { opened: { ...opened, view: found }, refusal: null } : { opened, refusal: found }
}

async function viewOf(api: Answering, data: PageData, wanted: Wanted, tell: Tell): Promise<View | Answer<unknown>> {
  if (wanted.kind === 'home') return { kind: 'home', first: [] }
  if (wanted.kind === 'operation') {
    const rules = await rulesInForce(api)
    const document = await documentOf(api, data, wanted.operationId)
    if (!document.ok) return missingOr(document)
    return {
      kind: 'operation',
      document: document.json as unknown as OperationDocument,
      rules: rules(wanted.operationId),
    }
  }
  if (wanted.kind === 'message-docs') {
    const { connector } = wanted
    const answer = await api.send(obp.getMessageDocs, {
      path: { CONNECTOR: connector ?? 'local' },
      query: { locale: data.locale },
    })
    if (!answer.ok) return missingOr(answer)
    return { kind: 'message-docs', connector, entries: answer.json!.message_docs as MessageDoc[] }
  }
  if (wanted.collectionId === null) {
    const ids = within(data.index, data.version, data.filter).map(({ operation_id }) => operation_id)
    return severalOf(api, data, null, ids, tell)
  }
  const collection = await collectionOf(api, wanted.collectionId)
  if (!collection.ok) return missingOr(collection)
  const path = { API_COLLECTION_ID: wanted.collectionId }
  const endpoints = await api.send(obp.getApiCollectionEndpoints, { path })
  if (!endpoints.ok) return missingOr(endpoints)
  const { api_collection_id: id, api_collection_name: name } = collection.json!
  const ids = endpoints.json!.api_collection_endpoints.map(({ operation_id }) => operation_id)
  return severalOf(api, data, { id, name }, ids, tell)
}

/** The page that says so, where the thing is not there; else what was refused. */
const missingOr = (refusal: Answer<unknown>): View | Answer<unknown> =>
  isMissing(refusal) ? { kind: 'not-found' } : refusal

/** The user's own, or one that others may see. */
async function collectionOf(api: Answering, collectionId: string) {
  const path = { API_COLLECTION_ID: collectionId }
  const own = await api.send(obp.getMyApiCollectionById, { path })
  return isMissing(own) ? api.send(obp.getSharableApiCollectionById, { path }) : own
}

async function severalOf(
  api: Answering,
  data: PageData,
  collection: { id: string; name: string } | null,
  ids: readonly string[],
  tell: Tell,
): Promise<View | Answer<unknown>> {
  const rules = await rulesInForce(api)
  const wanted = ids.slice(0, mostOnOnePage)
  let count = 0
  const answers = await fewAtOnce(wanted, async (id) => {
    const answer = await documentOf(api, data, id)
    count += 1
    tell({ count, all: wanted.length })
    return answer
  })
  // an operation of a collection may be gone
  const refused = answers.find(({ ok, status }) => !ok && status !== 404)
  if (refused) return refused
  const documents = answers.filter(({ ok }) => ok).map(({ json }) => json as unknown as OperationDocument)
  return {
    kind: 'operations',
    collection,
    operations: documents
      .sort(byGroupAndSummary)
      .map((document) => ({ ...document, rules: rules(document.operation_id) })),
    count: ids.length - (answers.length - documents.length),
  }
}

const documentOf = (api: Answering, data: PageData, operationId: string) =>
  api.send(obp.getResourceDoc, {
    path: { API_VERSION: servedIn(data, operationId), OPERATION_ID: operationId },
    query: { locale: data.locale },
  })

/** The version of the page where that serves the operation, else the operation's own; what is older than all is in the first. */
function servedIn({ index, version, versions }: PageData, operationId: string): string {
  if (index.some((entry) => entry.operation_id === operationId)) return version
  return versions.find((each) => operationId.startsWith(`OBP${each}-`)) ?? versions[0]!
}

/** The rules that administrators have set, for any operation. */
export async function rulesInForce(api: Answering): Promise<(operationId: string) => RulesOfOperation> {
  const [schemas, types] = await Promise.all([
    api.send(obp.getAllJsonSchemaValidationsPublic),
    api.send(obp.getAllAuthenticationTypeValidationsPublic),
  ])
  const of = <Rule extends { operation_id: string }>(rules: readonly Rule[] | undefined, id: string) =>
    rules?.find((rule) => rule.operation_id === id)
  const untold = [
    ...(schemas.ok ? [] : (['json_schema'] as const)),
    ...(types.ok ? [] : (['allowed_authentication_types'] as const)),
  ]
  return (id) => ({
    json_schema: (schemas.ok && of(schemas.json?.json_schema_validations, id)?.json_schema) || null,
    allowed_authentication_types:
      (types.ok && of(types.json?.authentication_types_validations, id)?.allowed_authentication_types) || null,
    untold,
  })
}
