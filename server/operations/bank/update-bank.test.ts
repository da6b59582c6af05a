import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditOf, testConsumerId } from '../../testing/audit.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { bankRow, newId } from './create-bank.cases.ts'
import { updateBank } from './update-bank.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const path = '/obp/v5.0.0/banks'
const full = (id: string) => ({
  id,
  bank_code: 'Second',
  full_name: 'Second Bank of Spain',
  logo: 'https://second.example.com/logo.png',
  website: 'https://second.example.com',
  bank_routings: [
    { scheme: 'OBP', address: id },
    { scheme: 'BIC', address: 'SECDESMM' },
    { scheme: 'BankCode', address: '0099' },
  ],
})
const update = async (body: unknown, token?: string) =>
  server.call(path, {
    method: 'PUT',
    token: token ?? (await server.user({ '': ['CanCreateBank'] })).token,
    body,
  })

/** A bank that was imported with every field. */
async function bank() {
  const bankId = newId()
  await server.storage.db
    .insertInto('bank')
    .values({
      bank_id: bankId,
      short_name: 'Old',
      full_name: 'Old Bank',
      logo_url: 'old.png',
      website_url: 'old.example.com',
      swift_bic: 'OLDBIC',
      national_identifier: '1234',
      routing_scheme: 'Old',
      routing_address: '1',
    })
    .execute()
  return bankId
}

