/** The audit trail, as tests look at it. */
import type { ConsumerRecord } from '../authentication/consumers/consumers.ts'
import type { TestServer } from './server.ts'

/** What the audit trail holds about a row, oldest first. */
export const auditOf = async ({ storage: { db } }: TestServer, subject: string, subjectId: string) =>
  db
    .selectFrom('audit_event')
    .select(['bank_id', 'user_id', 'consumer_id', 'operation_id', 'correlation_id', 'change'])
    .where('subject', '=', subject)
    .where('subject_id', '=', subjectId)
    .orderBy('audit_event_id')
    .execute()

/** The consumer that test users call with. */
export const testConsumer = async ({ services }: TestServer): Promise<ConsumerRecord> =>
  (await services.consumers.withKey('test-consumer'))!

export const testConsumerId = async (server: TestServer): Promise<string> => (await testConsumer(server)).consumer_id
