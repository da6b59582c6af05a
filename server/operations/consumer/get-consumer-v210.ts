import { operation } from '../../protocol/operation.ts'
import { ConsumerV210, exampleConsumerV210, toConsumerV210 } from './consumer-v210.ts'
import { consumerNotFound } from './consumer-v310.ts'
import { declaredConsumer } from './declared-consumers.ts'

export const getConsumerV210 = operation({
  ...declaredConsumer,
  version: 'v2.1.0',
  response: ConsumerV210,
  example: { response: exampleConsumerV210 },
  async handle({ path: { CONSUMER_ID: consumerId } }, _connector, { consumers }) {
    const consumer = await consumers.withId(consumerId)
    if (!consumer) throw consumerNotFound(consumerId)
    return toConsumerV210(consumer)
  },
})
