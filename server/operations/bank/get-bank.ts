import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { BankV400, exampleBankV400, toBankV400 } from './bank-v400.ts'

export const getBank = operation({
  version: 'v3.0.0',
  name: 'getBank',
  verb: 'GET',
  path: '/banks/BANK_ID',
  summary: { en: 'Get Bank', es: 'Obtener un banco' },
  description: {
    en: `The bank of BANK_ID: its names, logo, website, routings and attributes.

Authentication is Optional`,
    es: `El banco de BANK_ID: nombres, logotipo, sitio web, direccionamientos y atributos.

Autenticación opcional`,
  },
  tags: ['Bank'],
  login: 'optional',
  response: BankV400,
  status: 200,
  errors: [error.BankNotFound, error.UnknownError],
  // the pipeline asks for the bank of every path with a BANK_ID
  uses: ['getBank'],
  example: { response: exampleBankV400 },
  handle: ({ bank }) => toBankV400(bank),
})
