import swaggerParser from '@apidevtools/swagger-parser'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../connector/contract.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { getMessageDocs } from './get-message-docs.ts'
import { getMessageDocsJsonSchema } from './get-message-docs-json-schema.ts'
import { getMessageDocsSwagger } from './get-message-docs-swagger.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const docs = '/obp/v2.2.0/message-docs'
const schemas = '/obp/v6.0.0/message-docs'
const methods = Object.keys(contract)
const empty = [
  'akka_vDec2018',
  'kafka_vSept2018',
  'kafka_vMay2019',
  'rest_vMar2019',
  'stored_procedure_vDec2019',
  'rabbitmq_vOct2024',
  'star',
  'internal',
  'proxy',
]
interface Doc {
  process: string
  description: string
  example_outbound_message: Record<string, unknown>
  example_inbound_message: { status: { errorCode: string }; data: unknown }
  dependent_endpoints: { name: string; version: string }[]
}

describe('getMessageDocs', () => {
  test.each(['mapped', 'local'])('200 for %s with every method of the contract, without a login', async (connector) => {
    const answer = await server.call(`${docs}/${connector}`)
    expect(answer.status).toBe(200)
    const list: Doc[] = answer.body.message_docs
    expect(list.map(({ process }) => process)).toEqual(methods.map((method) => `obp.${method}`))
    expect(list.find(({ process }) => process === 'obp.getCrmEvents')).toMatchObject({
      message_format: connector,
      description: expect.stringMatching(/^A part of a bank’s CRM events/),
      example_outbound_message: { outboundAdapterCallContext: {}, bankId: 'gh.29.uk', sortDirection: 'asc' },
      example_inbound_message: {
        status: { errorCode: '', backendMessages: [] },
        data: [{ bankId: 'gh.29.uk', customerNumber: '5987953', channel: 'Branch' }],
      },
      adapter_implementation: { group: '- Core', suggested_order: methods.indexOf('getCrmEvents') + 1 },
      dependent_endpoints: [{ name: 'getCrmEvents', version: 'OBPv1.4.0' }],
      requiredFieldInfo: {},
    })
  })

  test('one has just the fields that it is documented with', async () => {
    const answer = await server.call(`${docs}/mapped`)
    const [getBank] = answer.body.message_docs.filter(({ process }: Doc) => process === 'obp.getBank')
    const [first] = getBank.dependent_endpoints
    const body = { message_docs: [{ ...getBank, dependent_endpoints: [first] }] }
    expectDeclared({ ...answer, body }, getMessageDocs, 200)
  })

  test('the operations that depend on a method are those that declare it', async () => {
    const list: Doc[] = (await server.call(`${docs}/mapped`)).body.message_docs
    for (const { process, dependent_endpoints } of list)
      expect(dependent_endpoints.map(({ name, version }) => `${version}-${name}`)).toEqual(
        server.services.catalogue
          .filter(({ uses }) => uses.some((method) => `obp.${method}` === process))
          .map(({ id }) => id),
      )
  })

  test('no text of an example is empty but the error that there is not', async () => {
    for (const { process, example_outbound_message, example_inbound_message } of (await server.call(`${docs}/mapped`))
      .body.message_docs as Doc[]) {
      const texts = JSON.stringify([example_outbound_message, example_inbound_message.data])
      expect(texts, process).not.toContain('""')
    }
  })

  test.each(empty)('200 with an empty list for %s, which only OBP has', async (connector) => {
    expect((await server.call(`${docs}/${connector}`)).body).toEqual({ message_docs: [] })
  })

  test('400 OBP-30211 for an unknown connector, also for names that every object has', async () => {
    for (const connector of ['none', 'MAPPED', 'constructor', 'toString'])
      for (const path of [`${docs}/${connector}`, `${schemas}/${connector}/json-schema`]) {
        const { status, body } = await server.call(path)
        expect([status, body.message]).toEqual([
          400,
          'OBP-30211: Invalid Connector Version. Please specify a valid value for CONNECTOR.',
        ])
      }
  })

  test('descriptions follow the language; 400 OBP-10041 for one that there is not', async () => {
    const spanish = (await server.call(`${docs}/mapped?locale=es_ES`)).body.message_docs
    expect(spanish[1].description).toBe('El banco del identificador; null si no existe.')
    const unknown = await server.call(`${docs}/mapped?locale=fr`)
    expect([unknown.status, unknown.body.message.slice(0, 10)]).toEqual([400, 'OBP-10041:'])
  })

  test('401 for credentials that are wrong; 404 before v2.2.0', async () => {
    expect((await server.call(`${docs}/mapped`, { token: 'wrong' })).status).toBe(401)
    expect((await server.call('/obp/v2.1.0/message-docs/mapped')).status).toBe(404)
  })
})

