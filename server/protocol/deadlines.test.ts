import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../testing/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ requestTimeout: 200 })
  await server.bank('gh.29.uk')
})
afterAll(() => server.close())

test('408 in the envelope when a call takes longer than REQUEST_TIMEOUT, and the server goes on', async () => {
  const { token } = await server.user()
  const path = '/obp/v1.4.0/banks/gh.29.uk/crm-events'
  const holder = new pg.Client(server.connection)
  await holder.connect()
  await holder.query('begin')
  await holder.query('lock table crm_event in access exclusive mode')
  const late = await server.call(path, { token })
  expect(late.body).toEqual({
    code: 408,
    message:
      'OBP-01000: Request Timeout. The OBP API decided to return a timeout. This is probably because a backend service did not respond in time. ',
  })
  expect(late.status).toBe(408)
  expect(late.headers.get('connection')).toBe('close')
  await holder.query('rollback')
  await holder.end()
  // the late outcome of the first call must not reach the second
  expect((await server.call(path, { token })).body.message).toBe('No CRM Events available.')
})
