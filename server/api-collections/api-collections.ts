/** API collections: lists of operations that users keep under a name. */
import { randomUUID } from 'node:crypto'
import { type Selectable, sql, type Transaction } from 'kysely'
import { type Origin, recordChange } from '../observation/audit.ts'
import type { Storage } from '../storage/pool.ts'
import type { ApiCollectionEndpointTable, ApiCollectionTable, Database, Instant } from '../storage/schema.ts'

export interface ApiCollectionFields {
  readonly name: string
  /** true: whoever knows the id may read it */
  readonly isSharable: boolean
  readonly description: string
}

export interface ApiCollection extends ApiCollectionFields {
  readonly apiCollectionId: string
  /** its owner, who alone changes it */
  readonly userId: string
}

export interface ApiCollectionEndpoint {
  readonly apiCollectionEndpointId: string
  readonly apiCollectionId: string
  readonly operationId: string
}

/** Collections that one user may have. */
export const mostCollections = 100
/** Operations that may be in one collection. */
export const mostEndpoints = 1000

export interface ApiCollections {
  /** Says where the user has one of that name or as many as they may, or is deleted meanwhile. */
  create(
    origin: Origin,
    userId: string,
    fields: ApiCollectionFields,
  ): Promise<ApiCollection | 'taken' | 'too many' | 'user is deleted'>
  /** By name. */
  ofUser(userId: string): Promise<ApiCollection[]>
  /** Those of all users, by user and name. */
  all(): Promise<ApiCollection[]>
  byId(apiCollectionId: string): Promise<ApiCollection | null>
  byName(userId: string, name: string): Promise<ApiCollection | null>
  /** Null where the user has no such collection, `taken` where they have another of that name. */
  update(
    origin: Origin,
    userId: string,
    apiCollectionId: string,
    fields: ApiCollectionFields,
  ): Promise<ApiCollection | 'taken' | null>
  /** False where the user has no such collection. */
  remove(origin: Origin, userId: string, apiCollectionId: string): Promise<boolean>
  /** Says where the operation is there already, where no more fit in, and where the collection is gone. */
  addEndpoint(
    origin: Origin,
    apiCollectionId: string,
    operationId: string,
  ): Promise<ApiCollectionEndpoint | 'there already' | 'too many' | 'gone'>
  /** By operation id. */
  endpoints(apiCollectionId: string): Promise<ApiCollectionEndpoint[]>
  /** False where the collection does not have it. */
  removeEndpoint(
    origin: Origin,
    apiCollectionId: string,
    which: { operationId: string } | { apiCollectionEndpointId: string },
  ): Promise<boolean>
}

const toCollection = (row: Selectable<ApiCollectionTable>): ApiCollection => ({
  apiCollectionId: row.api_collection_id,
  userId: row.user_id,
  name: row.name,
  isSharable: row.is_sharable,
  description: row.description,
})

const toEndpoint = (row: Selectable<ApiCollectionEndpointTable>): ApiCollectionEndpoint => ({
  apiCollectionEndpointId: row.api_collection_endpoint_id,
  apiCollectionId: row.api_collection_id,
  operationId: row.operation_id,
})

// what a user calls a collection is theirs, and goes with them: the audit trail does without it
const audit = (
  transaction: Transaction<Database>,
  origin: Origin,
  apiCollectionId: string,
  change: Record<string, unknown>,
) => recordChange(transaction, origin, { bankId: '', subject: 'api_collection', subjectId: apiCollectionId, change })

