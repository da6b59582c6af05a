import { operation } from '../../protocol/operation.ts'
import { consumerNotFound } from './consumer-v310.ts'
import { ConsumerV510, exampleConsumerV510, toConsumerV510 } from './consumer-v510.ts'
import { declaredConsumer } from './declared-consumers.ts'

export const getConsumerV510 = operation({
  ...declaredConsumer,
  version: 'v5.1.0',
  response: ConsumerV510,
  example: { response: exampleConsumerV510 },
  async handle({ path: { CONSUMER_ID: consumerId } }, _connector, { consumers }) {
    const consumer = await consumers.withId(consumerId)
    if (!consumer) throw consumerNotFound(consumerId)
    return toConsumerV510(consumer)
  },
})
