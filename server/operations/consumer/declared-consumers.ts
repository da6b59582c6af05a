/** What every version of *Get Consumer* and *Get Consumers* declares alike. */
import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'

export const declaredConsumer = {
  name: 'getConsumer',
  verb: 'GET',
  path: '/management/consumers/CONSUMER_ID',
  summary: { en: 'Get Consumer', es: 'Obtener un consumidor' },
  description: {
    en: `The consumer of CONSUMER_ID, without its key and secret.

Authentication is Mandatory`,
    es: `El consumidor de CONSUMER_ID, sin su clave ni su secreto.

Autenticación obligatoria`,
  },
  tags: ['Consumer'],
  roles: allOf('CanGetConsumers'),
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.ConsumerNotFoundById, error.UnknownError],
} as const

export const declaredConsumers = {
  name: 'getConsumers',
  verb: 'GET',
  path: '/management/consumers',
  summary: { en: 'Get Consumers', es: 'Obtener los consumidores' },
  description: {
    en: `The consumers, which are the applications that call this server, without their keys and secrets; those that were registered last come first. The dates are those of registration.

Authentication is Mandatory`,
    es: `Los consumidores, es decir, las aplicaciones que llaman a este servidor, sin sus claves ni secretos; primero los últimos que se registraron. Las fechas son las de registro.

Autenticación obligatoria`,
  },
  tags: ['Consumer'],
  roles: allOf('CanGetConsumers'),
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.InvalidFilter, error.UnknownError],
} as const
