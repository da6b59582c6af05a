import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { ApiCollectionV400, exampleApiCollection, namedCollection, toApiCollection } from './api-collection.ts'

export const getMyApiCollectionByName = operation({
  version: 'v4.0.0',
  name: 'getMyApiCollectionByName',
  verb: 'GET',
  path: '/my/api-collections/name/API_COLLECTION_NAME',
  summary: { en: 'Get My Api Collection By Name', es: 'Obtener una de mis colecciones de API por su nombre' },
  description: {
    en: `The collection of that name of the user who is logged in.

Authentication is Mandatory`,
    es: `La colección con ese nombre del usuario que ha iniciado sesión.

Autenticación obligatoria`,
  },
  tags: ['Api-Collection'],
  response: ApiCollectionV400,
  status: 200,
  errors: [error.UserNotLoggedIn, error.ApiCollectionNotFound, error.UnknownError],
  example: { response: exampleApiCollection },
  handle: async ({ path, user }, _connector, { apiCollections }) =>
    toApiCollection(await namedCollection(apiCollections, user, path.API_COLLECTION_NAME)),
})
