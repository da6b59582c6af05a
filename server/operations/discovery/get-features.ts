import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'

export const getFeatures = operation({
  version: 'v6.0.0',
  name: 'getFeatures',
  verb: 'GET',
  path: '/features',
  login: 'optional',
  summary: { en: 'Get Features', es: 'Obtener las funciones disponibles' },
  description: {
    en: `What this server is set to allow. What it cannot do at all, such as views on accounts, is false.

Authentication is Optional`,
    es: `Lo que este servidor está configurado para permitir. Lo que no puede hacer de ningún modo, como las vistas sobre cuentas, es false.

Autenticación opcional`,
  },
  tags: ['API'],
  response: field.object({
    allow_public_views: field.boolean(),
    allow_abac_account_access: field.boolean(),
    allow_account_firehose: field.boolean(),
    allow_customer_firehose: field.boolean(),
    allow_direct_login: field.boolean(),
    allow_gateway_login: field.boolean(),
    allow_oauth2_login: field.boolean(),
    allow_dauth: field.boolean(),
    allow_sandbox_account_creation: field.boolean(),
    allow_sandbox_data_import: field.boolean(),
    allow_account_deletion: field.boolean(),
    allow_just_in_time_entitlements: field.boolean(),
  }),
  status: 200,
  errors: [error.UnknownError],
  example: {
    response: {
      allow_public_views: false,
      allow_abac_account_access: false,
      allow_account_firehose: false,
      allow_customer_firehose: false,
      allow_direct_login: true,
      allow_gateway_login: false,
      allow_oauth2_login: true,
      allow_dauth: false,
      allow_sandbox_account_creation: false,
      allow_sandbox_data_import: true,
      allow_account_deletion: false,
      allow_just_in_time_entitlements: false,
    },
  },
  handle: (_call, _connector, { settings }) => ({
    allow_public_views: false,
    allow_abac_account_access: false,
    allow_account_firehose: false,
    allow_customer_firehose: false,
    allow_direct_login: true,
    allow_gateway_login: settings.gatewayLoginSecret !== undefined,
    allow_oauth2_login: settings.allowOAuth2Login,
    allow_dauth: false,
    allow_sandbox_account_creation: false,
    allow_sandbox_data_import: settings.allowSandboxImport,
    allow_account_deletion: false,
    allow_just_in_time_entitlements: false,
  }),
})
