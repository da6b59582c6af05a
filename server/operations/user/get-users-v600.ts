import { type UserFilter, type UserPage, userOrders } from '../../authentication/user-directory.ts'
import { allOf } from '../../authorisation/requirement.ts'
import { namesOf } from '../../authorisation/roles.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { type Page, wrongFilter } from '../../protocol/paging.ts'
import { filterOf } from './user-v400.ts'
import { exampleUserV600, toUserV600, UserV600 } from './user-v600.ts'

export const getUsersV600 = operation({
  version: 'v6.0.0',
  name: 'getUsers',
  verb: 'GET',
  path: '/users',
  summary: { en: 'Get all Users', es: 'Obtener todos los usuarios' },
  description: {
    en: `The users of this server with their roles, those who came first first.

Possible filters, of which all that are there apply: provider, username, email, user_id, role_name, bank_id (with role_name: the bank where the role is held), locked_status (active or locked), is_deleted (true or false; false if it is left out), limit (50 if it is left out) and offset.

With sort_by the order is another: user_id, username, email, provider, created_date or updated_date; sort_direction is asc or desc (desc if it is left out).

Authentication is Mandatory`,
    es: `Los usuarios de este servidor con sus roles; primero los más antiguos.

Filtros posibles, que se aplican todos a la vez: provider, username, email, user_id, role_name, bank_id (con role_name: el banco en el que se tiene el rol), locked_status (active o locked), is_deleted (true o false; false si no se indica), limit (50 si no se indica) y offset.

Con sort_by el orden es otro: user_id, username, email, provider, created_date o updated_date; sort_direction es asc o desc (desc si no se indica).

Autenticación obligatoria`,
  },
  tags: ['User'],
  roles: allOf('CanGetAnyUser'),
  paging: { limit: 50, most: 10_000 },
  response: field.object({ users: field.array(UserV600) }),
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.InvalidFilter, error.UnknownError],
  example: { response: { users: [exampleUserV600] } },
  async handle({ query, page, prefix }, _connector, services) {
    const records = await services.userDirectory.find(filterOfQuery(query), ordered(page, query.sort_by))
    return { users: await Promise.all(records.map((record) => toUserV600(record, prefix, services))) }
  },
})

/** An empty value counts as absent. @throws Refusal OBP-10016 */
function filterOfQuery(query: Readonly<Record<string, string>>): UserFilter {
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

/** @throws Refusal OBP-10016 with OBP-10042 */
function ordered({ limit, offset, sortDirection: direction }: Page, by: string | undefined): UserPage {
  if (!by) return { limit, offset }
  if (isOrder(by)) return { limit, offset, order: { by, direction } }
  const allowed = Object.keys(userOrders).join(', ')
  throw wrongFilter(error.SortByNotKnown, {
    en: ` Allowed values are: ${allowed}.`,
    es: ` Los valores permitidos son: ${allowed}.`,
  })
}

const isOrder = (text: string): text is keyof typeof userOrders => Object.hasOwn(userOrders, text)
