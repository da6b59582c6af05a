import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'

const RateLimiting = field.object({
  enabled: field.boolean(),
  technology: field.string(),
  service_available: field.boolean(),
  is_active: field.boolean(),
})

export const getRateLimitingInfo = operation({
  version: 'v3.1.0',
  name: 'getRateLimitingInfo',
  verb: 'GET',
  path: '/rate-limiting',
  summary: { en: 'Get Rate Limiting Info', es: 'Obtener información sobre los límites de llamadas' },
  description: {
    en: `Whether the calls of consumers are limited here, where they are counted (\`MEMORY\`, \`POSTGRESQL\` or \`REDIS\`), and whether that answers.

Authentication is Optional`,
    es: `Si aquí se limitan las llamadas de los consumidores, dónde se cuentan (\`MEMORY\`, \`POSTGRESQL\` o \`REDIS\`) y si ese almacén responde.

Autenticación opcional`,
  },
  tags: ['API', 'Rate Limits'],
  login: 'optional',
  response: RateLimiting,
  status: 200,
  errors: [error.UnknownError],
  example: { response: { enabled: true, technology: 'REDIS', service_available: true, is_active: true } },
  async handle(_call, _connector, { settings: { useConsumerLimits: enabled }, counters }) {
    const available = await counters.look('availability', 1).then(
      () => true,
      () => false,
    )
    return {
      enabled,
      technology: counters.store.toUpperCase(),
      service_available: available,
      is_active: enabled && available,
    }
  },
})
