import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { ConsumerV210, exampleConsumerV210, toConsumerV210 } from './consumer-v210.ts'
import { declaredConsumers } from './declared-consumers.ts'

export const getConsumersV210 = operation({
  ...declaredConsumers,
  version: 'v2.1.0',
  paging: { limit: null, most: 10_000 },
  response: field.object({ list: field.array(ConsumerV210) }),
  example: { response: { list: [exampleConsumerV210] } },
  handle: async ({ page }, _connector, { consumers }) => ({
    list: (await consumers.registered(page)).map(toConsumerV210),
  }),
})
