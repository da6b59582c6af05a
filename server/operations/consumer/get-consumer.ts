import { operation } from '../../protocol/operation.ts'
import { ConsumerV310, consumerNotFound, exampleConsumerV310, toConsumerV310 } from './consumer-v310.ts'
import { declaredConsumer } from './declared-consumers.ts'

export const getConsumer = operation({
  ...declaredConsumer,
  version: 'v3.1.0',
  response: ConsumerV310,
  example: { response: exampleConsumerV310 },
  async handle({ path: { CONSUMER_ID: consumerId } }, _connector, { consumers }) {
    const consumer = await consumers.withId(consumerId)
    if (!consumer) throw consumerNotFound(consumerId)
    return toConsumerV310(consumer)
  },
})