export function apiCollections({ db }: Storage): ApiCollections {
  const collections = db.selectFrom('api_collection').selectAll()
  return {
    create: (origin, userId, { name, isSharable, description }) =>
      db.transaction().execute(async (transaction) => {
        if (!(await lockOwner(transaction, userId))) return 'user is deleted'
        const own = await transaction
          .selectFrom('api_collection')
          .select('name')
          .where('user_id', '=', userId)
          .execute()
        if (own.some((each) => each.name === name)) return 'taken'
        if (own.length >= mostCollections) return 'too many'
        const row = await transaction
          .insertInto('api_collection')
          .values({ api_collection_id: randomUUID(), user_id: userId, name, is_sharable: isSharable, description })
          .returningAll()
          .executeTakeFirstOrThrow()
        await audit(transaction, origin, row.api_collection_id, { created: { is_sharable: isSharable } })
        return toCollection(row)
      }),

    ofUser: async (userId) =>
      (await collections.where('user_id', '=', userId).orderBy('name').execute()).map(toCollection),

    all: async () => (await collections.orderBy('user_id').orderBy('name').execute()).map(toCollection),

    async byId(apiCollectionId) {
      const row = await collections.where('api_collection_id', '=', apiCollectionId).executeTakeFirst()
      return row ? toCollection(row) : null
    },

    async byName(userId, name) {
      const row = await collections.where('user_id', '=', userId).where('name', '=', name).executeTakeFirst()
      return row ? toCollection(row) : null
    },

    update: (origin, userId, apiCollectionId, { name, isSharable, description }) =>
      db.transaction().execute(async (transaction) => {
        await lockOwner(transaction, userId)
        const own = await transaction
          .selectFrom('api_collection')
          .select(['api_collection_id', 'name'])
          .where('user_id', '=', userId)
          .execute()
        if (own.some((row) => row.name === name && row.api_collection_id !== apiCollectionId)) return 'taken'
        const row = await transaction
          .updateTable('api_collection')
          .set({ name, is_sharable: isSharable, description, updated_at: sql<Instant>`now()` })
          .where('api_collection_id', '=', apiCollectionId)
          .where('user_id', '=', userId)
          .returningAll()
          .executeTakeFirst()
        if (!row) return null
        await audit(transaction, origin, apiCollectionId, { updated: { is_sharable: isSharable } })
        return toCollection(row)
      }),

    remove: (origin, userId, apiCollectionId) =>
      db.transaction().execute(async (transaction) => {
        const row = await transaction
          .deleteFrom('api_collection')
          .where('api_collection_id', '=', apiCollectionId)
          .where('user_id', '=', userId)
          .returning('is_sharable')
          .executeTakeFirst()
        if (!row) return false
        await audit(transaction, origin, apiCollectionId, { deleted: { is_sharable: row.is_sharable } })
        return true
      }),

    addEndpoint: (origin, apiCollectionId, operationId) =>
      db.transaction().execute(async (transaction) => {
        // what is added at the same time is counted one after the other
        const collection = await transaction
          .selectFrom('api_collection')
          .select('api_collection_id')
          .where('api_collection_id', '=', apiCollectionId)
          .forNoKeyUpdate()
          .executeTakeFirst()
        if (!collection) return 'gone'
        const endpoints = await transaction
          .selectFrom('api_collection_endpoint')
          .select('operation_id')
          .where('api_collection_id', '=', apiCollectionId)
          .execute()
        if (endpoints.some((each) => each.operation_id === operationId)) return 'there already'
        if (endpoints.length >= mostEndpoints) return 'too many'
        const row = await transaction
          .insertInto('api_collection_endpoint')
          .values({
            api_collection_id: apiCollectionId,
            operation_id: operationId,
            api_collection_endpoint_id: randomUUID(),
          })
          .returningAll()
          .executeTakeFirstOrThrow()
        await audit(transaction, origin, apiCollectionId, { updated: { added: operationId } })
        return toEndpoint(row)
      }),

    endpoints: async (apiCollectionId) =>
      (
        await db
          .selectFrom('api_collection_endpoint')
          .selectAll()
          .where('api_collection_id', '=', apiCollectionId)
          .orderBy('operation_id')
          .execute()
      ).map(toEndpoint),

    removeEndpoint: (origin, apiCollectionId, which) =>
      db.transaction().execute(async (transaction) => {
        const [column, value] =
          'operationId' in which
            ? (['operation_id', which.operationId] as const)
            : (['api_collection_endpoint_id', which.apiCollectionEndpointId] as const)
        const row = await transaction
          .deleteFrom('api_collection_endpoint')
          .where('api_collection_id', '=', apiCollectionId)
          .where(column, '=', value)
          .returning('operation_id')
          .executeTakeFirst()
        if (!row) return false
        await audit(transaction, origin, apiCollectionId, { updated: { removed: row.operation_id } })
        return true
      }),
  }
}

/**
 * Lets changes of the names of one user's collections wait for each other and for a deletion of the user, which would leave
 * a collection behind that it does not see. False where the user is deleted.
 */
async function lockOwner(transaction: Transaction<Database>, userId: string): Promise<boolean> {
  const owner = await transaction
    .selectFrom('app_user')
    .select('deleted_at')
    .where('user_id', '=', userId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return owner !== undefined && owner.deleted_at === null
}

/** Deletes what a user collected, in the transaction that deletes the user. */
export async function removeCollections(transaction: Transaction<Database>, userId: string): Promise<void> {
  await transaction.deleteFrom('api_collection').where('user_id', '=', userId).execute()
}
