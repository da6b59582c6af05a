import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { exampleBankV400 } from './bank-v400.ts'
import { insertBanks } from './banks.fixture.ts'
import { getBanksV400 } from './get-banks-v400.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const get = (prefix = 'v4.0.0', token?: string) => server.call(`/obp/${prefix}/banks`, { ...(token && { token }) })

describe('getBanks v4.0.0', () => {
  test('200 and an empty list when there is no bank', async () => {
    expect((await get()).body).toEqual({ banks: [] })
  })

  test.each(['v4.0.0', 'v5.0.0', 'v5.1.0'])(
    '200 with every bank by id under %s, without a login; routings that a bank has not are left out',
    async (prefix) => {
      await insertBanks(server)
      const answer = await get(prefix)
      expectDeclared(answer, getBanksV400, 200)
      expect(answer.body).toEqual({
        banks: [
          {
            id: 'bare.bank',
            short_name: 'Bare',
            full_name: '',
            logo: '',
            website: '',
            bank_routings: [{ scheme: 'OBP', address: 'bare.bank' }],
            attributes: [],
          },
          exampleBankV400,
        ],
      })
    },
  )

  test('200 with a login too, 401 when the credentials are wrong', async () => {
    const { token } = await server.user()
    expect((await get('v4.0.0', token)).status).toBe(200)
    const answer = await get('v4.0.0', 'nonsense')
    expect(answer.status).toBe(401)
    expect(answer.body.message).toMatch(/^OBP-20003: /)
  })

  test('no list is cut short', async () => {
    await server.storage.pool.query(
      `insert into bank (bank_id, short_name, full_name, logo_url, website_url)
       select 'many.' || n, '', '', '', '' from generate_series(1, 120) as n`,
    )
    expect((await get()).body.banks.length).toBeGreaterThanOrEqual(120)
  })
})
