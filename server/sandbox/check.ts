/** What an import file may not be: at odds with itself, or with what is in the database already. */
import { sql, type Transaction } from 'kysely'
import { keyAtBank } from '../connector/local/loading.ts'
import { CannotImportSandboxData, InvalidJson, Refusal } from '../protocol/errors.ts'
import type { Localised } from '../protocol/languages.ts'
import type { Database } from '../storage/schema.ts'
import type { ImportFile } from './import-file.ts'

/** @throws Refusal OBP-10001 that names the first entry whose id is that of an earlier one */
export function assertNoneTwice({ banks = [], users = [], accounts = [], crm_events = [] }: ImportFile): void {
  assertDistinct('banks', 'id', banks, ({ id }) => id)
  assertDistinct('users', 'user_name', users, ({ user_name }) => user_name)
  assertDistinct('accounts', 'id', accounts, ({ bank, id }) => keyAtBank(bank, id))
  assertDistinct('crm_events', 'id', crm_events, ({ bank_id, id }) => keyAtBank(bank_id, id))
}

function assertDistinct<Entry>(
  list: string,
  field: string,
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
) {
  const first = new Map<string, number>()
  for (const [place, entry] of entries.entries()) {
    const earlier = first.get(keyOf(entry))
    if (earlier !== undefined) {
      const [here, there] = [`${list}[${place}].${field}`, `${list}[${earlier}]`]
      throw new Refusal(InvalidJson, {
        en: ` ${here} is that of ${there} too.`,
        es: ` ${here} es también el de ${there}.`,
      })
    }
    first.set(keyOf(entry), place)
  }
}

/**
 * Looks whether the file fits the database, in a transaction of the caller's: it adds nothing that is there, and the banks and users that it names are
 * there or in the file. Gives the ids of those users who are there, by name.
 * @throws Refusal `Cannot import the sandbox data`, which names the first entry that does not fit
 */
export async function assertFits(
  snapshot: Transaction<Database>,
  provider: string,
  file: ImportFile,
): Promise<ReadonlyMap<string, string>> {
  const { banks = [], users = [], accounts = [], crm_events: events = [] } = file
  const bankOf = bankReferences(file)
  const bankIds = new Set([...banks.map(({ id }) => id), ...bankOf.map(({ bankId }) => bankId)])
  const banksThere = await banksAmong(snapshot, bankIds)
  for (const [place, { id }] of banks.entries()) if (banksThere.has(id)) throw isThere(`banks[${place}].id`)

  const names = new Set([...users.map(({ user_name }) => user_name), ...accounts.flatMap(({ owners }) => owners)])
  const usersThere = await usersAmong(snapshot, provider, names)
  for (const [place, { user_name }] of users.entries())
    if (usersThere.has(user_name)) throw isThere(`users[${place}].user_name`)

  const own = { banks: new Set(banks.map(({ id }) => id)), users: new Set(users.map(({ user_name }) => user_name)) }
  for (const { at, bankId } of bankOf)
    if (!own.banks.has(bankId) && !banksThere.has(bankId)) throw isNowhere(at, { en: 'bank', es: 'banco' })
  for (const [place, { owners }] of accounts.entries())
    for (const [number, owner] of owners.entries())
      if (!own.users.has(owner) && !usersThere.get(owner))
        throw isNowhere(`accounts[${place}].owners[${number}]`, { en: 'user', es: 'usuario' })

  const accountsThere = await idsAmong(
    snapshot,
    'bank_account',
    'account_id',
    accounts.map(({ bank, id }) => [bank, id]),
  )
  for (const [place, { bank, id }] of accounts.entries())
    if (accountsThere.has(keyAtBank(bank, id))) throw isThere(`accounts[${place}].id`)
  const eventsThere = await idsAmong(
    snapshot,
    'crm_event',
    'crm_event_id',
    events.map(({ bank_id, id }) => [bank_id, id]),
  )
  for (const [place, { bank_id, id }] of events.entries())
    if (eventsThere.has(keyAtBank(bank_id, id))) throw isThere(`crm_events[${place}].id`)

  return new Map([...usersThere].filter((user): user is [string, string] => user[1] !== null))
}

/** Every place where the file names a bank that it need not hold itself. */
function bankReferences(file: ImportFile): { at: string; bankId: string }[] {
  const { accounts = [], transactions = [], branches = [], atms = [], products = [], crm_events = [] } = file
  const at = (list: string, field: string, bankIds: string[]) =>
    bankIds.map((bankId, place) => ({ at: `${list}[${place}].${field}`, bankId }))
  const bankId = (entry: { bank_id: string }) => entry.bank_id
  return [
    at(
      'accounts',
      'bank',
      accounts.map(({ bank }) => bank),
    ),
    at(
      'transactions',
      'this_account.bank',
      transactions.map(({ this_account }) => this_account.bank),
    ),
    at('branches', 'bank_id', branches.map(bankId)),
    at('atms', 'bank_id', atms.map(bankId)),
    at('products', 'bank_id', products.map(bankId)),
    at('crm_events', 'bank_id', crm_events.map(bankId)),
  ].flat()
}

async function banksAmong(snapshot: Transaction<Database>, bankIds: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const rows = await snapshot
    .selectFrom('bank')
    .select('bank_id')
    .where('bank_id', '=', sql<string>`any(${[...bankIds]}::text[])`)
    .execute()
  return new Set(rows.map(({ bank_id }) => bank_id))
}

/** Ids by name; null for a deleted user, whose name stays taken. */
async function usersAmong(snapshot: Transaction<Database>, provider: string, names: ReadonlySet<string>) {
  const rows = await snapshot
    .selectFrom('app_user')
    .select(['username', 'user_id', 'deleted_at'])
    .where('provider', '=', provider)
    .where('username', '=', sql<string>`any(${[...names]}::text[])`)
    .execute()
  return new Map(rows.map(({ username, user_id, deleted_at }) => [username, deleted_at === null ? user_id : null]))
}

async function idsAmong(
  snapshot: Transaction<Database>,
  table: 'bank_account' | 'crm_event',
  column: string,
  keys: readonly (readonly [bankId: string, id: string])[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ bank_id: string; id: string }>`
    select t.bank_id, t.${sql.ref(column)} as id
    from unnest(${keys.map(([bankId]) => bankId)}::text[], ${keys.map(([, id]) => id)}::text[]) as asked(bank_id, id)
    join ${sql.table(table)} t on t.bank_id = asked.bank_id and t.${sql.ref(column)} = asked.id`.execute(snapshot)
  return new Set(rows.map(({ bank_id, id }) => keyAtBank(bank_id, id)))
}

/** The refusal of an entry that the database has. */
export const isThere = (at: string): Refusal =>
  cannotImport({ en: `${at} exists already, and nothing was imported`, es: `${at} ya existe; no se ha importado nada` })

const isNowhere = (at: string, what: Localised): Refusal =>
  cannotImport({
    en: `${at} names no ${what.en} of the import or of this server, and nothing was imported`,
    es: `${at} no nombra ningún ${what.es} de la importación ni de este servidor; no se ha importado nada`,
  })

/** The refusal of an import that does not fit the database. */
export const cannotImport = ({ en, es }: Localised): Refusal =>
  new Refusal(CannotImportSandboxData, { en: `: ${en}.`, es: `: ${es}.` })
