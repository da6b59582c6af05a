import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { BankV400, exampleBankV400, toBankV400 } from './bank-v400.ts'

export const getBanksV400 = operation({
  version: 'v4.0.0',
  name: 'getBanks',
  verb: 'GET',
  path: '/banks',
  summary: { en: 'Get Banks', es: 'Obtener los bancos' },
  description: {
    en: `The banks of this server, by id: their names, logo, website and routings.

Authentication is Optional`,
    es: `Los bancos de este servidor, por identificador: nombres, logotipo, sitio web y direccionamientos.

Autenticación opcional`,
  },
  tags: ['Bank'],
  login: 'optional',
  response: field.object({ banks: field.array(BankV400) }),
  status: 200,
  errors: [error.UnknownError],
  uses: ['getBanks'],
  example: { response: { banks: [exampleBankV400] } },
  async handle(_call, connector) {
    return { banks: (await connector.getBanks({})).map(toBankV400) }
  },
})
