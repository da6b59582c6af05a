import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { collectionOfPath } from './api-collection.ts'

export const deleteMyApiCollectionEndpoint = operation({
  version: 'v4.0.0',
  name: 'deleteMyApiCollectionEndpoint',
  verb: 'DELETE',
  path: '/my/api-collections/API_COLLECTION_NAME/api-collection-endpoints/OPERATION_ID',
  summary: { en: 'Delete My Api Collection Endpoint', es: 'Quitar una operación de una de mis colecciones de API' },
  description: {
    en: `Takes an operation out of a collection. API_COLLECTION_NAME is the name of a collection of the user who is logged in, or its id.

Authentication is Mandatory`,
    es: `Quita una operación de una colección. API_COLLECTION_NAME es el nombre de una colección del usuario que ha iniciado sesión, o su identificador.

Autenticación obligatoria`,
  },
  tags: ['Api-Collection'],
  response: field.object({}),
  status: 204,
  errors: [error.UserNotLoggedIn, error.ApiCollectionNotFound, error.ApiCollectionEndpointNotFound, error.UnknownError],
  example: { response: {} },
  async handle({ path, user, origin }, _connector, { apiCollections }) {
    const { apiCollectionId } = await collectionOfPath(apiCollections, user, path.API_COLLECTION_NAME)
    if (!(await apiCollections.removeEndpoint(origin, apiCollectionId, { operationId: path.OPERATION_ID })))
      throw new error.Refusal(error.ApiCollectionEndpointNotFound)
    return {}
  },
})
