/** A new consumer in v2.2.0 to v5.0.0: what is sent, what is kept of it, and the one answer that shows key and secret. */
import type { Static } from 'typebox'
import type { User } from '../../authentication/caller.ts'
import { type CreatedConsumer, type NewConsumer, newConsumerSecret } from '../../authentication/consumers/consumers.ts'
import { toSeconds } from '../../protocol/dates.ts'
import * as field from '../../protocol/fields.ts'
import { appTypeNamed } from './app-type.ts'
import { Creator, exampleConsumerV310, toCreator } from './consumer-v310.ts'

export const NewConsumerV220 = field.object({
  app_name: field.text({ least: 3, most: 100 }),
  app_type: field.optional(field.orNull(field.text({ most: 100 }))),
  description: field.text({ least: 1, most: 2000 }),
  developer_email: field.email({ most: 200 }),
  redirect_url: field.optional(field.orNull(field.redirectUrl({ most: 2000 }))),
  enabled: field.flag(),
  clientCertificate: field.optional(field.orNull(field.text({ most: 4000 }))),
})

export const CreatedConsumerV220 = field.object({
  consumer_id: field.string(),
  key: field.string(),
  secret: field.string(),
  app_name: field.string(),
  app_type: field.string(),
  description: field.string(),
  developer_email: field.string(),
  redirect_url: field.string(),
  created_by_user_id: field.string(),
  created_by_user: Creator,
  enabled: field.boolean(),
  created: field.dateTime(),
})

export const toNewConsumer = (body: Static<typeof NewConsumerV220>, creator: User): NewConsumer => ({
  key: newConsumerSecret(),
  secret: newConsumerSecret(),
  appName: body.app_name,
  appType: appTypeNamed(body.app_type ?? ''),
  description: body.description,
  developerEmail: body.developer_email,
  redirectUrl: body.redirect_url ?? '',
  clientCertificate: body.clientCertificate ?? '',
  createdByUserId: creator.userId,
  isActive: body.enabled,
})

export const toCreatedConsumerV220 = (
  consumer: CreatedConsumer,
  creator: User,
): Static<typeof CreatedConsumerV220> => ({
  consumer_id: consumer.consumer_id,
  key: consumer.consumer_key,
  secret: consumer.consumer_secret,
  app_name: consumer.app_name,
  app_type: consumer.app_type,
  description: consumer.description,
  developer_email: consumer.developer_email,
  redirect_url: consumer.redirect_url,
  created_by_user_id: creator.userId,
  created_by_user: toCreator(creator),
  enabled: consumer.is_active,
  created: toSeconds(consumer.created_at),
})

const { app_name, app_type, description, developer_email, redirect_url, enabled } = exampleConsumerV310

export const exampleNewConsumerV220: Static<typeof NewConsumerV220> = {
  app_name,
  app_type,
  description,
  developer_email,
  redirect_url,
  enabled,
  clientCertificate: '',
}

export const exampleKey = '3f9a1c57d2e84b60a95f7c1e8d34b2609fa6c71d'
export const exampleSecret = 'b7d20e94c6f1583a0d9e7b45f2c8a61390e4d75b'

export const exampleCreatedConsumerV220: Static<typeof CreatedConsumerV220> = {
  ...exampleConsumerV310,
  key: exampleKey,
  secret: exampleSecret,
  created_by_user_id: exampleConsumerV310.created_by_user.user_id,
}
