import { anyOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { userOfPath } from '../role/user-of-path.ts'
import { ApiCollectionsV400, exampleApiCollection, toApiCollection } from './api-collection.ts'

export const getApiCollectionsForUser = operation({
  version: 'v4.0.0',
  name: 'getApiCollectionsForUser',
  verb: 'GET',
  path: '/users/USER_ID/api-collections',
  summary: { en: 'Get Api Collections for User', es: 'Obtener las colecciones de API de un usuario' },
  description: {
    en: `The collections of a user by name, whether they are sharable or not.

Authentication is Mandatory`,
    es: `Las colecciones de un usuario por nombre, sean compartibles o no.

Autenticación obligatoria`,
  },
  tags: ['Api-Collection'],
  roles: anyOf('CanGetAllApiCollections'),
  response: ApiCollectionsV400,
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.UserNotFoundById, error.UnknownError],
  example: { response: { api_collections: [exampleApiCollection] } },
  async handle({ path }, _connector, { apiCollections, users }) {
    const { userId } = await userOfPath(users, path.USER_ID)
    return { api_collections: (await apiCollections.ofUser(userId)).map(toApiCollection) }
  },
})