describe('updateBank', () => {
  test('200 with the bank as it is now', async () => {
    const id = await bank()
    const answer = await update(full(id))
    expectDeclared(answer, updateBank, 200)
    expect(answer.body).toEqual({ ...full(id), attributes: [] })
    expect((await server.call(`/obp/v5.0.0/banks/${id}`)).body).toEqual(answer.body)
    expect(await bankRow(server, id)).toMatchObject({
      short_name: 'Second',
      full_name: 'Second Bank of Spain',
      logo_url: 'https://second.example.com/logo.png',
      website_url: 'https://second.example.com',
      swift_bic: 'SECDESMM',
      routing_scheme: 'BankCode',
      routing_address: '0099',
    })
  })

  test('200 for the declared example, with the declared answer', async () => {
    await server.bank('gh.29.uk')
    const { request, response } = updateBank.example
    expect((await update(request)).body).toEqual(response)
  })

  test('200 and what the request leaves out is empty; the national identifier, which it cannot tell, stays', async () => {
    const id = await bank()
    const answer = await update({ id, bank_code: 'New', full_name: null })
    expect(answer.body).toMatchObject({ bank_code: 'New', full_name: '', logo: '', website: '' })
    expect(await bankRow(server, id)).toMatchObject({
      full_name: '',
      logo_url: '',
      website_url: '',
      swift_bic: '',
      routing_scheme: '',
      routing_address: '',
      national_identifier: '1234',
    })
  })

  test('200 changes no other bank, and gives nobody a role', async () => {
    const [id, other] = [await bank(), await bank()]
    const before = await bankRow(server, other)
    const { token, userId } = await server.user({ '': ['CanCreateBank'] })
    await update(full(id), token)
    expect(await bankRow(server, other)).toEqual(before)
    expect(await server.services.entitlements.ofUser(userId)).toMatchObject([{ bankId: '', roleName: 'CanCreateBank' }])
  })

  test('the audit trail tells who changed what', async () => {
    const id = await bank()
    const { token, userId } = await server.user({ '': ['CanCreateBank'] })
    const { headers } = await update(full(id), token)
    expect(await auditOf(server, 'bank', id)).toEqual([
      {
        bank_id: id,
        user_id: userId,
        consumer_id: await testConsumerId(server),
        operation_id: 'OBPv5.0.0-updateBank',
        correlation_id: headers.get('correlation-id'),
        change: {
          updated: {
            short_name: 'Second',
            full_name: 'Second Bank of Spain',
            logo_url: 'https://second.example.com/logo.png',
            website_url: 'https://second.example.com',
            swift_bic: 'SECDESMM',
            routing_scheme: 'BankCode',
            routing_address: '0099',
          },
        },
      },
    ])
  })

  test('of ten updates at once each is 200 and in the trail, and the bank is as one of them left it', async () => {
    const id = await bank()
    const { token } = await server.user({ '': ['CanCreateBank'] })
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => update({ id, bank_code: `code ${n}`, full_name: `name ${n}` }, token)),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
    const trail = await auditOf(server, 'bank', id)
    expect(trail).toHaveLength(10)
    const { short_name, full_name } = (await bankRow(server, id))!
    expect(full_name).toBe(short_name.replace('code', 'name'))
    // the row lock puts the updates in an order, and the trail has the same one
    expect(trail.at(-1)!.change).toMatchObject({ updated: { short_name, full_name } })
  })

  test('401 without a login', async () => {
    const answer = await server.call(path, { method: 'PUT', body: 'not JSON' })
    expect(answer.status).toBe(401)
    expect(answer.body.message).toMatch(/^OBP-20001: /)
  })

  test('403 when the role is missing, or held at the bank only', async () => {
    const id = await bank()
    const before = await bankRow(server, id)
    const nobody = await server.user()
    const creator = await server.user({ [id]: ['CanCreateEntitlementAtOneBank', 'CanCreateBank'] })
    for (const { token } of [nobody, creator]) {
      const answer = await update(full(id), token)
      expect(answer.status).toBe(403)
      expect(answer.body.message).toMatch(/^OBP-20006: User is missing one or more roles: CanCreateBank$/)
    }
    expect((await update('not JSON', nobody.token)).status).toBe(403)
    expect(await bankRow(server, id)).toEqual(before)
  })

  test('404 OBP-30001 when there is no such bank, and none is made', async () => {
    const answer = await update(full('no.such.bank'))
    expect(answer.body).toEqual({
      code: 404,
      message: 'OBP-30001: Bank not found. Please specify a valid value for BANK_ID. Current BankId is no.such.bank',
    })
    expect(await bankRow(server, 'no.such.bank')).toBeUndefined()
  })

  test.each([undefined, null, ''])('400 OBP-34001 when the id is %j', async (id) => {
    const answer = await update({ ...full('x'), id, bank_routings: [] })
    expect(answer.body).toEqual({ code: 400, message: 'OBP-34001: Could not update the Bank: id is missing.' })
  })

  test.each([
    ['id', 'x'.repeat(256), 'a text of at most 255 characters, or null'],
    ['id', false, 'a text of at most 255 characters, or null'],
    ['bank_code', null, 'a text of at most 100 characters'],
    ['bank_code', 'x'.repeat(101), 'a text of at most 100 characters'],
    ['full_name', 'x'.repeat(256), 'a text of at most 255 characters, or null'],
    ['logo', 'x'.repeat(2001), 'a text of at most 2000 characters, or null'],
    ['website', {}, 'a text of at most 2000 characters, or null'],
    ['bank_routings', {}, 'a list of at most 100 items'],
  ])('400 OBP-10001 when %s is %j', async (field, value, mustBe) => {
    const id = await bank()
    const before = await bankRow(server, id)
    const answer = await update({ ...full(id), [field]: value })
    expect([answer.status, answer.body.message]).toEqual([
      400,
      `OBP-10001: Incorrect json format. ${field} must be ${mustBe}.`,
    ])
    expect(await bankRow(server, id)).toEqual(before)
  })

  test('400 OBP-10001 without bank_code, for too many routings, and for what is not JSON', async () => {
    const id = await bank()
    const message = async (body: unknown) => (await update(body)).body.message
    expect(await message({ id })).toBe('OBP-10001: Incorrect json format. bank_code is missing.')
    const bank_routings = ['A', 'B'].map((scheme) => ({ scheme, address: '1' }))
    expect(await message({ ...full(id), bank_routings })).toMatch(/^OBP-10001: .* bank_routings may hold /)
    expect(await message('{')).toBe('OBP-10001: Incorrect json format. The body is not JSON in UTF-8.')
  })
})
