import { holdsEnough } from '../../authorisation/requirement.ts'
import { errorMessages } from '../../documentation/error-messages.ts'
import { InvalidLocale, UnknownError } from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { readers } from './resource-docs.ts'

export const getErrorMessages = operation({
  version: 'v6.0.0',
  name: 'getErrorMessages',
  verb: 'GET',
  path: '/api/error-messages',
  login: 'optional',
  document: { fullerWhere: readers.setting },
  summary: { en: 'Get Error Messages', es: 'Obtener los mensajes de error' },
  description: {
    en: `Every error that this server can answer, by code: its HTTP status, its text, why it is answered, what to do about it, and the operations that document it, for those who may read the documentation of operations. An answer begins with the text and may say more behind it; \`code\` is null where OBP has a text without one.

\`locale\` is \`en_GB\` or \`es_ES\`; without it \`Accept-Language\` counts. Errors themselves follow \`locale\` alone.`,
    es: `Todos los errores con los que puede responder este servidor, por código: su estado HTTP, su texto, por qué se responde, qué hacer y las operaciones que lo documentan, para quien puede leer la documentación de las operaciones. Una respuesta empieza por el texto y puede decir algo más detrás; \`code\` es null donde OBP tiene un texto sin código.

\`locale\` es \`en_GB\` o \`es_ES\`; sin él cuenta \`Accept-Language\`. Los errores en sí solo siguen a \`locale\`.`,
  },
  tags: ['Documentation', 'API'],
  response: field.object({
    error_messages: field.array(
      field.object({
        code: field.stringOrNull(),
        status: field.number(),
        message: field.string(),
        cause: field.string(),
        fix: field.string(),
        operation_ids: field.array(field.string()),
      }),
    ),
  }),
  status: 200,
  errors: [InvalidLocale, UnknownError],
  example: {
    response: {
      error_messages: [
        {
          code: 'OBP-30006',
          status: 400,
          message:
            'OBP-30006: Customer Number already exists. Please specify a different value for BANK_ID or CUSTOMER_NUMBER.',
          cause: 'A customer of this bank has the number already.',
          fix: 'Use another number, or look whether the customer is there already.',
          operation_ids: ['OBPv1.4.0-addCustomer'],
        },
      ],
    },
  },
  async handle({ locale, roles }, _connector, { catalogue, settings }) {
    const mayRead = !settings[readers.setting] || holdsEnough(readers.roles, await roles())
    return { error_messages: errorMessages(locale, mayRead ? catalogue : []) }
  },
})
