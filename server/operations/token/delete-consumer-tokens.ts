import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { consumerNotFound } from '../consumer/consumer-v310.ts'

export const deleteConsumerTokens = operation({
  version: 'v6.0.0',
  name: 'deleteConsumerTokens',
  verb: 'DELETE',
  path: '/management/consumers/CONSUMER_ID/tokens',
  summary: { en: 'Delete Consumer Tokens', es: 'Eliminar los tokens de un consumidor' },
  description: {
    en: `Logs everybody out of the application of CONSUMER_ID: whatever was given out through it is refused from the next call on. Users can log in with it again; to keep it out, disable it.

Authentication is Mandatory`,
    es: `Cierra la sesión de todos en la aplicación de CONSUMER_ID: todo lo que se dio a través de ella se rechaza desde la siguiente llamada. Los usuarios pueden volver a iniciar sesión con ella; para impedirlo, hay que deshabilitarla.

Autenticación obligatoria`,
  },
  tags: ['User'],
  roles: allOf('CanDeleteConsumerTokens'),
  response: field.object({}),
  status: 204,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.ConsumerNotFoundById, error.UnknownError],
  example: { response: {} },
  async handle({ path: { CONSUMER_ID: consumerId }, origin }, _connector, { loginTokens }) {
    if (!(await loginTokens.endAtConsumer(origin, consumerId))) throw consumerNotFound(consumerId)
    return {}
  },
})
