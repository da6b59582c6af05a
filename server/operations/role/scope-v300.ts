/** The shape of a scope, a role of a consumer, and of the lists of them. */
import type { Static } from 'typebox'
import type { Consumers } from '../../authentication/consumers/consumers.ts'
import type { Scope } from '../../authorisation/scopes.ts'
import * as field from '../../protocol/fields.ts'
import { consumerNotFound } from '../consumer/consumer-v310.ts'

export const ScopeV300 = field.object({
  scope_id: field.string(),
  role_name: field.string(),
  bank_id: field.string(),
})
export const ScopesV300 = field.object({ list: field.array(ScopeV300) })

export const toScopeV300 = ({ scopeId, roleName, bankId }: Scope): Static<typeof ScopeV300> => ({
  scope_id: scopeId,
  role_name: roleName,
  bank_id: bankId,
})

/** @throws Refusal OBP-30019 where there is no consumer of that id */
export async function assertConsumerExists(consumers: Consumers, consumerId: string): Promise<void> {
  if (!(await consumers.withId(consumerId))) throw consumerNotFound(consumerId)
}

export const exampleScope = {
  scope_id: '88625da4-a671-435e-9d24-e5b6e5cc404f',
  role_name: 'CanGetCustomersAtOneBank',
  bank_id: 'gh.29.uk',
}
