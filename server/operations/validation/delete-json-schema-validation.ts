import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'

export const deleteJsonSchemaValidation = operation({
  version: 'v4.0.0',
  name: 'deleteJsonSchemaValidation',
  verb: 'DELETE',
  path: '/management/json-schema-validations/OPERATION_ID',
  summary: { en: 'Delete a JSON Schema Validation', es: 'Eliminar una validación de JSON Schema' },
  description: {
    en: `Takes the rule from the operation, from the next call on.

Authentication is Mandatory`,
    es: `Quita la regla de la operación desde la siguiente llamada.

Autenticación obligatoria`,
  },
  tags: ['JSON-Schema-Validation'],
  roles: allOf('CanDeleteJsonSchemaValidation'),
  response: field.boolean(),
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.JsonSchemaValidationNotFound, error.UnknownError],
  example: { response: true },
  async handle({ path, origin }, _connector, { rules }) {
    if (!(await rules.jsonSchemas.remove(origin, path.OPERATION_ID)))
      throw new error.Refusal(error.JsonSchemaValidationNotFound)
    return true
  },
})
