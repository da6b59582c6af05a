/** The user's collections of operations, as the pages show and change them. */
import type { Answer } from '../../client/index.ts'
import * as obp from '../../client/operations/v6.0.0.ts'
import { type Answering, isMissing } from '../session/answering.ts'
import { fewAtOnce } from '../session/few-at-once.ts'

export interface Collection {
  id: string
  name: string
  isSharable: boolean
  description: string
  operationIds: readonly string[]
}

/** The collections with what is in them, by name; else what was answered. */
export async function loadCollections(
  api: Answering,
): Promise<{ collections: readonly Collection[] } | { refusal: Answer<unknown> }> {
  const answer = await api.send(obp.getMyApiCollections)
  if (!answer.ok) return { refusal: answer }
  const contents = await fewAtOnce(answer.json!.api_collections, async (collection) => ({
    collection,
    endpoints: await api.send(obp.getMyApiCollectionEndpointsById, {
      path: { API_COLLECTION_ID: collection.api_collection_id },
    }),
  }))
  const collections: Collection[] = []
  for (const { collection, endpoints } of contents) {
    if (!endpoints.ok) {
      // it was deleted meanwhile
      if (isMissing(endpoints)) continue
      return { refusal: endpoints }
    }
    collections.push({
      id: collection.api_collection_id,
      name: collection.api_collection_name,
      isSharable: collection.is_sharable,
      description: collection.description,
      operationIds: endpoints.json!.api_collection_endpoints.map(({ operation_id }) => operation_id),
    })
  }
  return { collections }
}

export const createCollection = (api: Answering, name: string, isSharable: boolean) =>
  api.send(obp.createMyApiCollection, {
    body: { api_collection_name: name, is_sharable: isSharable, description: '' },
  })

/** Gives a collection another name or other readers. */
export const changeCollection = (api: Answering, collection: Collection) =>
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
