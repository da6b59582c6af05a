/** What the parts of a path mean that stand for values. */
import type { Meanings } from '../meaning.ts'

export const placeholders: Meanings = {
  BANK_ID: ['Stands in a path for the id of a bank.', 'Representa en una ruta el identificador de un banco.'],
  CUSTOMER_ID: ['Stands in a path for the id of a customer.', 'Representa en una ruta el identificador de un cliente.'],
  USER_ID: ['Stands in a path for the id of a user.', 'Representa en una ruta el identificador de un usuario.'],
  USERNAME: [
    'Stands in a path for the name with which a user logs in.',
    'Representa en una ruta el nombre con el que un usuario inicia sesión.',
  ],
  USER_EMAIL: [
    'Stands in a path for the e-mail address of a user.',
    'Representa en una ruta la dirección de correo de un usuario.',
  ],
  EMAIL: ['Stands in a path for an e-mail address.', 'Representa en una ruta una dirección de correo.'],
  PROVIDER: ['Stands in a path for the provider of a user.', 'Representa en una ruta el proveedor de un usuario.'],
  CONSUMER_ID: [
    'Stands in a path for the id of a consumer.',
    'Representa en una ruta el identificador de un consumidor.',
  ],
  ENTITLEMENT_ID: [
    'Stands in a path for the id of an entitlement.',
    'Representa en una ruta el identificador de un permiso.',
  ],
  ENTITLEMENT_REQUEST_ID: [
    'Stands in a path for the id of a request for a role.',
    'Representa en una ruta el identificador de una solicitud de rol.',
  ],
  SCOPE_ID: ['Stands in a path for the id of a scope.', 'Representa en una ruta el identificador de un ámbito.'],
  TOKEN_ID: ['Stands in a path for the id of a token.', 'Representa en una ruta el identificador de un token.'],
  RATE_LIMITING_ID: [
    'Stands in a path for the id of a rate limit.',
    'Representa en una ruta el identificador de un límite de llamadas.',
  ],
  DATE_WITH_HOUR: [
    'Stands in a path for a date and hour, such as 2026-01-27-14.',
    'Representa en una ruta una fecha con su hora, como 2026-01-27-14.',
  ],
  OPERATION_ID: [
    'Stands in a path for the id of an operation.',
    'Representa en una ruta el identificador de una operación.',
  ],
  API_VERSION: [
    'Stands in a path for a version, such as v4.0.0 or OBPv4.0.0.',
    'Representa en una ruta una versión, como v4.0.0 u OBPv4.0.0.',
  ],
  CONNECTOR: ['Stands in a path for the name of a connector.', 'Representa en una ruta el nombre de un conector.'],
  API_COLLECTION_ID: [
    'Stands in a path for the id of an API collection.',
    'Representa en una ruta el identificador de una colección de API.',
  ],
  API_COLLECTION_NAME: [
    'Stands in a path for the name of an API collection.',
    'Representa en una ruta el nombre de una colección de API.',
  ],
  API_COLLECTION_ENDPOINT_ID: [
    'Stands in a path for the id of an operation in an API collection.',
    'Representa en una ruta el identificador de una operación en una colección de API.',
  ],
  WEBUI_PROP_NAME: [
    'Stands in a path for the name of something that front ends show.',
    'Representa en una ruta el nombre de algo que muestran las aplicaciones web.',
  ],
  WEB_UI_PROPS_ID: [
    'Stands in a path for the id of something that front ends show.',
    'Representa en una ruta el identificador de algo que muestran las aplicaciones web.',
  ],
}
