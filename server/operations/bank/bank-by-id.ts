import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { BankV121, exampleBankV121, toBankV121 } from './bank-v121.ts'

export const bankById = operation({
  version: 'v1.2.1',
  name: 'bankById',
  verb: 'GET',
  path: '/banks/BANK_ID',
  summary: { en: 'Get Bank', es: 'Obtener un banco' },
  description: {
    en: `The bank of BANK_ID: its names, logo, website and routing.

Authentication is Optional`,
    es: `El banco de BANK_ID: nombres, logotipo, sitio web y direccionamiento.

Autenticación opcional`,
  },
  tags: ['Bank', 'Old-Style'],
  login: 'optional',
  response: BankV121,
  status: 200,
  errors: [error.BankNotFound, error.UnknownError],
  // the pipeline asks for the bank of every path with a BANK_ID
  uses: ['getBank'],
  example: { response: exampleBankV121 },
  handle: ({ bank }) => toBankV121(bank),
})
