import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { ownCollection } from './api-collection.ts'

export const deleteMyApiCollectionEndpointById = operation({
  version: 'v4.0.0',
  name: 'deleteMyApiCollectionEndpointById',
  verb: 'DELETE',
  path: '/my/api-collection-ids/API_COLLECTION_ID/api-collection-endpoint-ids/API_COLLECTION_ENDPOINT_ID',
  summary: {
    en: 'Delete My Api Collection Endpoint By Id',
    es: 'Quitar una operación de una de mis colecciones de API por identificador',
  },
  description: {
    en: `Takes out of a collection what API_COLLECTION_ENDPOINT_ID stands for. Another user’s collection counts as one that is not there.

Authentication is Mandatory`,
    es: `Quita de una colección aquello que representa API_COLLECTION_ENDPOINT_ID. La colección de otro usuario cuenta como inexistente.

Autenticación obligatoria`,
  },
  tags: ['Api-Collection'],
  response: field.object({}),
  status: 204,
  errors: [error.UserNotLoggedIn, error.ApiCollectionNotFound, error.ApiCollectionEndpointNotFound, error.UnknownError],
  example: { response: {} },
  async handle({ path, user, origin }, _connector, { apiCollections }) {
    const { apiCollectionId } = await ownCollection(apiCollections, user, path.API_COLLECTION_ID)
    const which = { apiCollectionEndpointId: path.API_COLLECTION_ENDPOINT_ID }
    if (!(await apiCollections.removeEndpoint(origin, apiCollectionId, which)))
      throw new error.Refusal(error.ApiCollectionEndpointNotFound)
    return {}
  },
})
