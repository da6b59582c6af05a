/** The shape of a consumer in v2.1.0: that of v3.1.0 with the id of who created it. */
import type { Static } from 'typebox'
import type { RegisteredConsumer } from '../../authentication/consumers/consumers.ts'
import * as field from '../../protocol/fields.ts'
import { ConsumerV310, exampleConsumerV310, toConsumerV310 } from './consumer-v310.ts'

export const ConsumerV210 = field.object({ ...ConsumerV310.properties, created_by_user_id: field.string() })

export const toConsumerV210 = (consumer: RegisteredConsumer): Static<typeof ConsumerV210> => ({
  ...toConsumerV310(consumer),
  created_by_user_id: consumer.createdBy?.userId ?? '',
})

export const exampleConsumerV210: Static<typeof ConsumerV210> = {
  ...exampleConsumerV310,
  created_by_user_id: exampleConsumerV310.created_by_user.user_id,
}
