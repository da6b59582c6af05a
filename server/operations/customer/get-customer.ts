import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { CustomerV140, exampleCustomerV140, toCustomerV140 } from './customer-v140.ts'

export const getCustomer = operation({
  version: 'v1.4.0',
  until: 'v2.0.0',
  name: 'getCustomer',
  verb: 'GET',
  path: '/banks/BANK_ID/customer',
  summary: { en: 'Get customer for logged in user', es: 'Obtener el cliente del usuario que ha iniciado sesión' },
  description: {
    en: `The customer of the bank that is linked to the user who is logged in; where several are, the one that was linked first.

Authentication via OAuth is required.

Authentication is Mandatory`,
    es: `El cliente del banco que está vinculado al usuario que ha iniciado sesión; si hay varios, el que se vinculó primero.

Se requiere autenticación mediante OAuth.

Autenticación obligatoria`,
  },
  tags: ['Customer', 'Old-Style'],
  response: CustomerV140,
  status: 200,
  errors: [error.UserNotLoggedIn, error.UnknownError],
  furtherErrors: [error.UserCustomerLinksNotFoundForUser],
  uses: ['getFirstCustomerOfUser'],
  example: { response: exampleCustomerV140 },
  async handle({ bank: { bankId }, user: { userId } }, connector) {
    const customer = await connector.getFirstCustomerOfUser({ bankId, userId })
    if (!customer) throw new error.Refusal(error.UserCustomerLinksNotFoundForUser)
    return toCustomerV140(customer)
  },
})
