import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { exampleBankV500 } from './bank-v500.ts'
import { insertBanks } from './banks.fixture.ts'
import { getBankV500 } from './get-bank-v500.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await insertBanks(server)
})
afterAll(() => server.close())

const get = (bankId: string, { prefix = 'v5.0.0', token }: { prefix?: string; token?: string } = {}) =>
  server.call(`/obp/${prefix}/banks/${bankId}`, { ...(token && { token }) })

describe('getBank v5.0.0', () => {
  test.each(['v5.0.0', 'v5.1.0', 'v6.0.0'])('200 with the bank under %s, without a login', async (prefix) => {
    const answer = await get('gh.29.uk', { prefix })
    expectDeclared(answer, getBankV500, 200)
    expect(answer.body).toEqual(exampleBankV500)
  })

  test('200 with a bank of which little is known', async () => {
    const answer = await get('bare.bank')
    expectDeclared(answer, getBankV500, 200)
    expect(answer.body).toEqual({
      id: 'bare.bank',
      bank_code: 'Bare',
      full_name: '',
      logo: '',
      website: '',
      bank_routings: [
        { scheme: 'OBP', address: 'bare.bank' },
        { scheme: 'BIC', address: '' },
      ],
      attributes: [],
    })
  })

  test('200 with a login too, 401 when the credentials are wrong', async () => {
    const { token } = await server.user()
    expect((await get('gh.29.uk', { token })).status).toBe(200)
    const answer = await get('gh.29.uk', { token: 'nonsense' })
    expect(answer.status).toBe(401)
    expect(answer.body.message).toMatch(/^OBP-20003: /)
  })

  test.each(['no.bank', 'GH.29.UK', 'gh.29.u', "gh.29.uk' or true"])('404 OBP-30001 for %s', async (bankId) => {
    const answer = await get(encodeURIComponent(bankId))
    expect(answer.body).toEqual({
      code: 404,
      message: `OBP-30001: Bank not found. Please specify a valid value for BANK_ID. Current BankId is ${bankId}`,
    })
    expect(answer.status).toBe(404)
  })

  test('of many who ask at once, each gets the bank they asked for', async () => {
    const ids = Array.from({ length: 30 }, (_, n) => ['gh.29.uk', 'bare.bank', 'no.bank'][n % 3]!)
    const answers = await Promise.all(ids.map((id) => get(id)))
    expect(answers.map(({ body }) => body.id)).toEqual(ids.map((id) => (id === 'no.bank' ? undefined : id)))
  })
})
