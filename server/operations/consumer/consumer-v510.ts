/** The shape of a consumer in v5.1.0, and what is sent to register one. */
import type { Static } from 'typebox'
import type { User } from '../../authentication/caller.ts'
import {
  type CreatedConsumer,
  type NewConsumer,
  newConsumerSecret,
  type RegisteredConsumer,
  registeredBy,
} from '../../authentication/consumers/consumers.ts'
import { type HeldRoles, holds } from '../../authorisation/requirement.ts'
import type { Origin } from '../../observation/audit.ts'
import * as field from '../../protocol/fields.ts'
import type { Services } from '../../protocol/services.ts'
import { appTypeNamed } from './app-type.ts'
import { assertCertificate, Certificate, CertificateInfo, certificateInfo } from './certificate.ts'
import { ConsumerV310, exampleConsumerV310, toConsumerV310 } from './consumer-v310.ts'
import { exampleKey, exampleSecret } from './new-consumer-v220.ts'

export const ConsumerV510 = field.object({
  ...ConsumerV310.properties,
  company: field.string(),
  certificate_pem: field.string(),
  certificate_info: field.optional(CertificateInfo),
  logo_url: field.string(),
})

export const ConsumersV510 = field.object({ consumers: field.array(ConsumerV510) })

export const toConsumerV510 = (consumer: RegisteredConsumer): Static<typeof ConsumerV510> => {
  const certificate_info = certificateInfo(consumer.clientCertificate)
  return {
    ...toConsumerV310(consumer),
    company: consumer.company,
    certificate_pem: consumer.clientCertificate,
    ...(certificate_info && { certificate_info }),
    logo_url: consumer.logoUrl,
  }
}

export const NewConsumerV510 = field.object({
  app_name: field.text({ least: 3, most: 100 }),
  app_type: field.optional(field.orNull(field.text({ most: 100 }))),
  description: field.text({ least: 1, most: 2000 }),
  developer_email: field.email({ most: 200 }),
  company: field.optional(field.orNull(field.text({ most: 100 }))),
  redirect_url: field.optional(field.orNull(field.redirectUrl({ most: 2000 }))),
  enabled: field.flag(),
  client_certificate: field.optional(field.orNull(Certificate)),
  logo_url: field.optional(field.orNull(field.logoUrl({ most: 2000 }))),
})

/** @throws Refusal OBP-10001 where the certificate is none */
export function toNewConsumerV510(body: Static<typeof NewConsumerV510>, creator: User, isActive: boolean): NewConsumer {
  assertCertificate('client_certificate', body.client_certificate ?? '')
  return {
    key: newConsumerSecret(),
    secret: newConsumerSecret(),
    appName: body.app_name,
    appType: appTypeNamed(body.app_type ?? '') === 'Confidential' ? 'Confidential' : 'Public',
    description: body.description,
    developerEmail: body.developer_email,
    redirectUrl: body.redirect_url ?? '',
    clientCertificate: body.client_certificate ?? '',
    company: body.company ?? '',
    logoUrl: body.logo_url ?? '',
    createdByUserId: creator.userId,
    isActive,
  }
}

/**
 * Registers a consumer of a user's own. It is only enabled where the settings say so, or where the user may enable consumers.
 * @throws Refusal OBP-10001 where the certificate is none
 */
export function registerOwn(
  { consumers, settings }: Pick<Services, 'consumers' | 'settings'>,
  origin: Origin,
  { user, roles, body }: { user: User; roles: HeldRoles; body: Static<typeof NewConsumerV510> },
): Promise<CreatedConsumer> {
  const mayEnable = settings.consumersEnabledByDefault || holds(roles, 'CanEnableConsumers')
  return consumers.create(origin, toNewConsumerV510(body, user, mayEnable && body.enabled))
}

/** The one answer that shows key and secret. */
export const CreatedConsumerV510 = field.object({
  ...ConsumerV510.properties,
  consumer_key: field.string(),
  consumer_secret: field.string(),
})

export const toCreatedConsumerV510 = (row: CreatedConsumer, creator: User): Static<typeof CreatedConsumerV510> => ({
  ...toConsumerV510(registeredBy(row, creator)),
  consumer_key: row.consumer_key,
  consumer_secret: row.consumer_secret,
})

export const exampleConsumerV510: Static<typeof ConsumerV510> = {
  ...exampleConsumerV310,
  company: 'Example Desk Ltd',
  certificate_pem: '',
  logo_url: 'https://desk.example.com/logo.png',
}

const { app_name, app_type, description, developer_email, redirect_url, enabled, company, logo_url } =
  exampleConsumerV510

export const exampleNewConsumerV510: Static<typeof NewConsumerV510> = {
  app_name,
  app_type,
  description,
  developer_email,
  company,
  redirect_url,
  enabled,
  client_certificate: '',
  logo_url,
}

export const exampleCreatedConsumerV510: Static<typeof CreatedConsumerV510> = {
  ...exampleConsumerV510,
  consumer_key: exampleKey,
  consumer_secret: exampleSecret,
}
