import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import {
  ApiCollectionEndpointV400,
  addedEndpoint,
  assertOperation,
  collectionToFill,
  exampleApiCollectionEndpoint,
  NewApiCollectionEndpoint,
  toApiCollectionEndpoint,
} from './api-collection.ts'

export const createMyApiCollectionEndpoint = operation({
  version: 'v4.0.0',
  name: 'createMyApiCollectionEndpoint',
  verb: 'POST',
  path: '/my/api-collections/API_COLLECTION_NAME/api-collection-endpoints',
  summary: { en: 'Create My Api Collection Endpoint', es: 'Añadir una operación a una de mis colecciones de API' },
  description: {
    en: `Adds an operation to a collection, once; 1000 fit into one. API_COLLECTION_NAME is the name of a collection of the user who is logged in, or its id. \`Favourites\` is made where it is not there yet.

Authentication is Mandatory`,
    es: `Añade una operación a una colección, una sola vez; en cada una caben 1000. API_COLLECTION_NAME es el nombre de una colección del usuario que ha iniciado sesión, o su identificador. \`Favourites\` se crea si aún no existe.

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
    error.UserIsDeleted,
    error.ApiCollectionNotFound,
    error.CannotCreateApiCollection,
    error.CannotCreateApiCollectionEndpoint,
    error.ApiCollectionEndpointAlreadyExists,
    error.UnknownError,
  ],
  example: { request: { operation_id: 'OBPv1.4.0-addCustomer' }, response: exampleApiCollectionEndpoint },
  async handle({ path, user, body, origin }, _connector, { apiCollections, catalogue }) {
    assertOperation(catalogue, body.operation_id)
    const collection = await collectionToFill(apiCollections, { user, origin }, path.API_COLLECTION_NAME)
    return toApiCollectionEndpoint(await addedEndpoint(apiCollections, origin, collection, body.operation_id))
  },
})
