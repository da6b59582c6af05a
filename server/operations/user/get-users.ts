import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { exampleUserV200 } from './user-v200.ts'
import { filterOf, toUsersV200, UsersV200, userParameters } from './user-v400.ts'

export const getUsers = operation({
  version: 'v2.1.0',
  until: 'v3.1.0',
  name: 'getUsers',
  verb: 'GET',
  path: '/users',
  summary: { en: 'Get all Users', es: 'Obtener todos los usuarios' },
  description: {
    en: `All users, oldest first.

Authentication is Mandatory`,
    es: `Todos los usuarios, del más antiguo al más reciente.

Autenticación obligatoria`,
  },
  tags: ['User'],
  roles: allOf('CanGetAnyUser'),
  paging: { limit: 50, most: 10_000, parts: ['limit', 'offset'], readsHeaders: true },
  query: userParameters,
  response: UsersV200,
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.InvalidFilter, error.UnknownError],
  example: { response: { users: [exampleUserV200] } },
  handle: async ({ query, page, prefix }, _connector, services) =>
    toUsersV200(await services.userDirectory.find(filterOf(query), page), prefix, services),
})
