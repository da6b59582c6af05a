import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import {
  ApiCollectionEndpointsV400,
  collectionOfPath,
  exampleApiCollectionEndpoint,
  toApiCollectionEndpoint,
} from './api-collection.ts'

export const getMyApiCollectionEndpoints = operation({
  version: 'v4.0.0',
  name: 'getMyApiCollectionEndpoints',
  verb: 'GET',
  path: '/my/api-collections/API_COLLECTION_NAME/api-collection-endpoints',
  summary: { en: 'Get My Api Collection Endpoints', es: 'Obtener las operaciones de una de mis colecciones de API' },
  description: {
    en: `The operations in a collection, by their ids. API_COLLECTION_NAME is the name of a collection of the user who is logged in, or its id.

Authentication is Mandatory`,
    es: `Las operaciones de una colección, por sus identificadores. API_COLLECTION_NAME es el nombre de una colección del usuario que ha iniciado sesión, o su identificador.

Autenticación obligatoria`,
  },
  tags: ['Api-Collection'],
  response: ApiCollectionEndpointsV400,
  status: 200,
  errors: [error.UserNotLoggedIn, error.ApiCollectionNotFound, error.UnknownError],
  example: { response: { api_collection_endpoints: [exampleApiCollectionEndpoint] } },
  async handle({ path, user }, _connector, { apiCollections }) {
    const { apiCollectionId } = await collectionOfPath(apiCollections, user, path.API_COLLECTION_NAME)
    return { api_collection_endpoints: (await apiCollections.endpoints(apiCollectionId)).map(toApiCollectionEndpoint) }
  },
})
