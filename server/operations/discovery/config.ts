/** What the two versions of *Get API Configuration* have in common. */
import type { Static } from 'typebox'
import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import type { Settings } from '../../settings.ts'

export const Config = field.object({
  akka: field.object({
    ports: field.array(field.object({ property: field.string(), value: field.string() })),
    log_level: field.string(),
    remote_data_secret_matched: field.boolean(),
  }),
  elastic_search: field.object({ metrics: field.array(field.string()), warehouse: field.array(field.string()) }),
  cache: field.array(field.object({ function_name: field.string(), ttl_in_seconds: field.number() })),
  scopes: field.object({
    require_scopes_for_all_roles: field.boolean(),
    require_scopes_for_listed_roles: field.array(field.string()),
  }),
})

/** This server has no Akka, no Elasticsearch and no caches; the level is that of its own log. */
export const configOf = ({ logLevel }: Pick<Settings, 'logLevel'>): Static<typeof Config> => ({
  akka: { ports: [], log_level: logLevel, remote_data_secret_matched: false },
  elastic_search: { metrics: [], warehouse: [] },
  cache: [],
  scopes: { require_scopes_for_all_roles: false, require_scopes_for_listed_roles: [] },
})

export const described = {
  verb: 'GET',
  path: '/config',
  summary: { en: 'Get API Configuration', es: 'Obtener la configuración de la API' },
  description: {
    en: `How this server is set up, in the words of OBP. Parts that this server does not have (Akka, Elasticsearch, caches, gRPC) are empty; \`log_level\` is that of its log.

Authentication is Mandatory`,
    es: `Cómo está configurado este servidor, con las palabras de OBP. Las partes que este servidor no tiene (Akka, Elasticsearch, cachés, gRPC) van vacías; \`log_level\` es el de su registro.

Autenticación obligatoria`,
  },
  tags: ['API'],
  roles: allOf('CanGetConfig'),
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.UnknownError],
} as const
