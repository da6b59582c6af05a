import { anyOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { ApiCollectionsV400, exampleApiCollection, toApiCollection } from './api-collection.ts'

export const getAllApiCollections = operation({
  version: 'v5.1.0',
  name: 'getAllApiCollections',
  verb: 'GET',
  path: '/management/api-collections',
  summary: { en: 'Get All API Collections', es: 'Obtener todas las colecciones de API' },
  description: {
    en: `The collections of all users, by user and name, whether they are sharable or not.

Authentication is Mandatory`,
    es: `Las colecciones de todos los usuarios, por usuario y nombre, sean compartibles o no.

Autenticación obligatoria`,
  },
  tags: ['Api-Collection'],
  roles: anyOf('CanGetAllApiCollections'),
  response: ApiCollectionsV400,
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.UnknownError],
  example: { response: { api_collections: [exampleApiCollection] } },
  async handle(_call, _connector, { apiCollections }) {
    return { api_collections: (await apiCollections.all()).map(toApiCollection) }
  },
})
