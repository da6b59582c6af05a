/** JSON schema validations in requests and answers. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { InvalidJsonSchema, Refusal } from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'

/** The body is the schema itself. */
export const Schema = field.json()

export const JsonSchemaValidation = field.object({
  operation_id: field.string(),
  json_schema: Type.Unsafe<unknown>({ type: 'object', additionalProperties: true }),
})
export const JsonSchemaValidations = field.object({ json_schema_validations: field.array(JsonSchemaValidation) })

export const toJsonSchemaValidation = (operationId: string, text: string): Static<typeof JsonSchemaValidation> => ({
  operation_id: operationId,
  json_schema: JSON.parse(text),
})

export const toJsonSchemaValidations = (
  all: readonly { operationId: string; value: string }[],
): Static<typeof JsonSchemaValidations> => ({
  json_schema_validations: all.map(({ operationId, value }) => toJsonSchemaValidation(operationId, value)),
})

/** The text of a schema that is accepted. @throws Refusal OBP-40026 that says what is wrong with it */
export async function schemaText(schema: unknown): Promise<string> {
  const { assertSchema, longestSchema, SchemaError } = await import('../../validation/json-schema.ts')
  const text = JSON.stringify(schema)
  if (text.length > longestSchema)
    throw new Refusal(InvalidJsonSchema, {
      en: ` $: must be at most ${longestSchema} characters`,
      es: ` $: debe tener como máximo ${longestSchema} caracteres`,
    })
  try {
    assertSchema(schema)
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error
    throw new Refusal(InvalidJsonSchema, {
      en: ` ${error.reasons.map(({ en }) => en).join('; ')}`,
      es: ` ${error.reasons.map(({ es }) => es).join('; ')}`,
    })
  }
  return text
}

const exampleSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'A new customer',
  description: 'Customers of this bank are of age and have a number of our own.',
  type: 'object',
  required: ['customer_number', 'legal_name'],
  properties: {
    customer_number: { type: 'string', pattern: '^GH-\\d{6}$' },
    legal_name: { type: 'string', minLength: 2 },
  },
}
export const exampleJsonSchemaValidation = { operation_id: 'OBPv1.4.0-addCustomer', json_schema: exampleSchema }
