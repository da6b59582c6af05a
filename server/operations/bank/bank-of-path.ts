/** What *Get Bank* has in common in its versions. */
import type { Bank } from '../../connector/contract.ts'
import * as error from '../../protocol/errors.ts'
import { BankV400, exampleBankV400, toBankV400 } from './bank-v400.ts'

export const described = {
  verb: 'GET',
  path: '/banks/BANK_ID',
  summary: { en: 'Get Bank', es: 'Obtener un banco' },
  login: 'optional',
  status: 200,
  errors: [error.BankNotFound, error.UnknownError],
} as const

/** v3.0.0 and v4.0.0 */
export const describedV400 = {
  ...described,
  name: 'getBank',
  description: {
    en: `The bank of BANK_ID: its names, logo, website, routings and attributes.

Authentication is Optional`,
    es: `El banco de BANK_ID: nombres, logotipo, sitio web, direccionamientos y atributos.

Autenticación opcional`,
  },
  tags: ['Bank'],
  response: BankV400,
  example: { response: exampleBankV400 },
  handle: ({ bank }: { bank: Bank }) => toBankV400(bank),
} as const
