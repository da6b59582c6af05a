import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { ApiCollectionV400, exampleApiCollection, ownCollection, toApiCollection } from './api-collection.ts'

export const getMyApiCollectionById = operation({
  version: 'v4.0.0',
  name: 'getMyApiCollectionById',
  verb: 'GET',
  path: '/my/api-collections/API_COLLECTION_ID',
  summary: { en: 'Get My Api Collection By Id', es: 'Obtener una de mis colecciones de API por su identificador' },
  description: {
    en: `One collection of the user who is logged in. Another user’s collection counts as one that is not there.

Authentication is Mandatory`,
    es: `Una colección del usuario que ha iniciado sesión. La colección de otro usuario cuenta como inexistente.

Autenticación obligatoria`,
  },
  tags: ['Api-Collection'],
  response: ApiCollectionV400,
  status: 200,
  errors: [error.UserNotLoggedIn, error.ApiCollectionNotFound, error.UnknownError],
  example: { response: exampleApiCollection },
  handle: async ({ path, user }, _connector, { apiCollections }) =>
    toApiCollection(await ownCollection(apiCollections, user, path.API_COLLECTION_ID)),
})
