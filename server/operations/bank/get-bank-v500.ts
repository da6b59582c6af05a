import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { BankV500, exampleBankV500, toBankV500 } from './bank-v500.ts'

export const getBankV500 = operation({
  version: 'v5.0.0',
  name: 'getBank',
  verb: 'GET',
  path: '/banks/BANK_ID',
  summary: { en: 'Get Bank', es: 'Obtener un banco' },
  description: {
    en: `The bank of BANK_ID: its code, full name, logo, website, routings and attributes.

Authentication is Optional`,
    es: `El banco de BANK_ID: código, nombre completo, logotipo, sitio web, direccionamientos y atributos.

Autenticación opcional`,
  },
  tags: ['Bank'],
  login: 'optional',
  response: BankV500,
  status: 200,
  errors: [error.BankNotFound, error.UnknownError],
  // the pipeline asks for the bank of every path with a BANK_ID
  uses: ['getBank'],
  example: { response: exampleBankV500 },
  handle: ({ bank }) => toBankV500(bank),
})
