/**
 * The demonstration data: a sandbox file (banks, users, accounts, CRM events) and what OBP's format has no place for
 * (a consumer, roles, customers and their links). All of it is invented, and its passwords are there for everyone to read.
 */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Static } from 'typebox'
import { isPassword } from '../authentication/passwords/passwords.ts'
import { grant } from '../authorisation/granting.ts'
import { addCustomers, addFirstUserCustomerLinks } from '../connector/local/loading.ts'
import { type Origin, recordChange } from '../observation/audit.ts'
import { bodyReader } from '../protocol/body.ts'
import { CannotImportSandboxData, Refusal } from '../protocol/errors.ts'
import * as field from '../protocol/fields.ts'
import { hashAll, type ImportOptions, writeImport } from '../sandbox/import.ts'
import { readImportFile } from '../sandbox/import-file.ts'
import type { Settings } from '../settings.ts'
import type { Database } from '../storage/schema.ts'
import { atStartOnce, type Beginnings, ensureConsumer } from './administrator.ts'

const Customer = field.object({
  bank_id: field.text({ most: 255 }),
  customer_number: field.text({ most: 50 }),
  legal_name: field.text({ most: 255 }),
  mobile_phone_number: field.text({ most: 50 }),
  email: field.email({ most: 200 }),
  face_image: field.object({ url: field.text({ most: 2000 }), date: field.date() }),
  date_of_birth: field.date(),
  relationship_status: field.text({ most: 16 }),
  dependants: field.integer({ least: 0 }),
  dob_of_dependants: field.listOf(field.date(), { most: 100 }),
  highest_education_attained: field.text({ most: 32 }),
  employment_status: field.text({ most: 32 }),
  kyc_status: field.flag(),
  last_ok_date: field.date(),
  title: field.text({ most: 255 }),
  branch_id: field.text({ most: 255 }),
  name_suffix: field.text({ most: 255 }),
  linked_user_name: field.orNull(field.text({ most: 100 })),
})
const most = { most: 1000 }
const CustomerFile = field.object({
  consumer: field.object({ key: field.text({ most: 512 }), app_name: field.text({ most: 100 }) }),
  /** bank_id is '' for a system role */
  entitlements: field.listOf(
    field.object({
      user_name: field.text({ most: 100 }),
      bank_id: field.text({ most: 255 }),
      roles: field.listOf(field.text({ most: 255 }), most),
    }),
    most,
  ),
  customers: field.listOf(Customer, most),
})
type CustomerFile = Static<typeof CustomerFile>

const readCustomerFile = bodyReader(CustomerFile) as (bytes: Buffer) => CustomerFile

const bytesOf = (name: string) => readFile(new URL(`./demonstration/${name}`, import.meta.url))

/** Reads both files. */
export const readDemonstration = async () => ({
  sandbox: readImportFile(await bytesOf('sandbox.json')),
  customerFile: readCustomerFile(await bytesOf('customer-file.json')),
})

const origin: Origin = { operationId: 'demonstration', correlationId: 'start', userId: null, consumerId: null }

/**
 * Brings the demonstration data into a new database: one without a bank and without a user besides the administrator.
 * All of it or nothing, by one of the nodes that start at once, and never again, whatever becomes of it.
 * @returns whether it was brought now
 */
export async function ensureDemonstration({ settings, storage }: Beginnings): Promise<boolean> {
  if (!(await isNew(storage.db, settings))) return false
  const { sandbox, customerFile } = await readDemonstration()
  const options: ImportOptions = {
    provider: settings.localIdentityProvider,
    patience: 0.8 * settings.databaseTimeout,
    signal: new AbortController().signal,
  }
  // before the transaction, for another node may wait for its end
  const passwordHashes = await hashAll(sandbox, options)
  return atStartOnce(storage, async (transaction) => {
    if (!(await isNew(transaction, settings))) return false
    await writeImport(transaction, origin, sandbox, passwordHashes, options)
    await ensureConsumer(transaction, customerFile.consumer.key, customerFile.consumer.app_name)
    const userIds = await userIdsByName(transaction, settings)
    await grantRoles(transaction, customerFile, userIds)
    await writeCustomers(transaction, customerFile, userIds)
    await recordChange(transaction, origin, { ...marker, change: { created: {} } })
    return true
  }).catch((error) => {
    // a node that started earlier imported something at this very moment: the database is no longer new
    if (error instanceof Refusal && error.entry === CannotImportSandboxData) return false
    throw error
  })
}

