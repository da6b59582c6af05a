import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import {
  ApiCollectionEndpointV400,
  collectionOfPath,
  exampleApiCollectionEndpoint,
  toApiCollectionEndpoint,
} from './api-collection.ts'

export const getMyApiCollectionEndpoint = operation({
  version: 'v4.0.0',
  name: 'getMyApiCollectionEndpoint',
  verb: 'GET',
  path: '/my/api-collections/API_COLLECTION_NAME/api-collection-endpoints/OPERATION_ID',
  summary: { en: 'Get My Api Collection Endpoint', es: 'Obtener una operación de una de mis colecciones de API' },
  description: {
    en: `One operation in a collection. API_COLLECTION_NAME is the name of a collection of the user who is logged in, or its id.

Authentication is Mandatory`,
    es: `Una operación de una colección. API_COLLECTION_NAME es el nombre de una colección del usuario que ha iniciado sesión, o su identificador.

Autenticación obligatoria`,
  },
  tags: ['Api-Collection'],
  response: ApiCollectionEndpointV400,
  status: 200,
  errors: [error.UserNotLoggedIn, error.ApiCollectionNotFound, error.ApiCollectionEndpointNotFound, error.UnknownError],
  example: { response: exampleApiCollectionEndpoint },
  async handle({ path, user }, _connector, { apiCollections }) {
    const { apiCollectionId } = await collectionOfPath(apiCollections, user, path.API_COLLECTION_NAME)
    const endpoints = await apiCollections.endpoints(apiCollectionId)
    const endpoint = endpoints.find(({ operationId }) => operationId === path.OPERATION_ID)
    if (!endpoint) throw new error.Refusal(error.ApiCollectionEndpointNotFound)
    return toApiCollectionEndpoint(endpoint)
  },
})
