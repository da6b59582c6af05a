import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { BankV121, exampleBankV121, toBankV121 } from './bank-v121.ts'

export const getBanks = operation({
  version: 'v1.2.1',
  name: 'getBanks',
  verb: 'GET',
  path: '/banks',
  summary: { en: 'Get Banks', es: 'Obtener los bancos' },
  description: {
    en: `The banks of this server, by id: their names, logo, website and routing.

Authentication is Optional`,
    es: `Los bancos de este servidor, por identificador: nombres, logotipo, sitio web y direccionamiento.

Autenticación opcional`,
  },
  tags: ['Bank', 'Old-Style'],
  login: 'optional',
  response: field.object({ banks: field.array(BankV121) }),
  status: 200,
  errors: [error.UnknownError],
  uses: ['getBanks'],
  example: { response: { banks: [exampleBankV121] } },
  async handle(_call, connector) {
    return { banks: (await connector.getBanks({})).map(toBankV121) }
  },
})
