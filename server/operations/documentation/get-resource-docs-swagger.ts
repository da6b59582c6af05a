import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { askedOperations, described, filters } from './resource-docs.ts'

export const getResourceDocsSwagger = operation({
  ...described,
  version: 'v1.4.0',
  name: 'getResourceDocsSwagger',
  verb: 'GET',
  path: '/resource-docs/API_VERSION/swagger',
  login: 'optional',
  summary: { en: 'Get Swagger 2.0', es: 'Obtener el documento Swagger 2.0' },
  description: {
    en: `Documents every operation that API_VERSION serves as one Swagger 2.0 document, from which tools make clients, forms and tests. Swagger 2.0 cannot say that a value may be null: \`x-nullable\` does.

${filters.en}`,
    es: `Documenta todas las operaciones que sirve API_VERSION como un documento Swagger 2.0, con el que las herramientas generan clientes, formularios y pruebas. Swagger 2.0 no puede decir que un valor puede ser nulo: lo dice \`x-nullable\`.

${filters.es}`,
  },
  response: field.written(field.json()),
  status: 200,
  example: {
    response: {
      swagger: '2.0',
      info: { title: 'Fichero, Open Bank Project API v4.0.0', version: 'v4.0.0' },
      paths: {},
    },
  },
  async handle(call, _connector, services) {
    const { version, filter } = await askedOperations(call, services)
    const about = { version, locale: call.locale, errors: call.errorLocale, publicUrl: services.publicUrl() }
    return services.documentation.programs.swagger(about, filter)
  },
})
