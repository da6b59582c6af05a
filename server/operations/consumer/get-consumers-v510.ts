import { operation } from '../../protocol/operation.ts'
import { ConsumersV510, exampleConsumerV510, toConsumerV510 } from './consumer-v510.ts'
import { declaredConsumers } from './declared-consumers.ts'

export const getConsumersV510 = operation({
  ...declaredConsumers,
  version: 'v5.1.0',
  paging: { limit: 50, most: 10_000 },
  response: ConsumersV510,
  example: { response: { consumers: [exampleConsumerV510] } },
  handle: async ({ page }, _connector, { consumers }) => ({
    consumers: (await consumers.registered(page)).map(toConsumerV510),
  }),
})
