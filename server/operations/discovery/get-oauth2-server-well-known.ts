import { discoveryUrl } from '../../authentication/openid/addresses.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'

export const getOAuth2ServerWellKnown = operation({
  version: 'v5.1.0',
  name: 'getOAuth2ServerWellKnown',
  verb: 'GET',
  path: '/well-known',
  login: 'optional',
  summary: { en: 'Get Well Known URIs', es: 'Obtener las direcciones well-known' },
  description: {
    en: `Where applications read how to log users in by OpenID Connect: at this server itself, which is named obp-oidc, and at the identity providers that it trusts.

Authentication is Optional`,
    es: `Dónde leen las aplicaciones cómo iniciar la sesión de los usuarios con OpenID Connect: en este mismo servidor, llamado obp-oidc, y en los proveedores de identidad en los que confía.

Autenticación opcional`,
  },
  tags: ['API', 'OAuth', 'OIDC'],
  response: field.object({
    well_known_uris: field.array(field.object({ provider: field.string(), url: field.string() })),
  }),
  status: 200,
  errors: [error.UnknownError],
  example: {
    response: {
      well_known_uris: [
        { provider: 'obp-oidc', url: 'https://bank.example.com/openid/.well-known/openid-configuration' },
      ],
    },
  },
  handle: (_call, _connector, { settings, publicUrl }) => ({
    well_known_uris: [
      { provider: 'obp-oidc', url: discoveryUrl(publicUrl()) },
      ...settings.trustedIssuers.map(({ name, issuer }) => ({ provider: name, url: openidConfigurationOf(issuer) })),
    ],
  }),
})

/** OpenID Connect Discovery 1.0, 4. */
const openidConfigurationOf = (issuer: string): string =>
  `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
