import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { exampleNewCustomerV140 } from './customer-v140.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await server.bank('gh.29.uk')
})
afterAll(() => server.close())

describe('addCustomer', () => {
  test('200 with the customer', async () => {
    const { token } = await server.user({ 'gh.29.uk': ['CanCreateCustomer', 'CanCreateUserCustomerLink'] })
    const { user_id: _, ...body } = exampleNewCustomerV140
    const answer = await server.call('/obp/v1.4.0/banks/gh.29.uk/customer', { token, body })
    expect(answer.body).toEqual({})
    expect(answer.status).toBe(200)
  })
})
