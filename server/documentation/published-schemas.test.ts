import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import fc from 'fast-check'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/schema'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../operations/catalogue.ts'
import { documentedQuery } from '../protocol/documented-query.ts'
import { numbersAsTexts } from '../protocol/fields.ts'
import { possibleErrors } from '../protocol/possible-errors.ts'
import { readSettings } from '../settings.ts'
import type { JsonSchema } from './json-schema.ts'
import { openApiOperation } from './openapi.ts'
import { refusalSchema, sharedPaths } from './published-operation.ts'
import { type SwaggerSchema, swaggerOperation, swaggerSchema } from './swagger.ts'

const english = { locale: 'en_GB', errors: 'en_GB' } as const
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
  const published = openApiOperation(operation, english, publication)
  const responses = published.responses as unknown as Record<string, { content?: Contents; description: string }>

  test('its schemas are JSON Schema 2020-12, and its examples are valid by them', () => {
    if (published.requestBody)
      expect(errorsOf(published.requestBody.content['application/json'].schema, operation.example.request)).toEqual([])
    for (const { schema } of Object.values(responses[operation.status]!.content ?? {}))
      expect(errorsOf(schema, operation.example.response)).toEqual([])
  })

  test('every error that it can answer stands under its status, with an example of its own', () => {
    for (const { status, code, en } of possibleErrors(operation)) {
      const examples = (
        responses[status]!.content!['application/json'] as unknown as { examples: Record<string, { value: object }> }
      ).examples
      const message = code ? `${code}: ${en}` : en
      const values = Object.values(examples).map(({ value }) => value)
      expect(values).toContainEqual({ code: status, message })
      for (const value of values) expect(errorsOf(refusalSchema, value)).toEqual([])
      const swagger = swaggerOperation(operation, english, publication)
      expect((swagger.responses as unknown as Record<string, { description: string }>)[status]!.description).toContain(
        message.trim(),
      )
    }
  })
})

test('where Swagger has no list of types, a schema says which type it is besides null', () => {
  expect(
    swaggerSchema(
      {
        type: 'object',
        properties: {
          name: { type: ['string', 'null'], maxLength: 3 },
          list: { type: ['array', 'null'], items: { type: ['null', 'integer'] } },
        },
        required: ['name'],
      },
      'en_GB',
    ),
  ).toEqual({
    type: 'object',
    properties: {
      name: { type: 'string', 'x-nullable': true, maxLength: 3 },
      list: { type: 'array', 'x-nullable': true, items: { type: 'integer', 'x-nullable': true } },
    },
    required: ['name'],
  })
})

interface Part {
  place: string
  declared: TSchema & { format?: string; type?: string | string[] }
  published: JsonSchema
  swagger: SwaggerSchema
}

/** Every part of a schema, as it is declared and as it is published. */
function partsOf(place: string, declared: Part['declared'], published: JsonSchema, swagger: SwaggerSchema): Part[] {
  const { properties = {}, items } = declared as { properties?: Record<string, TSchema>; items?: TSchema }
  return [
    { place, declared, published, swagger },
    ...Object.entries(properties).flatMap(([name, field]) =>
      partsOf(`${place}.${name}`, field, published.properties![name]!, swagger.properties![name]!),
    ),
    ...(items ? partsOf(`${place}[]`, items, published.items!, swagger.items!) : []),
  ]
}

/** Every part of what programs may send, in bodies and in queries. */
const sent = catalogue.flatMap((operation): Part[] => {
  const openApi = openApiOperation(operation, english, publication)
  const swagger = swaggerOperation(operation, english, publication).parameters as { name: string; schema?: object }[]
  const body = operation.request
    ? partsOf(
        operation.id,
        operation.request,
        openApi.requestBody!.content['application/json'].schema,
        swagger.find(({ name }) => name === 'body')!.schema as SwaggerSchema,
      )
    : []
  const query = Object.entries(documentedQuery(operation)).flatMap(([name, { schema }]) =>
    partsOf(
      `${operation.id}?${name}`,
      schema,
      openApi.parameters.find((each) => each.name === name)!.schema,
      swagger.find((each) => each.name === name) as SwaggerSchema,
    ),
  )
  return [...body, ...query]
})

describe('a date that is sent', () => {
  const dates = sent.filter(({ declared }) => declared.format?.endsWith('date'))
  const two = fc.integer({ min: 0, max: 99 }).map((number) => String(number).padStart(2, '0'))
  // on the first and the last day that there are, an offset can lead to another year, which no pattern can say
  const day = fc
    .date({ min: new Date('1000-01-02'), max: new Date('9999-12-30'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const anyDay = fc.tuple(fc.integer({ min: 1001, max: 9998 }), two, two).map((parts) => parts.join('-'))
  const zone = fc.oneof(
    fc.constantFrom('Z', 'z', ''),
    fc.tuple(fc.constantFrom('+', '-'), two, fc.constantFrom(':', ''), two).map((parts) => parts.join('')),
  )
  const time = fc
    .tuple(two, two, two, fc.constantFrom('', '.5', '.123456789', '.1234567890', ',5'), zone)
    .map(([hour, minute, second, fraction, offset]) => `${hour}:${minute}:${second}${fraction}${offset}`)
  const usual = fc.constantFrom('00:00:00Z', '23:59:59.999Z', '23:08:00+02:00', '08:15:30.5-0800', '12:00:00+18:59')
  const text = fc.oneof(
    day,
    anyDay,
    fc
      .tuple(fc.oneof(day, anyDay), fc.constantFrom('T', 't', ' '), fc.oneof(time, usual))
      .map((parts) => parts.join('')),
    fc.tuple(day, usual).map((parts) => parts.join('T')),
    fc.string(),
  )

  test.each(dates)('$place: is taken in just the forms that are published', ({ declared, published, swagger }) => {
    const taken = Compile(declared)
    const isPublished = ajv.compile(published)
    fc.assert(
      fc.property(text, (date) => {
        // no format knows an offset without a colon, and no pattern the calendar
        if (/[+-]\d{4}$/.test(date)) expect(isPublished(date) || !taken.Check(date), date).toBe(true)
        else expect(isPublished(date), date).toBe(taken.Check(date))
        // Swagger has no calendar
        if (taken.Check(date)) expect(date).toMatch(new RegExp(swagger.pattern!, 'u'))
      }),
      { numRuns: 300 },
    )
    expect([isPublished('1988-03-09'), taken.Check('1988-03-09')]).toEqual([true, true])
    expect(swagger.description).toContain('A day such as `2018-03-09` or a time such as `2013-01-21T23:08:00Z`.')
  })

  test('is in many places', () => {
    expect(dates.length).toBeGreaterThan(20)
  })
})

test('a number that is taken as a text is published, and in Swagger said to be', () => {
  const takers = sent.filter(({ declared }) => Compile(declared).Check(numbersAsTexts(declared, 12345)))
  const texts = takers.filter(({ declared }) => [declared.type].flat().includes('string'))
  expect(texts.length).toBeGreaterThan(50)
  for (const { place, published, swagger } of texts) {
    expect(errorsOf(published, 12345), place).toEqual([])
    expect(swagger.description, place).toContain('A number is taken as its text.')
  }
})
