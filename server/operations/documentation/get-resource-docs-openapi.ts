import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { askedOperations, described, filters } from './resource-docs.ts'

export const getResourceDocsOpenAPI31 = operation({
  ...described,
  version: 'v6.0.0',
  name: 'getResourceDocsOpenAPI31',
  verb: 'GET',
  path: '/resource-docs/API_VERSION/openapi',
  login: 'optional',
  summary: { en: 'Get OpenAPI 3.1', es: 'Obtener el documento OpenAPI 3.1' },
  description: {
    en: `Documents every operation that API_VERSION serves as one OpenAPI 3.1 document in JSON, from which tools make clients, forms and tests: its parameters, the schemas and examples of its bodies, every error under its status, the ways to log in, and its roles in \`x-roles\`.

${filters.en}`,
    es: `Documenta todas las operaciones que sirve API_VERSION como un documento OpenAPI 3.1 en JSON, con el que las herramientas generan clientes, formularios y pruebas: sus parámetros, los esquemas y ejemplos de sus cuerpos, cada error con su código de estado, las formas de autenticarse y, en \`x-roles\`, sus roles.

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
    return services.documentation.programs.openapi(about, filter)
  },
})
