import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'

export const addCustomerMessage = operation({
  version: 'v1.4.0',
  name: 'addCustomerMessage',
  verb: 'POST',
  path: '/banks/BANK_ID/customer/CUSTOMER_ID/messages',
  summary: { en: 'Create a message to a customer', es: 'Crear un mensaje para un cliente' },
  description: {
    en: `Writes a message to a customer of the bank. The user that was linked to the customer first reads it with *Get messages for the logged in user*.

Authentication is Mandatory`,
    es: `Escribe un mensaje a un cliente del banco. Lo lee, con *Obtener los mensajes del usuario que ha iniciado sesión*, el usuario que se vinculó primero al cliente.

Autenticación obligatoria`,
  },
  tags: ['Message', 'Customer'],
  roles: allOf('CanCreateCustomerMessage'),
  request: field.object({
    message: field.text({ most: 1024 }),
    from_department: field.text({ most: 64 }),
    from_person: field.text({ most: 64 }),
  }),
  response: field.object({ success: field.string() }),
  status: 201,
  errors: [
    error.UserNotLoggedIn,
    error.BankNotFound,
    error.UserHasMissingRoles,
    error.InvalidJson,
    error.CustomerNotFoundByCustomerId,
    error.UserCustomerLinksNotFoundForUser,
    error.UserNotFoundById,
    error.UnknownError,
  ],
  uses: ['getCustomerByCustomerId', 'getFirstUserOfCustomer', 'createMessage'],
  example: {
    request: {
      message: 'The documents for your mortgage are ready to be signed.',
      from_department: 'Mortgages',
      from_person: 'Clara Roca',
    },
    response: { success: 'Success' },
  },
  async handle({ bank: { bankId }, path: { CUSTOMER_ID: customerId }, body }, connector, { users }) {
    const customer = await connector.getCustomerByCustomerId({ bankId, customerId })
    if (!customer)
      throw new error.Refusal(error.CustomerNotFoundByCustomerId, {
        en: `. Current CustomerId(${customerId})`,
        es: `. El CustomerId actual es (${customerId})`,
      })
    const userId = await connector.getFirstUserOfCustomer({ bankId, customerId })
    if (!userId)
      throw new error.Refusal(error.UserCustomerLinksNotFoundForUser, {
        en: ` Current customerId (${customerId})`,
        es: ` El customerId actual es (${customerId})`,
      })
    if (!(await users.withId(userId)))
      throw new error.Refusal(error.UserNotFoundById, {
        en: ` Current USER_ID(${userId})`,
        es: ` El USER_ID actual es (${userId})`,
      })
    await connector.createMessage({
      bankId,
      userId,
      customerId,
      message: body.message,
      fromDepartment: body.from_department,
      fromPerson: body.from_person,
    })
    return { success: 'Success' }
  },
})
