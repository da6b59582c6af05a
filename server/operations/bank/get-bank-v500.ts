import { operation } from '../../protocol/operation.ts'
import { described } from './bank-of-path.ts'
import { BankV500, exampleBankV500, toBankV500 } from './bank-v500.ts'

export const getBankV500 = operation({
  ...described,
  version: 'v5.0.0',
  name: 'getBank',
  description: {
    en: `The bank of BANK_ID: its code, full name, logo, website, routings and attributes.

Authentication is Optional`,
    es: `El banco de BANK_ID: código, nombre completo, logotipo, sitio web, direccionamientos y atributos.

Autenticación opcional`,
  },
  tags: ['Bank'],
  response: BankV500,
  example: { response: exampleBankV500 },
  handle: ({ bank }) => toBankV500(bank),
})
