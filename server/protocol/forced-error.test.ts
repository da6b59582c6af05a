import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../testing/server.ts'

const path = '/obp/v1.4.0/banks/gh.29.uk/customer'

describe('Force-Error', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(() => server.close())

  test('is the answer, with the status of its code', async () => {
    const events = '/obp/v1.4.0/banks/gh.29.uk/crm-events'
    const { status, body } = await server.call(events, { headers: { 'Force-Error': 'OBP-30001' } })
    expect([status, body.message]).toEqual([404, expect.stringMatching(/^OBP-30001: /)])
  })

  test('may be one that the reference does not document', async () => {
    const { body } = await server.call('/obp/v1.4.0/banks/gh.29.uk/customer', {
      headers: { 'Force-Error': 'OBP-30008' },
    })
    expect(body).toEqual({ code: 404, message: expect.stringMatching(/^OBP-30008: /) })
  })

  test('with Response-Code it has that status', async () => {
    const headers = { 'Force-Error': 'OBP-20001', 'Response-Code': '418' }
    expect((await server.call(path, { headers })).body.code).toBe(418)
  })

  test('nothing is written', async () => {
    await server.bank('gh.29.uk')
    const { token } = await server.user({ 'gh.29.uk': ['CanCreateCustomer', 'CanCreateUserCustomerLink'] })
    const { status } = await server.call(path, { token, body: {}, headers: { 'Force-Error': 'OBP-50000' } })
    expect(status).toBe(500)
    expect(await server.storage.db.selectFrom('customer').selectAll().execute()).toEqual([])
  })

  test.each([
    ['an error of another operation', { 'Force-Error': 'OBP-30006' }],
    ['no code', { 'Force-Error': 'x' }],
    ['a status of a success', { 'Force-Error': 'OBP-20001', 'Response-Code': '200' }],
    ['a status that is none', { 'Force-Error': 'OBP-20001', 'Response-Code': 'x' }],
  ])('400 OBP-40035 for %s', async (_what, headers) => {
    const { status, body } = await server.call(path, { headers: headers as Record<string, string> })
    expect([status, body.message]).toEqual([400, expect.stringMatching(/^OBP-40035: /)])
  })

  test('is passed over where the setting says so', async () => {
    const strict = await startTestServer({ allowForcedErrors: false })
    const { status } = await strict.call(path, { headers: { 'Force-Error': 'OBP-50000' } })
    await strict.close()
    expect(status).toBe(401)
  })
})
