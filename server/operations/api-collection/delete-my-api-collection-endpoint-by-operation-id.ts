import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { ownCollection } from './api-collection.ts'

export const deleteMyApiCollectionEndpointByOperationId = operation({
  version: 'v4.0.0',
  name: 'deleteMyApiCollectionEndpointByOperationId',
  verb: 'DELETE',
  path: '/my/api-collection-ids/API_COLLECTION_ID/api-collection-endpoints/OPERATION_ID',
  summary: {
    en: 'Delete My Api Collection Endpoint By Operation Id',
    es: 'Quitar una operación de una de mis colecciones de API por su identificador de operación',
  },
  description: {
    en: `Takes an operation out of a collection. Another user’s collection counts as one that is not there.

Authentication is Mandatory`,
    es: `Quita una operación de una colección. La colección de otro usuario cuenta como inexistente.

Autenticación obligatoria`,
  },
  tags: ['Api-Collection'],
  response: field.object({}),
  status: 204,
  errors: [error.UserNotLoggedIn, error.ApiCollectionNotFound, error.ApiCollectionEndpointNotFound, error.UnknownError],
  example: { response: {} },
  async handle({ path, user, origin }, _connector, { apiCollections }) {
    const { apiCollectionId } = await ownCollection(apiCollections, user, path.API_COLLECTION_ID)
    if (!(await apiCollections.removeEndpoint(origin, apiCollectionId, { operationId: path.OPERATION_ID })))
      throw new error.Refusal(error.ApiCollectionEndpointNotFound)
    return {}
  },
})
