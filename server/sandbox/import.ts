/**
 * Imports OBP's sandbox file: banks, users, accounts and CRM events, all of it or nothing. For the API, the command line
 * and the demonstration data.
 */
import { type Kysely, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { hashPasswords } from '../authentication/passwords/passwords.ts'
import { createUsers } from '../authentication/users/users.ts'
import { addBankAccounts, addBanks, addCrmEvents, keyAtBank } from '../connector/local/loading.ts'
import type { Origin } from '../observation/audit.ts'
import type { Database } from '../storage/schema.ts'
import { assertFits, assertNoneTwice, cannotImport, isThere } from './check.ts'
import type { ImportFile } from './import-file.ts'

/** What is under way, and how much of it is done. */
export type Step = 'passwords' | 'banks' | 'users' | 'accounts' | 'crm_events'
export type OnProgress = (step: Step, done: number, total: number) => void

export interface ImportOptions {
  /** whose users the users of the file become, and among whose users the owners of its accounts are looked up */
  provider: string
  /** milliseconds to wait for another import to end */
  patience: number
  /** ends the import, which then throws its reason and keeps nothing */
  signal: AbortSignal
  onProgress?: OnProgress
}

/** Any number that nothing else takes as an advisory lock. Held while an import is written: of two at once, one waits. */
const importLock = 5_023_061_996

/** Rows in one statement: PostgreSQL takes 65,535 parameters, and the widest row has eleven. */
const rowsAtOnce = 1000

/**
 * Imports a file. It looks whether the file fits before it spends time on passwords, and again when no other import runs.
 * @throws Refusal OBP-10001 where the file is at odds with itself, `Cannot import the sandbox data` where it does not fit
 * the database; either names the entry
 */
export async function importSandbox(
  db: Kysely<Database>,
  origin: Origin,
  file: ImportFile,
  options: ImportOptions,
): Promise<void> {
  assertNoneTwice(file)
  // as of one moment: another import may be committed between two look-ups
  await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((snapshot) => assertFits(snapshot, options.provider, file))
  const passwordHashes = await hashAll(file, options)
  await db.transaction().execute((transaction) => writeImport(transaction, origin, file, passwordHashes, options))
}

/** The hashes of the users' passwords, in the order of the file. */
export const hashAll = ({ users = [] }: ImportFile, { signal, onProgress }: ImportOptions): Promise<string[]> =>
  hashPasswords(
    users.map(({ password }) => password),
    (done) => {
      signal.throwIfAborted()
      onProgress?.('passwords', done, users.length)
    },
  )

/** Writes a file inside a transaction of the caller's. @throws as {@link importSandbox} */
export async function writeImport(
  transaction: Transaction<Database>,
  origin: Origin,
  file: ImportFile,
  passwordHashes: readonly string[],
  { provider, patience, signal, onProgress }: ImportOptions,
): Promise<void> {
  await lock(transaction, patience)
  const userIds = new Map(await assertFits(transaction, provider, file))
  const { banks = [], users = [], accounts = [], crm_events = [] } = file

  /** Adds the entries; those of which `add` says nothing came into the database meanwhile, by another way. */
  async function addAll<Entry>(
    step: Step,
    field: string,
    entries: readonly Entry[],
    keyOf: (entry: Entry) => string,
    add: (some: readonly Entry[], from: number) => Promise<ReadonlySet<string>>,
  ) {
    for (let from = 0; from < entries.length; from += rowsAtOnce) {
      signal.throwIfAborted()
      const some = entries.slice(from, from + rowsAtOnce)
      const added = await add(some, from)
      const there = some.findIndex((entry) => !added.has(keyOf(entry)))
      if (there >= 0) throw isThere(`${step}[${from + there}].${field}`)
      onProgress?.(step, from + some.length, entries.length)
    }
  }

  await addAll(
    'banks',
    'id',
    banks,
    ({ id }) => id,
    async (some) => {
      const added = await addBanks(transaction, origin, some.map(toBank))
      return new Set(added.map(({ bankId }) => bankId))
    },
  )
  await addAll(
    'users',
    'user_name',
    users,
    (user) => user.user_name,
    async (some, from) => {
      const added = await createUsers(
        transaction,
        origin,
        some.map((user, place) => ({ ...toUser(user), provider, passwordHash: passwordHashes[from + place]! })),
      )
      for (const { username, userId } of added) userIds.set(username, userId)
      return new Set(added.map(({ username }) => username))
    },
  )
  await addAll(
    'accounts',
    'id',
    accounts,
    ({ bank, id }) => keyAtBank(bank, id),
    async (some) => {
      const added = await addBankAccounts(
        transaction,
        origin,
        some.map((account) => ({
          ...toAccount(account),
          ownerUserIds: [...new Set(account.owners)].map((name) => userIds.get(name)!),
        })),
      )
      return new Set(added.map(({ bankId, accountId }) => keyAtBank(bankId, accountId)))
    },
  )
  await addAll(
    'crm_events',
    'id',
    crm_events,
    (event) => keyAtBank(event.bank_id, event.id),
    async (some) => {
      const added = await addCrmEvents(transaction, origin, some.map(toCrmEvent))
      return new Set(added.map(({ bankId, crmEventId }) => keyAtBank(bankId, crmEventId)))
    },
  )
  signal.throwIfAborted()
}

/** @throws Refusal where another import runs for longer than `patience` */
async function lock(transaction: Transaction<Database>, patience: number) {
  await sql`select set_config('lock_timeout', ${String(patience)}, true)`.execute(transaction)
  try {
    await sql`select pg_advisory_xact_lock(${importLock})`.execute(transaction)
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '55P03')
      throw cannotImport({
        en: 'another import is running, try again when it has ended',
        es: 'hay otra importación en curso, inténtelo de nuevo cuando termine',
      })
    throw error
  }
  await sql`select set_config('lock_timeout', '0', true)`.execute(transaction)
}

type Entry<List extends keyof ImportFile> = NonNullable<ImportFile[List]>[number]

const toBank = (bank: Entry<'banks'>) => ({
  bankId: bank.id,
  shortName: bank.short_name,
  fullName: bank.full_name,
  logoUrl: bank.logo,
  websiteUrl: bank.website,
  swiftBic: bank.swift_bic ?? '',
  nationalIdentifier: bank.national_identifier ?? '',
  bankRoutingScheme: '',
  bankRoutingAddress: '',
})

/** The first word of a display name is taken for the first name. */
function toUser({ user_name, email, display_name }: Entry<'users'>) {
  const [firstName = '', ...others] = (display_name ?? '').trim().split(/\s+/)
  return { username: user_name, email, firstName, lastName: others.join(' '), isValidated: true }
}

const toAccount = (account: Entry<'accounts'>) => ({
  bankId: account.bank,
  accountId: account.id,
  label: account.label,
  number: account.number,
  accountType: account.type,
  iban: account.IBAN ?? '',
  balanceCurrency: account.balance.currency,
  balanceAmount: account.balance.amount,
})

const toCrmEvent = (event: Entry<'crm_events'>) => ({
  bankId: event.bank_id,
  crmEventId: event.id,
  customerName: event.customer.name,
  customerNumber: event.customer.number,
  category: event.category,
  detail: event.detail,
  channel: event.channel,
  scheduledDate: event.scheduled_date ?? null,
  actualDate: event.actual_date,
  result: event.result ?? '',
})
