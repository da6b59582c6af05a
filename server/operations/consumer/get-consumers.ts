import { operation } from '../../protocol/operation.ts'
import { ConsumersV310, exampleConsumerV310, toConsumersV310 } from './consumer-v310.ts'
import { declaredConsumers } from './declared-consumers.ts'

export const getConsumers = operation({
  ...declaredConsumers,
  version: 'v3.1.0',
  paging: { limit: 50, most: 10_000 },
  response: ConsumersV310,
  example: { response: { consumers: [exampleConsumerV310] } },
  handle: async ({ page }, _connector, { consumers }) => toConsumersV310(await consumers.registered(page)),
})
