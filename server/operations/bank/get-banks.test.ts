import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { insertBanks, older } from './banks.fixture.ts'
import { getBanks } from './get-banks.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const get = (prefix = 'v1.4.0', token?: string) => server.call(`/obp/${prefix}/banks`, { ...(token && { token }) })

describe('getBanks v1.2.1', () => {
  test('200 and an empty list when there is no bank', async () => {
    expect((await get()).body).toEqual({ banks: [] })
  })

  test.each(older)('200 with every bank by id under %s, without a login', async (prefix) => {
    await insertBanks(server)
    const answer = await get(prefix)
    expectDeclared(answer, getBanks, 200)
    expect(answer.body).toEqual({
      banks: [
        {
          id: 'bare.bank',
          short_name: 'Bare',
          full_name: '',
          logo: '',
          website: '',
          bank_routing: { scheme: '', address: '' },
        },
        {
          id: 'gh.29.uk',
          short_name: 'Gransford',
          full_name: 'Gransford House Bank',
          logo: 'https://bank.example.com/logo.png',
          website: 'https://bank.example.com',
          bank_routing: { scheme: 'SortCode', address: '200415' },
        },
      ],
    })
  })

  test('200 with a login too, 401 when the credentials are wrong', async () => {
    const { token } = await server.user()
    expect((await get('v1.4.0', token)).status).toBe(200)
    const answer = await get('v1.4.0', 'nonsense')
    expect(answer.status).toBe(401)
    expect(answer.body.message).toMatch(/^OBP-20003: /)
  })

  test('from v3.0.0 to v3.1.0 it is this shape still, from v4.0.0 on it is not', async () => {
    await insertBanks(server)
    for (const prefix of ['v3.0.0', 'v3.1.0']) expectDeclared(await get(prefix), getBanks, 200)
    expect((await get('v4.0.0')).body.banks[0]).not.toHaveProperty('bank_routing')
  })

  test('304 when the client has the list already', async () => {
    const { headers } = await get()
    const again = await server.call('/obp/v1.4.0/banks', { headers: { 'If-None-Match': headers.get('etag')! } })
    expect(again.status).toBe(304)
  })

  test('a bank is in the list as soon as it is created, however many ask at once', async () => {
    const { token } = await server.user({ '': ['CanCreateBank'] })
    await server.call('/obp/v5.0.0/banks', { token, body: { id: 'fresh.bank', bank_code: 'Fresh' } })
    const lists = await Promise.all(Array.from({ length: 5 }, () => get()))
    for (const { body } of lists) expect(body.banks.map(({ id }: { id: string }) => id)).toContain('fresh.bank')
  })
})
