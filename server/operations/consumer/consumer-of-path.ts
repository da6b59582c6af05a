/** The consumer that a path names. */
import type { Consumers } from '../../authentication/consumers/consumers.ts'
import { consumerNotFound } from './consumer-v310.ts'

/** @throws Refusal OBP-30019 where there is none */
export async function assertConsumer(consumers: Consumers, consumerId: string): Promise<void> {
  if (!(await consumers.withId(consumerId))) throw consumerNotFound(consumerId)
}
