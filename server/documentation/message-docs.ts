/** Message docs: the messages of the connector contract, for those who build the bank's side of them. */
import type { TSchema } from 'typebox'
import { contract, type MethodName } from '../connector/contract.ts'
import { inLocale, type Locale } from '../protocol/languages.ts'
import type { Operation } from '../protocol/operation.ts'
import { exampleOfField } from './field-examples.ts'

/** Which connectors there are: `true` for those that speak the contract, `false` for the others that OBP has. */
const connectors: Readonly<Record<string, boolean>> = {
  // OBP's name of the connector to the server's own database, and ours
  mapped: true,
  local: true,
  akka_vDec2018: false,
  kafka_vSept2018: false,
  kafka_vMay2019: false,
  rest_vMar2019: false,
  stored_procedure_vDec2019: false,
  rabbitmq_vOct2024: false,
  star: false,
  internal: false,
  proxy: false,
}

/** True for a connector that this server or OBP has; of those that are OBP's alone there is nothing to document. */
export const isConnector = (name: string): boolean => Object.hasOwn(connectors, name)

/** Of all the messages that there are so far. */
export const messageGroup = '- Core'

const methodsOf = (connector: string): MethodName[] =>
  connectors[connector] ? (Object.keys(contract) as MethodName[]) : []

export interface MessageDoc {
  process: string
  message_format: string
  description: string
  example_outbound_message: object
  example_inbound_message: object
  adapter_implementation: { group: string; suggested_order: number }
  /** the operations that call the method */
  dependent_endpoints: { name: string; version: string }[]
  requiredFieldInfo: object
}

/** The messages of a connector, in the order in which an adapter is best built. */
export const messageDocs = (connector: string, catalogue: readonly Operation[], locale: Locale): MessageDoc[] =>
  methodsOf(connector).map((method, index) => ({
    process: processOf(method),
    message_format: connector,
    description: inLocale(contract[method].description, locale),
    example_outbound_message: exampleOf(outbound(method)) as object,
    example_inbound_message: exampleOf(inbound(method)) as object,
    adapter_implementation: { group: messageGroup, suggested_order: index + 1 },
    dependent_endpoints: catalogue
      .filter(({ uses }) => uses.includes(method))
      .map(({ name, version }) => ({ name, version: `OBP${version}` })),
    requiredFieldInfo: {},
  }))

/** The two messages of a connector method, with the names of their schemas. */
export interface Messages {
  process: string
  description: string
  outbound: { name: string; schema: TSchema }
  inbound: { name: string; schema: TSchema }
}

/** The messages of a connector as schemas, in the same order. */
export const messagesOf = (connector: string, locale: Locale): Messages[] =>
  methodsOf(connector).map((method) => ({
    process: processOf(method),
    description: inLocale(contract[method].description, locale),
    outbound: { name: `OutBound${capitalised(method)}`, schema: outbound(method) },
    inbound: { name: `InBound${capitalised(method)}`, schema: inbound(method) },
  }))

/** What the messages of a connector are, for the head of a document. */
export const aboutMessages = (connector: string, locale: Locale): { title: string; description: string } => ({
  title: inLocale(title, locale).replace('%', connector),
  description: inLocale(meaning, locale),
})

/** The same as one JSON schema (draft 7), whose definitions are the messages. */
export function messageSchemas(connector: string, locale: Locale) {
  const all = messagesOf(connector, locale)
  const refer = ({ name }: { name: string }) => ({ $ref: `#/definitions/${name}` })
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...aboutMessages(connector, locale),
    type: 'object',
    properties: {
      messages: {
        type: 'array',
        items: all.map(({ process, description, outbound, inbound }) => ({
          process,
          description,
          outbound_schema: refer(outbound),
          inbound_schema: refer(inbound),
        })),
      },
    },
    definitions: Object.fromEntries(
      all.flatMap(({ outbound, inbound }) => [outbound, inbound]).map(({ name, schema }) => [name, schema]),
    ),
  }
}

const title = { en: 'Messages of the connector %', es: 'Mensajes del conector %' }
const meaning = {
  en: 'What this server sends to the systems of a bank, and what it expects back.',
  es: 'Lo que este servidor envía a los sistemas de un banco y lo que espera de vuelta.',
}

const processOf = (method: MethodName): string => `obp.${method}`
const capitalised = (method: MethodName): string => `${method[0]!.toUpperCase()}${method.slice(1)}`

const object = (properties: Record<string, object>): TSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
})
const text = { type: 'string' }
const callContext = object({ correlationId: text })

const outbound = (method: MethodName): TSchema =>
  object({ outboundAdapterCallContext: callContext, ...contract[method].arguments.properties })

const inbound = (method: MethodName): TSchema =>
  object({
    inboundAdapterCallContext: callContext,
    status: object({ errorCode: text, backendMessages: { type: 'array', items: text } }),
    data: contract[method].result,
  })

/** Values of the fields that the API calls by another name, or not at all. */
const examples: Readonly<Record<string, unknown>> = {
  correlationId: '0f6d1d5e-3b8a-4a57-9a41-6f0c2c1f7e9b',
  errorCode: '',
  backendMessages: [],
  shortName: 'Bank of Example',
  fullName: 'The Bank of Example',
  logoUrl: 'https://www.example.com/logo.png',
  websiteUrl: 'https://www.example.com',
  swiftBic: 'EXMPGB2L',
  nationalIdentifier: '0029',
  bankRoutingScheme: 'BIC',
  bankRoutingAddress: 'EXMPGB2L',
  roles: ['CanCreateCustomer'],
  number: exampleOfField('customer_number', ''),
  mobileNumber: exampleOfField('mobile_phone_number', ''),
  branchId: 'DERBY6',
  nameSuffix: 'Sr',
  linkedToUserId: exampleOfField('user_id', ''),
  customerName: exampleOfField('legal_name', ''),
  crmEventId: '5995d6a2-01b3-423c-a173-5481df49bdaf',
  category: 'Appointment',
  detail: 'Review of savings.',
  channel: 'Branch',
  result: 'Second appointment',
  messageId: 'b4e0352a-9a0f-4bfa-b30b-9003aa467f50',
  message: 'Please call us.',
}

const inSnakeCase = (name: string): string => name.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)

/** A value that fits the schema. */
function exampleOf(schema: TSchema, name = ''): unknown {
  const { type, format, properties, items, anyOf, ...rest } = schema as unknown as {
    type?: string
    format?: string
    properties?: Record<string, TSchema>
    items?: TSchema
    anyOf?: TSchema[]
    const?: unknown
  }
  if (Object.hasOwn(examples, name)) return examples[name]
  if ('const' in rest) return rest.const
  // what may be null is shown as what it is where it is not
  if (anyOf) return exampleOf(anyOf[0]!, name)
  if (properties)
    return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, exampleOf(value, key)]))
  if (items) return [exampleOf(items, name)]
  if (type === 'boolean') return true
  if (type === 'integer') return 1
  if (format === 'date-time') return '2020-01-27T00:00:00Z'
  // a text without a name of its own is an id
  return exampleOfField(inSnakeCase(name), '') || exampleOfField('user_id', '')
}
