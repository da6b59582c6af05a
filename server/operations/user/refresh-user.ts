import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { recordOfUserId } from './user-v400.ts'

export const refreshUser = operation({
  version: 'v3.1.0',
  name: 'refreshUser',
  verb: 'POST',
  path: '/users/USER_ID/refresh',
  summary: { en: 'Refresh User', es: 'Actualizar un usuario' },
  description: {
    en: `Does nothing, and says that it took no time: what this server knows of a user is never behind.

Authentication is Mandatory`,
    es: `No actualiza nada y responde con una duración de cero: lo que este servidor sabe de un usuario nunca está desfasado.

Autenticación obligatoria`,
  },
  tags: ['User'],
  roles: allOf('CanRefreshUser'),
  response: field.object({ duration_time: field.string() }),
  status: 201,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.UserNotFoundByUserId, error.UnknownError],
  example: { response: { duration_time: '0 ms' } },
  async handle({ path }, _connector, services) {
    await recordOfUserId(services, path.USER_ID)
    return { duration_time: '0 ms' }
  },
})