/** The row of the audit trail by which it is known that the data was brought; the trail outlives what it tells of. */
const marker = { bankId: '', subject: 'demonstration', subjectId: 'demonstration' }

async function isNew(db: Kysely<Database>, { localIdentityProvider, adminUsername = '' }: Settings): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from bank)
      or exists (select from app_user where provider <> ${localIdentityProvider} or username <> ${adminUsername})
      or ${wasBrought} as used`.execute(db)
  return !rows[0]!.used
}

const wasBrought = sql`exists (
  select from audit_event
  where bank_id = ${marker.bankId} and subject = ${marker.subject} and subject_id = ${marker.subjectId})`

async function userIdsByName(transaction: Transaction<Database>, settings: Settings): Promise<Map<string, string>> {
  const rows = await transaction
    .selectFrom('app_user')
    .select(['username', 'user_id'])
    .where('provider', '=', settings.localIdentityProvider)
    .execute()
  return new Map(rows.map(({ username, user_id }) => [username, user_id]))
}

async function grantRoles(
  transaction: Transaction<Database>,
  { entitlements }: CustomerFile,
  userIds: Map<string, string>,
) {
  for (const { user_name, bank_id: bankId, roles } of entitlements)
    for (const roleName of roles)
      await grant(transaction, origin, { userId: userIds.get(user_name)!, roleName, bankId })
}

async function writeCustomers(
  transaction: Transaction<Database>,
  { customers }: CustomerFile,
  userIds: Map<string, string>,
) {
  const ready = customers.map((customer) => ({ ...toCustomer(customer), linkedUserName: customer.linked_user_name }))
  await addCustomers(transaction, origin, ready)
  const linked = ready.flatMap(({ bankId, customerId, linkedUserName }) =>
    linkedUserName === null ? [] : [{ bankId, customerId, userId: userIds.get(linkedUserName)! }],
  )
  await addFirstUserCustomerLinks(transaction, origin, linked)
}

const toCustomer = (customer: Static<typeof Customer>) => ({
  bankId: customer.bank_id,
  customerId: randomUUID(),
  number: customer.customer_number,
  legalName: customer.legal_name,
  mobileNumber: customer.mobile_phone_number,
  email: customer.email,
  faceImage: customer.face_image,
  dateOfBirth: customer.date_of_birth,
  relationshipStatus: customer.relationship_status,
  dependents: customer.dependants,
  dobOfDependents: customer.dob_of_dependants,
  highestEducationAttained: customer.highest_education_attained,
  employmentStatus: customer.employment_status,
  kycStatus: customer.kyc_status,
  lastOkDate: customer.last_ok_date,
  title: customer.title,
  branchId: customer.branch_id,
  nameSuffix: customer.name_suffix,
})

/** Whether a user of the demonstration data can still log in with the password that everyone can read. */
export async function isDemonstrationOpen({ settings, storage: { db } }: Beginnings): Promise<boolean> {
  const { rows } = await sql<{ brought: boolean }>`select ${wasBrought} as brought`.execute(db)
  if (!rows[0]!.brought) return false
  const { users = [] } = (await readDemonstration()).sandbox
  for (const { user_name, password } of users) {
    const user = await db
      .selectFrom('app_user')
      .select('password_hash')
      .where('provider', '=', settings.localIdentityProvider)
      .where('username', '=', user_name)
      .where('deleted_at', 'is', null)
      .executeTakeFirst()
    if (await isPassword(password, user?.password_hash ?? '')) return true
  }
  return false
}
