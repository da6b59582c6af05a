import { yamlType } from '../../protocol/documents.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { askedOperations, described, filters } from './resource-docs.ts'

export const getResourceDocsOpenAPI31YAML = operation({
  ...described,
  version: 'v6.0.0',
  name: 'getResourceDocsOpenAPI31YAML',
  verb: 'GET',
  path: '/resource-docs/API_VERSION/openapi.yaml',
  login: 'optional',
  document: { ...described.document, type: yamlType },
  summary: { en: 'Get OpenAPI 3.1 as YAML', es: 'Obtener el documento OpenAPI 3.1 en YAML' },
  description: {
    en: `The same document as *Get OpenAPI 3.1*, in YAML.

${filters.en}`,
    es: `El mismo documento que *Obtener el documento OpenAPI 3.1*, en YAML.

${filters.es}`,
  },
  response: field.written(field.json()),
  status: 200,
  example: {
    response: {
      openapi: '3.1.0',
      info: { title: 'Fichero, Open Bank Project API v4.0.0', version: 'v4.0.0' },
      paths: {},
    },
  },
  async handle(call, _connector, services) {
    const { version, filter } = await askedOperations(call, services)
    const about = { version, locale: call.locale, errors: call.errorLocale, publicUrl: services.publicUrl() }
    return services.documentation.programs['openapi.yaml'](about, filter)
  },
})
