import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import {
  ApiCollectionEndpointV400,
  addedEndpoint,
  assertOperation,
  exampleApiCollectionEndpoint,
  NewApiCollectionEndpoint,
  ownCollection,
  toApiCollectionEndpoint,
} from './api-collection.ts'

export const createMyApiCollectionEndpointById = operation({
  version: 'v4.0.0',
  name: 'createMyApiCollectionEndpointById',
  verb: 'POST',
  path: '/my/api-collection-ids/API_COLLECTION_ID/api-collection-endpoints',
  summary: {
    en: 'Create My Api Collection Endpoint By Id',
    es: 'Añadir una operación a una de mis colecciones de API por identificador',
  },
  description: {
    en: `Adds an operation to a collection, once; 1000 fit into one. Another user’s collection counts as one that is not there.

Authentication is Mandatory`,
    es: `Añade una operación a una colección, una sola vez; en cada una caben 1000. La colección de otro usuario cuenta como inexistente.

Autenticación obligatoria`,
  },
  tags: ['Api-Collection'],
  request: NewApiCollectionEndpoint,
  response: ApiCollectionEndpointV400,
  status: 201,
  errors: [
    error.UserNotLoggedIn,
    error.InvalidJson,
    error.InvalidOperationId,
    error.ApiCollectionNotFound,
    error.CannotCreateApiCollectionEndpoint,
    error.ApiCollectionEndpointAlreadyExists,
    error.UnknownError,
  ],
  example: { request: { operation_id: 'OBPv1.4.0-addCustomer' }, response: exampleApiCollectionEndpoint },
  async handle({ path, user, body, origin }, _connector, { apiCollections, catalogue }) {
    assertOperation(catalogue, body.operation_id)
    const collection = await ownCollection(apiCollections, user, path.API_COLLECTION_ID)
    return toApiCollectionEndpoint(await addedEndpoint(apiCollections, origin, collection, body.operation_id))
  },
})
