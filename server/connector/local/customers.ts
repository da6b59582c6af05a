/** Customers and their links to users, from PostgreSQL. */
import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import {
  CouldNotCreateUserCustomerLinks,
  CustomerAlreadyExistsForUser,
  CustomerNumberAlreadyExists,
  Refusal,
} from '../../protocol/errors.ts'
import { gatherOne } from '../../storage/gather.ts'
import { brokenConstraint, type Storage } from '../../storage/pool.ts'
import type { CustomerTable } from '../../storage/schema.ts'
import type { Connector } from '../connector.ts'
import type { Customer } from '../contract.ts'

type CustomerRow = Selectable<CustomerTable>

const columns = `bank_id, customer_id, customer_number, legal_name, mobile_phone_number, email, face_image_url,
  face_image_date, date_of_birth, relationship_status, dependants, dob_of_dependants, highest_education_attained,
  employment_status, kyc_status, last_ok_date, title, branch_id, name_suffix`
const columnsOf = (alias: string) => columns.replaceAll(/\w+/g, (column) => `${alias}.${column}`)

const toCustomer = (row: CustomerRow): Customer => ({
  bankId: row.bank_id,
  customerId: row.customer_id,
  number: row.customer_number,
  legalName: row.legal_name,
  mobileNumber: row.mobile_phone_number,
  email: row.email,
  faceImage: row.face_image_url === null ? null : { url: row.face_image_url, date: row.face_image_date },
  dateOfBirth: row.date_of_birth,
  relationshipStatus: row.relationship_status,
  dependents: row.dependants,
  dobOfDependents: row.dob_of_dependants,
  highestEducationAttained: row.highest_education_attained,
  employmentStatus: row.employment_status,
  kycStatus: row.kyc_status,
  lastOkDate: row.last_ok_date,
  title: row.title,
  branchId: row.branch_id,
  nameSuffix: row.name_suffix,
})

export function customers({
  pool,
  lookups,
}: Storage): Pick<
  Connector,
  | 'checkCustomerNumberAvailable'
  | 'createLinkedCustomer'
  | 'getFirstCustomerOfUser'
  | 'getCustomerByCustomerId'
  | 'getFirstUserOfCustomer'
> {
  const firstOfUser = gatherOne<{ bankId: string; userId: string }, Customer>({
    lookups,
    name: 'first_customer_of_user',
    text: `
      select distinct on (asked.place) asked.place, ${columnsOf('c')}
      from unnest($1::text[], $2::text[]) with ordinality as asked(bank_id, user_id, place)
      join user_customer_link l on l.bank_id = asked.bank_id and l.user_id = asked.user_id
      join customer c on c.bank_id = l.bank_id and c.customer_id = l.customer_id
      order by asked.place, l.position`,
    parts: ({ bankId, userId }) => [bankId, userId],
    shape: toCustomer,
  })

  const withNumber = gatherOne<{ bankId: string; customerNumber: string }, true>({
    lookups,
    name: 'customer_with_number',
    text: `
      select asked.place
      from unnest($1::text[], $2::text[]) with ordinality as asked(bank_id, customer_number, place)
      join customer c on c.bank_id = asked.bank_id and c.customer_number = asked.customer_number`,
    parts: ({ bankId, customerNumber }) => [bankId, customerNumber],
    shape: () => true,
  })

  const withId = gatherOne<{ bankId: string; customerId: string }, Customer>({
    lookups,
    name: 'customer_of_id',
    text: `
      select asked.place, ${columnsOf('c')}
      from unnest($1::text[], $2::text[]) with ordinality as asked(bank_id, customer_id, place)
      join customer c on c.bank_id = asked.bank_id and c.customer_id = asked.customer_id`,
    parts: ({ bankId, customerId }) => [bankId, customerId],
    shape: toCustomer,
  })

  const firstUser = gatherOne<{ bankId: string; customerId: string }, string>({
    lookups,
    name: 'first_user_of_customer',
    text: `
      select distinct on (asked.place) asked.place, l.user_id
      from unnest($1::text[], $2::text[]) with ordinality as asked(bank_id, customer_id, place)
      join user_customer_link l on l.bank_id = asked.bank_id and l.customer_id = asked.customer_id
      order by asked.place, l.date_inserted, l.user_customer_link_id`,
    parts: ({ bankId, customerId }) => [bankId, customerId],
    shape: ({ user_id }: { user_id: string }) => user_id,
  })

  return {
    getFirstCustomerOfUser: (_origin, args) => firstOfUser(args),

    getCustomerByCustomerId: (_origin, args) => withId(args),

    getFirstUserOfCustomer: (_origin, args) => firstUser(args),

    checkCustomerNumberAvailable: async (_origin, args) => (await withNumber(args)) === null,

    async createLinkedCustomer(origin, args) {
      const customerId = randomUUID()
      const values = [
        args.bankId,
        customerId,
        args.number,
        args.legalName,
        args.mobileNumber,
        args.email,
        args.faceImage?.url ?? null,
        args.faceImage?.date ?? null,
        args.dateOfBirth,
        args.relationshipStatus,
        args.dependents,
        args.dobOfDependents,
        args.highestEducationAttained,
        args.employmentStatus,
        args.kycStatus,
        args.lastOkDate,
        args.title,
        args.branchId,
        args.nameSuffix,
        args.userId,
        randomUUID(),
        args.mostPerUser,
        origin.userId,
        origin.consumerId,
        origin.operationId,
        origin.correlationId,
      ]
      for (;;) {
        try {
          const { rows } = await pool.query({ name: 'create_linked_customer', text: createLinkedCustomer, values })
          if (rows.length === 0) throw new Refusal(CustomerAlreadyExistsForUser)
          return toCustomer(rows[0])
        } catch (error) {
          // another call made a link of this user at this moment: look again at how many there are
          if (brokenConstraint(error) === 'user_customer_link_position') continue
          throw refusalOf(error)
        }
      }
    },
  }
}

// One statement, so one transaction: the customer, its link and the audit row are kept together or not at all. The
// unique indexes decide who wins a race.
const createLinkedCustomer = `
  with linked as (
    select count(*) as customers, coalesce(max(position), 0) + 1 as position
    from user_customer_link
    where bank_id = $1 and user_id = $20
  ),
  added as (
    insert into customer (${columns})
    select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19
    from linked
    where $22::integer is null or linked.customers < $22
    returning ${columns}
  ),
  link as (
    insert into user_customer_link (bank_id, user_customer_link_id, user_id, customer_id, position)
    select $1, $21, $20, added.customer_id, linked.position
    from added, linked
    returning user_customer_link_id, user_id, customer_id
  ),
  audited as (
    insert into audit_event (bank_id, user_id, consumer_id, operation_id, correlation_id, subject, subject_id, change)
    select $1, $23, $24, $25, $26, 'customer', added.customer_id, jsonb_build_object('created', to_jsonb(added))
    from added
    union all
    select $1, $23, $24, $25, $26, 'user_customer_link', link.user_customer_link_id, jsonb_build_object('created', to_jsonb(link))
    from link
  )
  select ${columns}
  from added`

function refusalOf(error: unknown): unknown {
  if (brokenConstraint(error) === 'customer_number_is_unique_at_its_bank')
    return new Refusal(CustomerNumberAlreadyExists)
  if ((error as { table?: string }).table === 'user_customer_link') return new Refusal(CouldNotCreateUserCustomerLinks)
  return error
}
