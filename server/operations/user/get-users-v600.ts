import { type UserFilter, type UserPage, userOrders } from '../../authentication/users/user-directory.ts'
import { allOf } from '../../authorisation/requirement.ts'
import { namesOf } from '../../authorisation/roles.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import type { Page } from '../../protocol/paging.ts'
import { oneOf, type QueryValues, text, wrongFilter } from '../../protocol/query.ts'
import { filterOf, userParameters } from './user-v400.ts'
import { exampleUserV600, toUserV600, UserV600 } from './user-v600.ts'

const orders = Object.keys(userOrders) as (keyof typeof userOrders)[]
const orderNames = orders.join(', ')

const parameters = {
  ...userParameters,
  sort_by: oneOf(
    orders,
    () => {
      throw wrongFilter(error.SortByNotKnown, {
        en: ` Allowed values are: ${orderNames}.`,
        es: ` Los valores permitidos son: ${orderNames}.`,
      })
    },
    {
      en: 'Field to sort by. Without it the oldest users come first, whatever sort_direction says.',
      es: 'Campo por el que se ordena. Sin él van primero los usuarios más antiguos, diga lo que diga sort_direction.',
    },
    'username',
  ),
  provider: text('http://127.0.0.1:8080', {
    en: 'Users of this identity provider.',
    es: 'Los usuarios de este proveedor de identidad.',
  }),
  username: text('susan.uk.29', {
    en: 'Users with this username.',
    es: 'Los usuarios con este nombre de usuario.',
  }),
  email: text('felixsmith@example.com', {
    en: 'Users with this e-mail address, in upper or lower case.',
    es: 'Los usuarios con esta dirección de correo electrónico, sin distinguir mayúsculas de minúsculas.',
  }),
  user_id: text('9ca9a7e4-6d02-40e3-a129-0b2bf89de9b1', {
    en: 'The user with this id.',
    es: 'El usuario con este identificador.',
  }),
  role_name: text('CanGetCustomersAtOneBank', {
    en: 'Users who hold this role, under either of its names.',
    es: 'Los usuarios que tienen este rol, con cualquiera de sus nombres.',
  }),
  bank_id: text('gh.29.uk', {
    en: 'Together with role_name: the bank at which the role is held.',
    es: 'Junto con role_name: el banco en el que el usuario tiene el rol.',
  }),
}

export const getUsersV600 = operation({
  version: 'v6.0.0',
  name: 'getUsers',
  verb: 'GET',
  path: '/users',
  summary: { en: 'Get all Users', es: 'Obtener todos los usuarios' },
  description: {
    en: `The users of this server with their roles. A user has to match every filter that is given.

Authentication is Mandatory`,
    es: `Los usuarios de este servidor con sus roles. Cada usuario ha de cumplir todos los filtros que se indiquen.

Autenticación obligatoria`,
  },
  tags: ['User'],
  roles: allOf('CanGetAnyUser'),
  paging: { limit: 50, most: 10_000, parts: ['limit', 'offset', 'sort_direction'] },
  query: parameters,
  response: field.object({ users: field.array(UserV600) }),
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.InvalidFilter, error.UnknownError],
  example: { response: { users: [exampleUserV600] } },
  async handle({ query, page, prefix }, _connector, services) {
    const records = await services.userDirectory.find(filterOfQuery(query), ordered(page, query.sort_by))
    return { users: await Promise.all(records.map((record) => toUserV600(record, prefix, services))) }
  },
})

function filterOfQuery(query: QueryValues<typeof parameters>): UserFilter {
  const { provider, username, email, user_id, role_name, bank_id } = query
  return {
    ...filterOf(query),
    ...(provider && { provider }),
    ...(username && { username }),
    ...(email && { email }),
    ...(user_id && { userId: user_id }),
    ...(role_name && { role: { names: namesOf(role_name), ...(bank_id && { bankId: bank_id }) } }),
  }
}

const ordered = (
  { limit, offset, sortDirection: direction }: Page,
  by: keyof typeof userOrders | undefined,
): UserPage => ({ limit, offset, ...(by && { order: { by, direction } }) })
