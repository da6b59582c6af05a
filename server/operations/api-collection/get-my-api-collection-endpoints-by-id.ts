import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import {
  ApiCollectionEndpointsV400,
  exampleApiCollectionEndpoint,
  ownCollection,
  toApiCollectionEndpoint,
} from './api-collection.ts'

export const getMyApiCollectionEndpointsById = operation({
  version: 'v4.0.0',
  name: 'getMyApiCollectionEndpointsById',
  verb: 'GET',
  path: '/my/api-collection-ids/API_COLLECTION_ID/api-collection-endpoints',
  summary: {
    en: 'Get My Api Collection Endpoints By Id',
    es: 'Obtener las operaciones de una de mis colecciones de API por identificador',
  },
  description: {
    en: `The operations in a collection, by their ids. Another user’s collection counts as one that is not there.

Authentication is Mandatory`,
    es: `Las operaciones de una colección, por sus identificadores. La colección de otro usuario cuenta como inexistente.

Autenticación obligatoria`,
  },
  tags: ['Api-Collection'],
  response: ApiCollectionEndpointsV400,
  status: 200,
  errors: [error.UserNotLoggedIn, error.ApiCollectionNotFound, error.UnknownError],
  example: { response: { api_collection_endpoints: [exampleApiCollectionEndpoint] } },
  async handle({ path, user }, _connector, { apiCollections }) {
    const { apiCollectionId } = await ownCollection(apiCollections, user, path.API_COLLECTION_ID)
    return { api_collection_endpoints: (await apiCollections.endpoints(apiCollectionId)).map(toApiCollectionEndpoint) }
  },
})
