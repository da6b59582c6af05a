import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../testing/server.ts'
import { deadlines } from './deadlines.ts'

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

test('each work has its own outcome, in whatever order they end, and those that do not are refused', async () => {
  const { inTime, stop } = deadlines(100)
  const never = new Promise<never>(() => {})
  const works = Array.from({ length: 20 }, () => Promise.withResolvers<number>())
  const outcomes = Promise.allSettled([...works.map(({ promise }) => inTime(promise)), inTime(never)])
  // at both ends and beside them
  for (const index of [0, 19, 1, 18, 2]) works[index]!.resolve(index)
  works[17]!.reject(new Error('seventeen'))
  for (const [index, outcome] of (await outcomes).entries())
    if ([0, 1, 2, 18, 19].includes(index)) expect(outcome).toEqual({ status: 'fulfilled', value: index })
    else if (index === 17) expect(outcome).toMatchObject({ reason: { message: 'seventeen' } })
    else expect(outcome).toMatchObject({ reason: { entry: { status: 408 } } })

  // what ends after it was refused disturbs none of those that are open then
  const later = [inTime(Promise.resolve('at once')), inTime(never)]
  works[5]!.resolve(5)
  expect(await Promise.allSettled(later)).toMatchObject([{ value: 'at once' }, { reason: { entry: { status: 408 } } }])
  stop()
})
