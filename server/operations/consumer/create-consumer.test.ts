/** What all versions do alike is in `create-consumer-v400.test.ts`. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { createConsumer } from './create-consumer.ts'
import { exampleNewConsumerV220 } from './new-consumer-v220.ts'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  token = (await server.user({ '': ['CanCreateConsumer'] })).token
})
afterAll(() => server.close())

const create = (version: string, body: unknown = exampleNewConsumerV220, as: string | undefined = token) =>
  server.call(`/obp/${version}/management/consumers`, { body, ...(as && { token: as }) })
const count = async () =>
  (await server.storage.pool.query('select count(*)::integer as n from consumer')).rows[0].n as number

describe('createConsumer v2.2.0', () => {
  test.each(['v2.2.0', 'v3.1.0'])('200 under %s with the consumer, its key and its secret', async (version) => {
    const answer = await create(version)
    expectDeclared(answer, createConsumer, 200)
    expect(answer.body.key).toMatch(/^[0-9a-z]{40}$/)
    expect(answer.body.secret).toMatch(/^[0-9a-z]{40}$/)
  })

  test('not before v2.2.0, and with another answer from v4.0.0 on', async () => {
    expect((await create('v2.1.0')).status).toBe(405)
    expect((await create('v4.0.0')).status).toBe(201)
  })

  test('two at once are two consumers', async () => {
    const answers = await Promise.all([create('v2.2.0'), create('v2.2.0')])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(new Set(answers.map(({ body }) => body.key)).size).toBe(2)
  })

  test('401 without a login, 403 without the role, 400 for a wrong field, and nothing is kept', async () => {
    const before = await count()
    expect((await create('v2.2.0', undefined, '')).body.message).toMatch(/^OBP-20001: /)
    const { token: nobody } = await server.user()
    expect((await create('v2.2.0', 'not JSON', nobody)).body).toEqual({
      code: 403,
      message: 'OBP-20006: User is missing one or more roles: CanCreateConsumer',
    })
    for (const [field, value] of [
      ['app_name', 'ab'],
      ['app_type', true],
      ['description', ''],
      ['developer_email', 'nobody'],
      ['redirect_url', 'javascript:alert(1)'],
      ['enabled', 'yes'],
      ['clientCertificate', {}],
    ] as const) {
      const answer = await create('v2.2.0', { ...exampleNewConsumerV220, [field]: value })
      expect(answer.status).toBe(400)
      expect(answer.body.message).toMatch(new RegExp(`^OBP-10001: Incorrect json format\\. ${field} must be `))
    }
    expect(await count()).toBe(before)
  })
})
