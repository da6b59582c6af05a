/** What front ends show, by name: addresses, logos, texts. Everybody may read them. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type Origin, recordChange } from '../observation/audit.ts'
import type { Storage } from '../storage/pool.ts'

export interface WebUiProp {
  readonly id: string
  readonly name: string
  readonly value: string
}

export interface WebUiProps {
  /** By name. */
  all(): Promise<WebUiProp[]>
  named(name: string): Promise<WebUiProp | null>
  /** Gives a name its value, whether it had one or not. */
  set(origin: Origin, name: string, value: string): Promise<WebUiProp>
  /** False where there is none of that id, or of that name. */
  remove(origin: Origin, which: { id: string } | { name: string }): Promise<boolean>
}

const columns = ['web_ui_props_id as id', 'name', 'value'] as const

export function webUiProps({ db }: Storage): WebUiProps {
  return {
    all: () => db.selectFrom('web_ui_prop').select(columns).orderBy('name').execute(),

    async named(name) {
      return (await db.selectFrom('web_ui_prop').select(columns).where('name', '=', name).executeTakeFirst()) ?? null
    },

    set: (origin, name, value) =>
      db.transaction().execute(async (transaction) => {
        const { is_new, ...prop } = await transaction
          .insertInto('web_ui_prop')
          .values({ web_ui_props_id: randomUUID(), name, value })
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
          // a row that was inserted has no older version
          .returning([...columns, sql<boolean>`xmax = 0`.as('is_new')])
          .executeTakeFirstOrThrow()
        await recordChange(transaction, origin, {
          bankId: '',
          subject: 'web_ui_prop',
          subjectId: prop.id,
          change: is_new ? { created: { name, value } } : { updated: { value } },
        })
        return prop
      }),

    remove: (origin, which) =>
      db.transaction().execute(async (transaction) => {
        const gone = await transaction
          .deleteFrom('web_ui_prop')
          .where('id' in which ? 'web_ui_props_id' : 'name', '=', 'id' in which ? which.id : which.name)
          .returning(columns)
          .executeTakeFirst()
        if (!gone) return false
        const { id, name, value } = gone
        await recordChange(transaction, origin, {
          bankId: '',
          subject: 'web_ui_prop',
          subjectId: id,
          change: { deleted: { name, value } },
        })
        return true
      }),
  }
}
