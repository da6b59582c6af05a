/** The data that the benchmarks ask for: one bank, its customers, each linked to a user of its own, and live tokens. */
import { createHash } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type pg from 'pg'

export const bankId = 'bench.01'

export interface DatasetSize {
  customers: number
  /** live tokens of users who have a customer, spread evenly over them */
  tokens: number
  /** users without a customer, whom customers can be added for */
  prospects: number
  /** live tokens of users who may add customers */
  clerks: number
}

/** A login: the text that a caller sends and the user it stands for. */
export interface Login {
  token: string
  userId: string
}

// spread over the key space as the random ids of real users are; SQL and TypeScript make the same one
const idOf = (name: string) =>
  createHash('md5')
    .update(name)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
const idInSql = (name: string) => `(md5(${name})::uuid)::text`

export const prospectId = (number: number): string => idOf(`prospect ${number}`)

/** A token in the form that the server gives out, known here so that a load generator can send it. */
const tokenOf = (userId: string) =>
  `eyJhbGciOiJIUzI1NiJ9.eyIiOiIifQ.${createHash('sha256').update(`token of ${userId}`).digest('base64url')}`

/** The logins of users who have a customer. */
export const customerLogins = ({ customers, tokens }: DatasetSize): Login[] =>
  Array.from({ length: tokens }, (_, place) => login(`user ${1 + Math.floor((place * customers) / tokens)}`))

/** The logins of users who may add customers. */
export const clerkLogins = ({ clerks }: DatasetSize): Login[] =>
  Array.from({ length: clerks }, (_, place) => login(`clerk ${place + 1}`))

const login = (name: string): Login => ({ userId: idOf(name), token: tokenOf(idOf(name)) })

/** Fills a migrated, empty database. */
export async function fill(client: pg.Client, size: DatasetSize): Promise<void> {
  await client.query(`
    insert into bank (bank_id, short_name, full_name, logo_url, website_url)
    values ('${bankId}', 'Bench', 'The Bench Bank', 'https://static.example.com/bench.png', 'https://bench.example.com')`)
  await client.query(`
    insert into consumer (consumer_id, consumer_key, app_name, app_type, description, developer_email,
                          redirect_url, is_active)
    values ('bench', 'bench', 'Bench', 'Confidential', 'Benchmarks', 'bench@example.com', '', true)`)
  for (const [kind, count] of [
    ['user', size.customers],
    ['prospect', size.prospects],
    ['clerk', size.clerks],
  ] as const)
    await client.query(
      `insert into app_user (user_id, provider, username, email)
       select ${idInSql(`'${kind} ' || n`)}, 'bench', '${kind}.' || n, '${kind}.' || n || '@example.com'
       from generate_series(1, $1::integer) n`,
      [count],
    )
  await client.query(
    `insert into customer (bank_id, customer_id, customer_number, legal_name, mobile_phone_number, email, face_image_url,
                           face_image_date, date_of_birth, relationship_status, dependants, dob_of_dependants,
                           highest_education_attained, employment_status, kyc_status, last_ok_date)
     select '${bankId}', ${idInSql(`'customer ' || n`)}, (5000000 + n)::text, 'Eveline Tripman ' || n,
            '+44 07972 ' || n, 'user.' || n || '@example.com', 'https://static.example.com/faces/' || n || '.png',
            '2017-09-19T00:00:00Z', timestamptz '1950-01-01T00:00:00Z' + n % 20000 * interval '1 day', 'single', n % 3,
            (array['2013-01-21T23:08:00Z', '2015-06-02T00:00:00Z']::timestamptz[])[1:n % 3], 'Master', 'worker',
            n % 2 = 0, '2023-06-28T21:00:46Z'
     from generate_series(1, $1::integer) n`,
    [size.customers],
  )
  await client.query(
    `insert into user_customer_link (bank_id, user_customer_link_id, user_id, customer_id, position)
     select '${bankId}', ${idInSql(`'link ' || n`)}, ${idInSql(`'user ' || n`)}, ${idInSql(`'customer ' || n`)}, 1
     from generate_series(1, $1::integer) n`,
    [size.customers],
  )
  await client.query(
    `insert into entitlement (bank_id, entitlement_id, user_id, role_name)
     select '${bankId}', ${idInSql(`'entitlement ' || role || n`)}, ${idInSql(`'clerk ' || n`)}, role
     from generate_series(1, $1::integer) n, unnest(array['CanCreateCustomer', 'CanCreateUserCustomerLink']) role`,
    [size.clerks],
  )
  const logins = [...customerLogins(size), ...clerkLogins(size)]
  await client.query(
    `insert into login_token (token_hash, user_id, consumer_id, expires_at)
     select sha256(convert_to(token, 'UTF8')), user_id, 'bench', now() + interval '1 day'
     from unnest($1::text[], $2::text[]) as login(token, user_id)`,
    [logins.map(({ token }) => token), logins.map(({ userId }) => userId)],
  )
  await client.query('vacuum analyze')
}

/** Customers that were added for prospects, and links to them. */
export interface Added {
  customers: number
  links: number
}

/** Counts what came of adding customers for prospects, as soon as nothing more comes. */
export async function countAdded(client: pg.Client): Promise<Added> {
  for (let before = -1; ; ) {
    const { rows } = await client.query<Added>(`
      select count(*)::integer as customers, count(l.customer_id)::integer as links
      from customer c
      left join user_customer_link l
        on l.bank_id = c.bank_id and l.customer_id = c.customer_id and l.user_id = c.customer_number
      where ${isAdded}`)
    if (rows[0]!.customers === before) return rows[0]!
    before = rows[0]!.customers
    // the load generator leaves without waiting for its last answers
    await delay(500)
  }
}

/** Takes away what {@link countAdded} counts, so that every round finds the same tables. */
export async function removeAdded(client: pg.Client): Promise<void> {
  await client.query(`
    delete from user_customer_link l
    using customer c
    where ${isAdded} and l.bank_id = c.bank_id and l.customer_id = c.customer_id`)
  await client.query(`delete from customer c where ${isAdded}`)
  await client.query('truncate audit_event')
  await client.query('vacuum analyze customer')
  await client.query('vacuum analyze user_customer_link')
}

// an added customer's number is the id of its prospect; the others have numbers of seven digits
const isAdded = `c.bank_id = '${bankId}' and char_length(c.customer_number) = 36`
