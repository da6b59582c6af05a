import type { Static } from 'typebox'
import type { CustomerMessage } from '../../connector/contract.ts'
import { toSeconds } from '../../protocol/dates.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'

const CustomerMessageV140 = field.object({
  id: field.string(),
  date: field.dateTime(),
  message: field.string(),
  from_department: field.string(),
  from_person: field.string(),
})

const toCustomerMessageV140 = (message: CustomerMessage): Static<typeof CustomerMessageV140> => ({
  id: message.messageId,
  date: toSeconds(message.date),
  message: message.message,
  from_department: message.fromDepartment,
  from_person: message.fromPerson,
})

export const getCustomersMessages = operation({
  version: 'v1.4.0',
  name: 'getCustomersMessages',
  verb: 'GET',
  path: '/banks/BANK_ID/customer/messages',
  summary: {
    en: 'Get messages for the logged in user',
    es: 'Obtener los mensajes del usuario que ha iniciado sesión',
  },
  description: {
    en: `What the bank has written to the user who is logged in, as a customer of the bank; the newest message first.

Authentication is Mandatory`,
    es: `Lo que el banco ha escrito al usuario que ha iniciado sesión, como cliente del banco; el mensaje más reciente primero.

Autenticación obligatoria`,
  },
  tags: ['Message', 'Customer'],
  response: field.object({ messages: field.array(CustomerMessageV140) }),
  status: 200,
  errors: [error.UserNotLoggedIn, error.BankNotFound, error.UnknownError],
  uses: ['getMessagesOfUser'],
  example: {
    response: {
      messages: [
        {
          id: '5995d6a2-01b3-423c-a173-5481df49bdaf',
          date: '2023-06-28T21:00:46Z',
          message: 'The documents for your mortgage are ready to be signed.',
          from_department: 'Mortgages',
          from_person: 'Clara Roca',
        },
      ],
    },
  },
  async handle({ bank: { bankId }, user: { userId } }, connector) {
    const messages = await connector.getMessagesOfUser({ bankId, userId })
    return { messages: messages.map(toCustomerMessageV140) }
  },
})
