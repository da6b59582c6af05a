/** The user's collections of operations, as the pages show and change them. */
import type { Answer, Fichero } from '../../client/index.ts'
import * as obp from '../../client/operations/v6.0.0.ts'

export interface Collection {
  id: string
  name: string
  isSharable: boolean
  description: string
  operationIds: readonly string[]
}

/** The collections with what is in them, by name; else what was answered. */
export async function loadCollections(
  api: Fichero,
): Promise<{ collections: readonly Collection[] } | { refusal: Answer<unknown> }> {
  const answer = await api.send(obp.getMyApiCollections)
  if (!answer.ok) return { refusal: answer }
  const collections = await Promise.all(
    answer.json!.api_collections.map(async (collection) => {
      const path = { API_COLLECTION_ID: collection.api_collection_id }
      const endpoints = await api.send(obp.getMyApiCollectionEndpointsById, { path })
      return {
        id: collection.api_collection_id,
        name: collection.api_collection_name,
        isSharable: collection.is_sharable,
        description: collection.description,
        operationIds: endpoints.ok
          ? endpoints.json!.api_collection_endpoints.map(({ operation_id }) => operation_id)
          : [],
      }
    }),
  )
  return { collections }
}

export const createCollection = (api: Fichero, name: string, isSharable: boolean) =>
  api.send(obp.createMyApiCollection, {
    body: { api_collection_name: name, is_sharable: isSharable, description: '' },
  })

/** Gives a collection another name or other readers. */
export const changeCollection = (api: Fichero, collection: Collection) =>
  api.send(obp.updateMyApiCollection, {
    path: { API_COLLECTION_ID: collection.id },
    body: {
      api_collection_name: collection.name,
      is_sharable: collection.isSharable,
      description: collection.description,
    },
  })

export const deleteCollection = (api: Fichero, id: string) =>
  api.send(obp.deleteMyApiCollection, { path: { API_COLLECTION_ID: id } })

export const putIn = (api: Fichero, id: string, operationId: string) =>
  api.send(obp.createMyApiCollectionEndpointById, {
    path: { API_COLLECTION_ID: id },
    body: { operation_id: operationId },
  })

export const takeOut = (api: Fichero, id: string, operationId: string) =>
  api.send(obp.deleteMyApiCollectionEndpointByOperationId, {
    path: { API_COLLECTION_ID: id, OPERATION_ID: operationId },
  })
