import { keysUrl } from '../../authentication/openid/addresses.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'

export const getOAuth2ServerJwksUris = operation({
  version: 'v3.1.0',
  name: 'getOAuth2ServerJWKsURIs',
  verb: 'GET',
  path: '/jwks-uris',
  login: 'optional',
  summary: { en: 'Get JSON Web Key (JWK) URIs', es: 'Obtener las URI de los conjuntos de claves (JWK)' },
  description: {
    en: `Where the public keys are with which bearer tokens are verified here: one address for those of this server itself, and one for each issuer that it trusts.

Authentication is Optional`,
    es: `Dónde están las claves públicas con las que se verifican aquí los tokens de portador: una dirección para los de este mismo servidor, y una por cada emisor en el que confía.

Autenticación opcional`,
  },
  tags: ['API', 'OAuth', 'OIDC'],
  response: field.object({ jwks_uris: field.array(field.object({ jwks_uri: field.string() })) }),
  status: 200,
  errors: [error.UnknownError],
  example: { response: { jwks_uris: [{ jwks_uri: 'https://identity.example.com/keys' }] } },
  handle: (_call, _connector, { settings, publicUrl }) => ({
    jwks_uris: [keysUrl(publicUrl()), ...settings.trustedIssuers.map(({ jwksUri }) => jwksUri)].map((jwks_uri) => ({
      jwks_uri,
    })),
  }),
})
