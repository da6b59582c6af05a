/** The rules that administrators set for single operations, as they stand in the database now. */
import { sql } from 'kysely'
import type { AuthenticationType } from '../authentication/way-in.ts'
import { type Origin, recordChange } from '../observation/audit.ts'
import { gatherAs } from '../storage/gather.ts'
import { brokenConstraint, type Storage } from '../storage/pool.ts'

/** What is in force for an operation; null where nothing was set. */
export interface Rules {
  /** the text of a JSON schema */
  readonly jsonSchema: string | null
  readonly authenticationTypes: readonly AuthenticationType[] | null
}

export interface RuleStore<Value> {
  /** Null where the operation has none. */
  of(operationId: string): Promise<Value | null>
  /** By operation id. */
  all(): Promise<{ operationId: string; value: Value }[]>
  /** False where the operation has one; of two at once one creates. */
  create(origin: Origin, operationId: string, value: Value): Promise<boolean>
  /** False where the operation has none. */
  replace(origin: Origin, operationId: string, value: Value): Promise<boolean>
  /** False where the operation had none. */
  remove(origin: Origin, operationId: string): Promise<boolean>
}

export interface OperationRules {
  /** Both rules of an operation, in one look-up with those of other calls. */
  inForce(operationId: string): Promise<Rules>
  readonly jsonSchemas: RuleStore<string>
  readonly authenticationTypes: RuleStore<readonly AuthenticationType[]>
}

export function operationRules(storage: Storage): OperationRules {
  const inForce = gatherAs(
    {
      lookups: storage.lookups,
      name: 'rules_of_operation',
      text: `
        select asked.place, j.json_schema, a.allowed_authentication_types
        from unnest($1::text[]) with ordinality as asked(operation_id, place)
        left join json_schema_validation j on j.operation_id = asked.operation_id
        left join authentication_type_validation a on a.operation_id = asked.operation_id`,
      parts: (operationId: string) => [operationId],
      same: (operationId) => operationId,
      shape: (row: RulesRow): Rules => ({
        jsonSchema: row.json_schema,
        authenticationTypes: row.allowed_authentication_types,
      }),
    },
    // there is always one, of nulls where nothing was set
    ([rules]) => rules!,
  )
  return {
    inForce,
    jsonSchemas: ruleStore(storage, 'json_schema_validation', 'json_schema'),
    authenticationTypes: ruleStore(storage, 'authentication_type_validation', 'allowed_authentication_types'),
  }
}

interface RulesRow {
  json_schema: string | null
  allowed_authentication_types: AuthenticationType[] | null
}

type Table = 'json_schema_validation' | 'authentication_type_validation'

/** The two tables are alike but for the type of their value. */
function ruleStore<Value>({ db }: Storage, table: Table, column: string): RuleStore<Value> {
  const tableName = sql.table(table)
  const columnName = sql.ref(column)

  /** Runs a statement that changes a row, and records what it did. */
  const change = (
    origin: Origin,
    operationId: string,
    statement: ReturnType<typeof sql>,
    what: Record<string, unknown>,
  ): Promise<boolean> =>
    db.transaction().execute(async (transaction) => {
      const { numAffectedRows = 0n } = await statement.execute(transaction)
      if (numAffectedRows === 0n) return false
      await recordChange(transaction, origin, { bankId: '', subject: table, subjectId: operationId, change: what })
      return true
    })

  return {
    async of(operationId) {
      const { rows } = await sql<{ value: Value }>`
        select ${columnName} as value from ${tableName} where operation_id = ${operationId}`.execute(db)
      return rows[0]?.value ?? null
    },
    async all() {
      const { rows } = await sql<{ operationId: string; value: Value }>`
        select operation_id as "operationId", ${columnName} as value from ${tableName} order by operation_id`.execute(
        db,
      )
      return rows
    },
    async create(origin, operationId, value) {
      const statement = sql`insert into ${tableName} (operation_id, ${columnName}) values (${operationId}, ${value})`
      try {
        return await change(origin, operationId, statement, { created: { [column]: value } })
      } catch (error) {
        if (brokenConstraint(error) === `${table}_pkey`) return false
        throw error
      }
    },
    replace: (origin, operationId, value) =>
      change(
        origin,
        operationId,
        sql`update ${tableName} set ${columnName} = ${value}, updated_at = now() where operation_id = ${operationId}`,
        { updated: { [column]: value } },
      ),
    remove: (origin, operationId) =>
      change(origin, operationId, sql`delete from ${tableName} where operation_id = ${operationId}`, {
        deleted: { operation_id: operationId },
      }),
  }
}
