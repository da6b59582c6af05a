import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../operations/catalogue.ts'
import { documentedErrors } from '../protocol/documented-errors.ts'
import { readSettings } from '../settings.ts'
import { openApiOperation } from './openapi.ts'
import { refusalSchema, sharedPaths } from './published-operation.ts'
import { swaggerOperation, swaggerSchema } from './swagger.ts'

const publication = { settings: readSettings({}), pathOf: sharedPaths(catalogue) }
const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true })
formats.default(ajv)

const errorsOf = (schema: object, value: unknown) => {
  const check = ajv.compile(schema)
  check(value)
  return check.errors ?? []
}

interface Content {
  schema: object
  example?: unknown
}
type Contents = Record<string, Content>

describe.each(catalogue.map((operation) => ({ id: operation.id, operation })))('$id', ({ operation }) => {
  const published = openApiOperation(operation, 'en_GB', publication)
  const responses = published.responses as unknown as Record<string, { content?: Contents; description: string }>

  test('its schemas are JSON Schema 2020-12, and its examples are valid by them', () => {
    if (published.requestBody)
      expect(errorsOf(published.requestBody.content['application/json'].schema, operation.example.request)).toEqual([])
    for (const { schema } of Object.values(responses[operation.status]!.content ?? {}))
      expect(errorsOf(schema, operation.example.response)).toEqual([])
  })

  test('every error that it documents stands under its status, with an example of its own', () => {
    for (const { status, code, en } of documentedErrors(operation)) {
      const examples = (
        responses[status]!.content!['application/json'] as unknown as { examples: Record<string, { value: object }> }
      ).examples
      const message = code ? `${code}: ${en}` : en
      const values = Object.values(examples).map(({ value }) => value)
      expect(values).toContainEqual({ code: status, message })
      for (const value of values) expect(errorsOf(refusalSchema, value)).toEqual([])
      const swagger = swaggerOperation(operation, 'en_GB', publication)
      expect((swagger.responses as Record<string, { description: string }>)[status]!.description).toContain(
        message.trim(),
      )
    }
  })
})

test('where Swagger has no list of types, a schema says which type it is besides null', () => {
  expect(
    swaggerSchema({
      type: 'object',
      properties: {
        name: { type: ['string', 'null'], maxLength: 3 },
        list: { type: ['array', 'null'], items: { type: ['null', 'integer'] } },
      },
      required: ['name'],
    }),
  ).toEqual({
    type: 'object',
    properties: {
      name: { type: 'string', 'x-nullable': true, maxLength: 3 },
      list: { type: 'array', 'x-nullable': true, items: { type: 'integer', 'x-nullable': true } },
    },
    required: ['name'],
  })
})
