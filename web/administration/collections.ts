/** The user's collections of operations, as the pages show and change them. */
import type { Answer } from '../../client/index.ts'
import * as obp from '../../client/operations/v6.0.0.ts'
import { type Answering, isMissing } from '../session/answering.ts'
import { fewAtOnce } from '../session/few-at-once.ts'

/** A collection without what is in it, as a list has it. */
export interface ListedCollection {
  id: string
  name: string
  isSharable: boolean
  description: string
}

export interface Collection extends ListedCollection {
  operationIds: readonly string[]
}

/** The collections by name; else what was answered. */
export async function listCollections(
  api: Answering,
): Promise<{ collections: readonly ListedCollection[] } | { refusal: Answer<unknown> }> {
  const answer = await api.send(obp.getMyApiCollections)
  return answer.ok ? { collections: answer.json!.api_collections.map(listed) } : { refusal: answer }
}

/** What is in a collection; else what was answered. */
export async function loadOperations(
  api: Answering,
  id: string,
): Promise<{ operationIds: readonly string[] } | { refusal: Answer<unknown> }> {
  const answer = await api.send(obp.getMyApiCollectionEndpointsById, { path: { API_COLLECTION_ID: id } })
  return answer.ok
    ? { operationIds: answer.json!.api_collection_endpoints.map(({ operation_id }) => operation_id) }
    : { refusal: answer }
}

/** The collections with what is in them, by name; else what was answered. */
export async function loadCollections(
  api: Answering,
): Promise<{ collections: readonly Collection[] } | { refusal: Answer<unknown> }> {
  const list = await listCollections(api)
  if ('refusal' in list) return list
  const contents = await fewAtOnce(list.collections, async (collection) => ({
    collection,
    content: await loadOperations(api, collection.id),
  }))
  const collections: Collection[] = []
  for (const { collection, content } of contents) {
    if ('operationIds' in content) collections.push({ ...collection, ...content })
    // else it was deleted meanwhile
    else if (!isMissing(content.refusal)) return content
  }
  return { collections }
}

/** A collection as the API answers with it. */
export const listed = (collection: {
  api_collection_id: string
  api_collection_name: string
  is_sharable: boolean
  description: string
}): ListedCollection => ({
  id: collection.api_collection_id,
  name: collection.api_collection_name,
  isSharable: collection.is_sharable,
  description: collection.description,
})

export const createCollection = (api: Answering, name: string, isSharable: boolean) =>
  api.send(obp.createMyApiCollection, {
    body: { api_collection_name: name, is_sharable: isSharable, description: '' },
  })

/** Gives a collection another name or other readers. */
export const changeCollection = (api: Answering, collection: ListedCollection) =>
  api.send(obp.updateMyApiCollection, {
    path: { API_COLLECTION_ID: collection.id },
    body: {
      api_collection_name: collection.name,
      is_sharable: collection.isSharable,
      description: collection.description,
    },
  })

export const deleteCollection = (api: Answering, id: string) =>
  api.send(obp.deleteMyApiCollection, { path: { API_COLLECTION_ID: id } })

export const putIn = (api: Answering, id: string, operationId: string) =>
  api.send(obp.createMyApiCollectionEndpointById, {
    path: { API_COLLECTION_ID: id },
    body: { operation_id: operationId },
  })

export const takeOut = (api: Answering, id: string, operationId: string) =>
  api.send(obp.deleteMyApiCollectionEndpointByOperationId, {
    path: { API_COLLECTION_ID: id, OPERATION_ID: operationId },
  })
