/**
 * Adds many rows of a bank at once, inside a transaction of the caller's, for the sandbox import and the demonstration
 * data. These are no methods of the connector contract: a method is routed to the system of one bank, while an import
 * makes banks, and their data and users are kept together or not at all. So what is imported is always Fichero's own.
 *
 * Each function leaves what is there already as it is, and gives those that it added.
 */
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { type Origin, recordChanges } from '../../observation/audit.ts'
import type { Database } from '../../storage/schema.ts'
import type { Bank, CrmEvent, Customer } from '../contract.ts'

export interface NewBankAccount {
  bankId: string
  accountId: string
  label: string
  number: string
  accountType: string
  iban: string
  balanceCurrency: string
  /** a decimal number */
  balanceAmount: string
  ownerUserIds: readonly string[]
}

/** One text for two ids: no id has a blank. */
export const keyAtBank = (bankId: string, id: string): string => `${bankId} ${id}`

export async function addBanks(
  transaction: Transaction<Database>,
  origin: Origin,
  banks: readonly Bank[],
): Promise<{ bankId: string }[]> {
  const rows = await transaction
    .insertInto('bank')
    .values(
      banks.map((bank) => ({
        bank_id: bank.bankId,
        short_name: bank.shortName,
        full_name: bank.fullName,
        logo_url: bank.logoUrl,
        website_url: bank.websiteUrl,
        swift_bic: bank.swiftBic,
        national_identifier: bank.nationalIdentifier,
        routing_scheme: bank.bankRoutingScheme,
        routing_address: bank.bankRoutingAddress,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .execute()
  await recordChanges(
    transaction,
    origin,
    rows.map((row) => ({ bankId: row.bank_id, subject: 'bank', subjectId: row.bank_id, change: { created: row } })),
  )
  return rows.map((row) => ({ bankId: row.bank_id }))
}

export async function addBankAccounts(
  transaction: Transaction<Database>,
  origin: Origin,
  accounts: readonly NewBankAccount[],
): Promise<{ bankId: string; accountId: string }[]> {
  const rows = await transaction
    .insertInto('bank_account')
    .values(
      accounts.map((account) => ({
        bank_id: account.bankId,
        account_id: account.accountId,
        label: account.label,
        number: account.number,
        account_type: account.accountType,
        iban: account.iban,
        balance_currency: account.balanceCurrency,
        balance_amount: account.balanceAmount,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .execute()
  const ownersOf = new Map(
    accounts.map((account) => [keyAtBank(account.bankId, account.accountId), account.ownerUserIds]),
  )
  const added = rows.map((row) => ({ row, owners: ownersOf.get(keyAtBank(row.bank_id, row.account_id)) ?? [] }))
  await addOwners(
    transaction,
    added.flatMap(({ row: { bank_id, account_id }, owners }) =>
      owners.map((user_id) => ({ bank_id, account_id, user_id })),
    ),
  )
  await recordChanges(
    transaction,
    origin,
    added.map(({ row, owners }) => ({
      bankId: row.bank_id,
      subject: 'bank_account',
      subjectId: row.account_id,
      change: { created: { ...row, owners } },
    })),
  )
  return rows.map((row) => ({ bankId: row.bank_id, accountId: row.account_id }))
}

/** An account may have any number of owners, and a statement only so many parameters. */
async function addOwners(transaction: Transaction<Database>, owners: Database['bank_account_owner'][]) {
  for (let from = 0; from < owners.length; from += 5000)
    await transaction
      .insertInto('bank_account_owner')
      .values(owners.slice(from, from + 5000))
      .execute()
}

export async function addCrmEvents(
  transaction: Transaction<Database>,
  origin: Origin,
  events: readonly CrmEvent[],
): Promise<{ bankId: string; crmEventId: string }[]> {
  const rows = await transaction
    .insertInto('crm_event')
    .values(
      events.map((event) => ({
        bank_id: event.bankId,
        crm_event_id: event.crmEventId,
        customer_name: event.customerName,
        customer_number: event.customerNumber,
        category: event.category,
        detail: event.detail,
        channel: event.channel,
        scheduled_date: event.scheduledDate,
        actual_date: event.actualDate,
        result: event.result,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .execute()
  await recordChanges(
    transaction,
    origin,
    rows.map((row) => ({
      bankId: row.bank_id,
      subject: 'crm_event',
      subjectId: row.crm_event_id,
      change: { created: row },
    })),
  )
  return rows.map((row) => ({ bankId: row.bank_id, crmEventId: row.crm_event_id }))
}

export async function addCustomers(
  transaction: Transaction<Database>,
  origin: Origin,
  customers: readonly Customer[],
): Promise<{ bankId: string; customerId: string }[]> {
  const rows = await transaction
    .insertInto('customer')
    .values(
      customers.map((customer) => ({
        bank_id: customer.bankId,
        customer_id: customer.customerId,
        customer_number: customer.number,
        legal_name: customer.legalName,
        mobile_phone_number: customer.mobileNumber,
        email: customer.email,
        face_image_url: customer.faceImage?.url ?? null,
        face_image_date: customer.faceImage?.date ?? null,
        date_of_birth: customer.dateOfBirth,
        relationship_status: customer.relationshipStatus,
        dependants: customer.dependents,
        dob_of_dependants: customer.dobOfDependents,
        highest_education_attained: customer.highestEducationAttained,
        employment_status: customer.employmentStatus,
        kyc_status: customer.kycStatus,
        last_ok_date: customer.lastOkDate,
        title: customer.title,
        branch_id: customer.branchId,
        name_suffix: customer.nameSuffix,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .execute()
  await recordChanges(
    transaction,
    origin,
    rows.map((row) => ({
      bankId: row.bank_id,
      subject: 'customer',
      subjectId: row.customer_id,
      change: { created: row },
    })),
  )
  return rows.map((row) => ({ bankId: row.bank_id, customerId: row.customer_id }))
}

/** Links customers to users who have no link at the bank yet. */
export async function addFirstUserCustomerLinks(
  transaction: Transaction<Database>,
  origin: Origin,
  links: readonly { bankId: string; customerId: string; userId: string }[],
): Promise<void> {
  const rows = await transaction
    .insertInto('user_customer_link')
    .values(
      links.map(({ bankId, customerId, userId }) => ({
        bank_id: bankId,
        user_customer_link_id: randomUUID(),
        user_id: userId,
        customer_id: customerId,
        position: 1,
      })),
    )
    .returning(['bank_id', 'user_customer_link_id', 'user_id', 'customer_id'])
    .execute()
  await recordChanges(
    transaction,
    origin,
    rows.map(({ bank_id, user_customer_link_id, user_id, customer_id }) => ({
      bankId: bank_id,
      subject: 'user_customer_link',
      subjectId: user_customer_link_id,
      change: { created: { user_customer_link_id, user_id, customer_id } },
    })),
  )
}
