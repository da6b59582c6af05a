/** What *Get Scopes for Consumer* has in common in its versions. */
import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import type { Call } from '../../protocol/operation.ts'
import type { Services } from '../../protocol/services.ts'
import { assertConsumerExists, exampleScope, ScopesV300, toScopeV300 } from './scope-v300.ts'

export const described = {
  name: 'getScopes',
  verb: 'GET',
  path: '/consumers/CONSUMER_ID/scopes',
  summary: { en: 'Get Scopes for Consumer', es: 'Obtener los ámbitos de un consumidor' },
  description: {
    en: `The roles that a consumer was given, at every bank and in the system.

Authentication is Mandatory`,
    es: `Los roles concedidos a un consumidor, en todos los bancos y en el sistema.

Autenticación obligatoria`,
  },
  tags: ['Scope', 'Role', 'Consumer'],
  roles: allOf('CanGetEntitlementsForAnyUserAtAnyBank'),
  response: ScopesV300,
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.ConsumerNotFoundById, error.UnknownError],
  example: { response: { list: [exampleScope] } },
  async handle({ path }: Call<'/consumers/CONSUMER_ID/scopes'>, _connector: unknown, { consumers, scopes }: Services) {
    await assertConsumerExists(consumers, path.CONSUMER_ID)
    return { list: (await scopes.ofConsumer(path.CONSUMER_ID)).map(toScopeV300) }
  },
} as const
