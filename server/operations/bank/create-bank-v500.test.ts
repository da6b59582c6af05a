import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { bankRow, create, newId, testsOfEveryVersion, testsOfTextFields } from './create-bank.cases.ts'
import { createBankV500 } from './create-bank-v500.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const path = '/obp/v5.0.0/banks'
const body = {
  bank_code: 'Second',
  full_name: 'Second Bank of Spain',
  logo: 'https://second.example.com/logo.png',
  website: 'https://second.example.com',
}
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

describe('createBank v5.0.0', () => {
  testsOfEveryVersion(() => server, {
    operation: createBankV500,
    path,
    body,
    longest: 36,
    tooShort: { id: 'abc', message: 'Min length of BANK_ID should be greater than 3 characters.' },
  })
  testsOfTextFields(() => server, {
    path,
    body,
    longest: { bank_code: 100, full_name: 255, logo: 2000, website: 2000 },
  })

  test.each([undefined, null])('201 with a UUID when the id is %s, and the roles are held there', async (id) => {
    const { token, userId } = await server.user({ '': ['CanCreateBank'] })
    const answer = await server.call(path, { token, body: { ...body, id } })
    expect(answer.status, answer.text).toBe(201)
    expect(answer.body.id).toMatch(uuid)
    const held = await server.storage.db
      .selectFrom('entitlement')
      .select(['bank_id', 'role_name'])
      .where('user_id', '=', userId)
      .orderBy('bank_id')
      .orderBy('role_name')
      .execute()
    expect(held).toEqual([
      { bank_id: '', role_name: 'CanCreateBank' },
      { bank_id: answer.body.id, role_name: 'CanCreateEntitlementAtOneBank' },
      { bank_id: answer.body.id, role_name: 'CanReadDynamicResourceDocsAtOneBank' },
    ])
  })

  test.each([undefined, null])('201 with empty texts when what may be left out is %s', async (nothing) => {
    const id = newId()
    const answer = await create(server, path, {
      id,
      bank_code: 'Code',
      full_name: nothing,
      logo: nothing,
      website: nothing,
      bank_routings: nothing,
    })
    expect(answer.body).toEqual({
      id,
      bank_code: 'Code',
      full_name: '',
      logo: '',
      website: '',
      bank_routings: [
        { scheme: 'OBP', address: id },
        { scheme: 'BIC', address: '' },
      ],
      attributes: [],
    })
    expect(await bankRow(server, id)).toMatchObject({ short_name: 'Code', routing_scheme: '', swift_bic: '' })
  })

  test('400 OBP-10001 without bank_code', async () => {
    const answer = await create(server, path, { id: newId() })
    expect([answer.status, answer.body.message]).toEqual([
      400,
      'OBP-10001: Incorrect json format. bank_code is missing.',
    ])
  })

  test('400 OBP-10001 for more routings than can be kept', async () => {
    const id = newId()
    const bank_routings = ['SortCode', 'BankCode'].map((scheme) => ({ scheme, address: '1' }))
    const answer = await create(server, path, { id, ...body, bank_routings })
    expect(answer.status).toBe(400)
    expect(answer.body.message).toMatch(/^OBP-10001: Incorrect json format\. bank_routings may hold /)
    expect(await bankRow(server, id)).toBeUndefined()
  })
})
