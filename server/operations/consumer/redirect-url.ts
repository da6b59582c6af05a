/** The change of a consumer's redirect URL, in every version: who may, and what becomes of the consumer. */
import type { RegisteredConsumer } from '../../authentication/consumers/consumers.ts'
import { allOf, assertRoles, type HeldRoles } from '../../authorisation/requirement.ts'
import type { Origin } from '../../observation/audit.ts'
import { NotTheConsumersDeveloper, Refusal } from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import type { Services } from '../../protocol/services.ts'
import { consumerNotFound } from './consumer-v310.ts'

export const RedirectUrl = field.object({ redirect_url: field.redirectUrl({ most: 2000 }) })

export const roleForRedirectUrl = allOf('CanUpdateConsumerRedirectUrl')

export const redirectUrlDescription = {
  en: `Changes where browsers are sent back to after a login with the consumer of CONSUMER_ID. Only who created the consumer may.

Unless this server enables consumers by default (\`CONSUMERS_ENABLED_BY_DEFAULT\`), it takes the role CanUpdateConsumerRedirectUrl, and the consumer is disabled until an administrator has looked at the new URL and enables it again.

Authentication is Mandatory`,
  es: `Cambia adónde vuelven los navegadores tras iniciar sesión con el consumidor de CONSUMER_ID. Solo puede hacerlo quien lo creó.

Salvo que este servidor habilite los consumidores de forma predeterminada (\`CONSUMERS_ENABLED_BY_DEFAULT\`), se necesita el rol CanUpdateConsumerRedirectUrl, y el consumidor queda deshabilitado hasta que un administrador revise la nueva URL y lo habilite de nuevo.

Autenticación obligatoria`,
}

interface Asked {
  consumerId: string
  redirectUrl: string
  userId: string
  roles: () => Promise<HeldRoles>
  origin: Origin
}

/** @throws Refusal OBP-20006, OBP-30019, and OBP-20015 where another user created the consumer */
export async function changeRedirectUrl(
  { consumers, settings: { consumersEnabledByDefault } }: Services,
  { consumerId, redirectUrl, userId, roles, origin }: Asked,
): Promise<RegisteredConsumer> {
  if (!consumersEnabledByDefault) assertRoles(roleForRedirectUrl, await roles(), '')
  const consumer = await consumers.withId(consumerId)
  if (!consumer) throw consumerNotFound(consumerId)
  // nobody else becomes the creator, so what was read holds
  if (consumer.createdBy?.userId !== userId) throw new Refusal(NotTheConsumersDeveloper)
  const changed = await consumers.change(origin, consumerId, {
    redirect_url: redirectUrl,
    // never enabled by this: an administrator may have disabled it
    ...(!consumersEnabledByDefault && { is_active: false }),
  })
  if (!changed) throw consumerNotFound(consumerId)
  return changed
}
