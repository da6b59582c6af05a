import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { ApiCollectionsV400, exampleApiCollection, toApiCollection } from './api-collection.ts'

export const getMyApiCollections = operation({
  version: 'v4.0.0',
  name: 'getMyApiCollections',
  verb: 'GET',
  path: '/my/api-collections',
  summary: { en: 'Get My Api Collections', es: 'Obtener mis colecciones de API' },
  description: {
    en: `The collections of the user who is logged in, by name.

Authentication is Mandatory`,
    es: `Las colecciones del usuario que ha iniciado sesión, por nombre.

Autenticación obligatoria`,
  },
  tags: ['Api-Collection'],
  response: ApiCollectionsV400,
  status: 200,
  errors: [error.UserNotLoggedIn, error.UnknownError],
  example: { response: { api_collections: [exampleApiCollection] } },
  async handle({ user }, _connector, { apiCollections }) {
    return { api_collections: (await apiCollections.ofUser(user.userId)).map(toApiCollection) }
  },
})
