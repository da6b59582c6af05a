import { operation } from '../../protocol/operation.ts'
import { described } from './bank-of-path.ts'
import { BankV121, exampleBankV121, toBankV121 } from './bank-v121.ts'

export const bankById = operation({
  ...described,
  version: 'v1.2.1',
  name: 'bankById',
  description: {
    en: `The bank of BANK_ID: its names, logo, website and routing.

Authentication is Optional`,
    es: `El banco de BANK_ID: nombres, logotipo, sitio web y direccionamiento.

Autenticación opcional`,
  },
  tags: ['Bank', 'Old-Style'],
  response: BankV121,
  example: { response: exampleBankV121 },
  handle: ({ bank }) => toBankV121(bank),
})