describe('getMessageDocsJsonSchema', () => {
  test('200 with a schema that every example fits, and a message without a field does not', async () => {
    const answer = await server.call(`${schemas}/mapped/json-schema`)
    expect(answer.status).toBe(200)
    expect(Object.keys(answer.body)).toEqual(Object.keys(getMessageDocsJsonSchema.example.response as object))
    const list: Doc[] = (await server.call(`${docs}/mapped`)).body.message_docs
    const ajv = formats.default(new Ajv({ strict: false }))
    ajv.addSchema(answer.body, 'messages')
    const items: { process: string; outbound_schema: { $ref: string }; inbound_schema: { $ref: string } }[] =
      answer.body.properties.messages.items
    expect(items.map(({ process }) => process)).toEqual(list.map(({ process }) => process))
    for (const [index, { outbound_schema, inbound_schema }] of items.entries()) {
      const { example_outbound_message, example_inbound_message } = list[index]!
      const fits = (schema: { $ref: string }, message: unknown) => ajv.validate(`messages${schema.$ref}`, message)
      expect(fits(outbound_schema, example_outbound_message), ajv.errorsText()).toBe(true)
      expect(fits(inbound_schema, example_inbound_message), ajv.errorsText()).toBe(true)
      expect(fits(inbound_schema, { ...example_inbound_message, data: undefined })).toBe(false)
      expect(fits(outbound_schema, { ...example_outbound_message, outboundAdapterCallContext: 1 })).toBe(false)
    }
  })

  test('200 without messages for a connector that only OBP has; in Spanish; 404 before v6.0.0', async () => {
    const { body } = await server.call(`${schemas}/rest_vMar2019/json-schema?locale=es_ES`)
    expect(body).toMatchObject({
      title: 'Mensajes del conector rest_vMar2019',
      properties: { messages: { items: [] } },
      definitions: {},
    })
    expect((await server.call('/obp/v5.1.0/message-docs/mapped/json-schema')).status).toBe(404)
  })
})

describe('getMessageDocsSwagger', () => {
  const swagger = '/obp/v3.1.0/message-docs'

  test('200 with a valid document that has both messages of every method', async () => {
    const answer = await server.call(`${swagger}/mapped/swagger2.0`)
    expect(answer.status).toBe(200)
    expect(Object.keys(answer.body)).toEqual(Object.keys(getMessageDocsSwagger.example.response as object))
    expect(Object.keys(answer.body.paths)).toEqual(methods.map((method) => `/obp.${method}`))
    expect(Object.keys(answer.body.definitions)).toHaveLength(2 * methods.length)
    // it takes the document apart
    const document = await swaggerParser.dereference(structuredClone(answer.body))
    await swaggerParser.validate(structuredClone(answer.body))
    expect(document.paths!['/obp.getBank']!.post).toMatchObject({
      parameters: [
        {
          in: 'body',
          schema: { properties: { bankId: { type: 'string' } }, required: ['outboundAdapterCallContext', 'bankId'] },
        },
      ],
      responses: { 200: { schema: { properties: { data: { properties: { shortName: { type: 'string' } } } } } } },
    })
  })

  test('200 without messages for a connector that only OBP has; 400 for no connector; in Spanish; 404 before v3.1.0', async () => {
    const { body } = await server.call(`${swagger}/rest_vMar2019/swagger2.0?locale=es_ES`)
    expect(body).toMatchObject({ info: { title: 'Mensajes del conector rest_vMar2019' }, paths: {}, definitions: {} })
    const unknown = await server.call(`${swagger}/nothing/swagger2.0`)
    expect(unknown.status).toBe(400)
    expect(unknown.body.message).toMatch(/^OBP-30211/)
    expect((await server.call('/obp/v3.0.0/message-docs/mapped/swagger2.0')).status).toBe(404)
  })
})

test('behind the role of resource docs: 401, then 403, then 200, in every form', async () => {
  const closed = await startTestServer({ resourceDocsRequiresRole: true })
  try {
    const [reader, other] = [await closed.user({ '': ['CanReadResourceDoc'] }), await closed.user()]
    for (const path of [`${docs}/mapped`, `${schemas}/mapped/swagger2.0`, `${schemas}/mapped/json-schema`]) {
      const answers = [
        await closed.call(path),
        await closed.call(path, { token: other.token }),
        await closed.call(path, { token: reader.token }),
      ]
      expect(
        answers.map(({ status }) => status),
        path,
      ).toEqual([401, 403, 200])
    }
  } finally {
    await closed.close()
  }
})
