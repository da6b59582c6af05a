/**
 * The reference: a bare `node:http` server over `pg` as it comes, that does nothing but the same SQL. No login, no roles, no
 * checks, no audit, no log. `GET /USER_ID` answers with that user's first customer, `POST /` adds a customer and its link.
 */
import { randomUUID } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import pg from 'pg'
import { bankId } from './dataset.ts'

const { DATABASE_URL, PORT } = process.env

const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10 })

const columns = `customer_id, customer_number, legal_name, mobile_phone_number, email, face_image_url, face_image_date,
  date_of_birth, relationship_status, dependants, dob_of_dependants, highest_education_attained, employment_status,
  kyc_status, last_ok_date`

const look = {
  name: 'look',
  text: `
    select ${columns.replaceAll(/\w+/g, 'c.$&')}
    from user_customer_link l
    join customer c on c.bank_id = l.bank_id and c.customer_id = l.customer_id
    where l.bank_id = $1 and l.user_id = $2
    order by l.position
    limit 1`,
}

const add = {
  name: 'add',
  text: `
    with added as (
      insert into customer (bank_id, ${columns})
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
      returning ${columns}
    ),
    link as (
      insert into user_customer_link (bank_id, user_customer_link_id, user_id, customer_id, position)
      select $1, $17, $18, customer_id, 1
      from added
    )
    select * from added`,
}

// biome-ignore lint/suspicious/noExplicitAny: nothing is checked here
type Loose = any

async function addCustomer(json: string) {
  const body: Loose = JSON.parse(json)
  const { rows } = await pool.query({
    ...add,
    values: [
      bankId,
      randomUUID(),
      body.customer_number,
      body.legal_name,
      body.mobile_phone_number,
      body.email,
      body.face_image.url,
      body.face_image.date,
      body.date_of_birth,
      body.relationship_status,
      body.dependants,
      body.dob_of_dependants,
      body.highest_education_attained,
      body.employment_status,
      body.kyc_status,
      body.last_ok_date,
      randomUUID(),
      body.user_id,
    ],
  })
  return rows[0]
}

async function customerOf(userId: string) {
  const { rows } = await pool.query({ ...look, values: [bankId, userId] })
  return rows[0]
}

const toJson = ({ customer_id, customer_number, legal_name, mobile_phone_number, email, ...row }: Loose) => {
  const { face_image_url: url, face_image_date: date, ...others } = row
  return JSON.stringify({
    customer_id,
    customer_number,
    legal_name,
    mobile_phone_number,
    email,
    face_image: { url, date },
    ...others,
  }).replaceAll('.000Z"', 'Z"')
}

function answer(response: ServerResponse, row: Promise<Loose>) {
  row.then(
    (found) => {
      const json = toJson(found)
      response.writeHead(200, {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': Buffer.byteLength(json),
      })
      response.end(json)
    },
    (error) => {
      response.writeHead(500)
      response.end(String(error))
    },
  )
}

createServer((request, response) => {
  if (request.url === '/ready') return response.end()
  if (request.method === 'GET') return answer(response, customerOf(request.url!.slice(1)))
  let json = ''
  request.setEncoding('utf8')
  request.on('data', (part) => {
    json += part
  })
  request.on('end', () => answer(response, addCustomer(json)))
}).listen(Number(PORT), '127.0.0.1')
