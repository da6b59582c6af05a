import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import {
  ApiCollectionEndpointsV400,
  exampleApiCollectionEndpoint,
  readableCollection,
  toApiCollectionEndpoint,
} from './api-collection.ts'

export const getApiCollectionEndpoints = operation({
  version: 'v4.0.0',
  name: 'getApiCollectionEndpoints',
  verb: 'GET',
  path: '/api-collections/API_COLLECTION_ID/api-collection-endpoints',
  login: 'optional',
  summary: { en: 'Get Api Collection Endpoints', es: 'Obtener las operaciones de una colección de API' },
  description: {
    en: `The operations in a collection that is sharable or the caller’s own, by their ids.

Authentication is Optional`,
    es: `Las operaciones de una colección compartible o propia de quien llama, por sus identificadores.

Autenticación opcional`,
  },
  tags: ['Api-Collection'],
  response: ApiCollectionEndpointsV400,
  status: 200,
  errors: [error.ApiCollectionNotFound, error.UnknownError],
  example: { response: { api_collection_endpoints: [exampleApiCollectionEndpoint] } },
  async handle({ path, user }, _connector, { apiCollections }) {
    const { apiCollectionId } = await readableCollection(apiCollections, user, path.API_COLLECTION_ID)
    return { api_collection_endpoints: (await apiCollections.endpoints(apiCollectionId)).map(toApiCollectionEndpoint) }
  },
})
