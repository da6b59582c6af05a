/** The shape of a consumer in v3.1.0: what others may see of it, so neither key nor secret. */
import type { Static } from 'typebox'
import type { User } from '../../authentication/caller.ts'
import type { RegisteredConsumer } from '../../authentication/consumers/consumers.ts'
import { toSeconds } from '../../protocol/dates.ts'
import { ConsumerNotFoundById, Refusal } from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'

const creatorFields = field.object({
  user_id: field.string(),
  email: field.string(),
  provider_id: field.string(),
  provider: field.string(),
  username: field.string(),
})
export const Creator = field.orNull(creatorFields)

export const ConsumerV310 = field.object({
  consumer_id: field.string(),
  app_name: field.string(),
  app_type: field.string(),
  description: field.string(),
  developer_email: field.string(),
  redirect_url: field.string(),
  created_by_user: Creator,
  enabled: field.boolean(),
  created: field.dateTime(),
})

export const ConsumersV310 = field.object({ consumers: field.array(ConsumerV310) })

export const toCreator = ({ userId, email, provider, username }: User): Static<typeof creatorFields> => ({
  user_id: userId,
  email,
  // the name inside the provider, which is the user name
  provider_id: username,
  provider,
  username,
})

export const toConsumerV310 = (consumer: RegisteredConsumer): Static<typeof ConsumerV310> => ({
  consumer_id: consumer.consumerId,
  app_name: consumer.appName,
  app_type: consumer.appType,
  description: consumer.description,
  developer_email: consumer.developerEmail,
  redirect_url: consumer.redirectUrl,
  created_by_user: consumer.createdBy && toCreator(consumer.createdBy),
  enabled: consumer.isActive,
  created: toSeconds(consumer.createdAt),
})

export const toConsumersV310 = (consumers: readonly RegisteredConsumer[]): Static<typeof ConsumersV310> => ({
  consumers: consumers.map(toConsumerV310),
})

export const consumerNotFound = (consumerId: string): Refusal =>
  new Refusal(ConsumerNotFoundById, {
    en: ` Current ConsumerId is ${consumerId}`,
    es: ` El ConsumerId actual es ${consumerId}`,
  })

export const exampleConsumerV310 = {
  consumer_id: '5dc1a7e4-6d02-40e3-a129-0b2bf89de8c4',
  app_name: 'Branch desk',
  app_type: 'Confidential',
  description: 'Looks after customers at the desks of the branches',
  developer_email: 'developer@example.com',
  redirect_url: 'https://desk.example.com/callback',
  created_by_user: {
    user_id: '9ca9a7e4-6d02-40e3-a129-0b2bf89de9b1',
    email: 'susan.uk.29@example.com',
    provider_id: 'susan.uk.29',
    provider: 'fichero',
    username: 'susan.uk.29',
  },
  enabled: true,
  created: '2023-06-28T21:00:46Z',
}
