import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { assertConsumerExists } from './scope-v300.ts'

export const deleteScope = operation({
  version: 'v3.0.0',
  name: 'deleteScope',
  verb: 'DELETE',
  path: '/consumers/CONSUMER_ID/scope/SCOPE_ID',
  summary: { en: 'Delete Consumer Scope', es: 'Retirar un ámbito a un consumidor' },
  description: {
    en: `Takes a role from a consumer. It is gone for the next call of the consumer on.

Authentication is Mandatory`,
    es: `Retira un rol a un consumidor. Deja de tener efecto a partir de la siguiente llamada del consumidor.

Autenticación obligatoria`,
  },
  tags: ['Scope', 'Role', 'Consumer'],
  roles: allOf('CanDeleteScopeAtAnyBank'),
  response: field.object({}),
  status: 200,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.ConsumerNotFoundById,
    error.ScopeNotFound,
    error.UnknownError,
  ],
  example: { response: {} },
  async handle({ path: { CONSUMER_ID: consumerId, SCOPE_ID: scopeId }, origin }, _connector, { consumers, scopes }) {
    await assertConsumerExists(consumers, consumerId)
    if (!(await scopes.revoke(origin, { consumerId, scopeId })))
      throw new error.Refusal(error.ScopeNotFound, {
        en: ` Current SCOPE_ID(${scopeId})`,
        es: ` El SCOPE_ID actual es (${scopeId})`,
      })
    return {}
  },
})
