/** The redirect URL in both versions. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditOf } from '../../testing/audit.ts'
import { insertConsumer } from '../../testing/consumers.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { updateConsumerRedirectUrl } from './update-consumer-redirect-url.ts'
import { updateConsumerRedirectUrlV510 } from './update-consumer-redirect-url-v510.ts'

let server: TestServer
let open: TestServer
beforeAll(async () => {
  server = await startTestServer()
  open = await startTestServer({ consumersEnabledByDefault: true })
})
afterAll(async () => {
  await server.close()
  await open.close()
})

const stored = async (on: TestServer, id: string) =>
  on.storage.db
    .selectFrom('consumer')
    .select(['redirect_url', 'is_active'])
    .where('consumer_id', '=', id)
    .executeTakeFirst()
let consumers = 0

describe.each([
  { version: 'v2.1.0', declared: updateConsumerRedirectUrl },
  { version: 'v5.0.0', declared: updateConsumerRedirectUrl },
  { version: 'v5.1.0', declared: updateConsumerRedirectUrlV510 },
  { version: 'v6.0.0', declared: updateConsumerRedirectUrlV510 },
])('redirect URL under $version', ({ version, declared }) => {
  const put = (on: TestServer, id: string, body: unknown, token?: string) =>
    on.call(`/obp/${version}/management/consumers/${id}/consumer/redirect_url`, {
      method: 'PUT',
      body,
      ...(token && { token }),
    })
  const url = 'https://new.example.com/callback'
  /** A user with a consumer of their own; what they called with is another. */
  async function developer(on: TestServer, { role = true, is_active = true } = {}) {
    const user = await on.user({ '': role ? ['CanUpdateConsumerRedirectUrl'] : [] })
    const id = `consumer-${consumers++}`
    await insertConsumer(on, id, { created_by_user_id: user.userId, is_active, client_certificate: '' })
    return { ...user, id }
  }

  test('200 with the new URL, disabled until an administrator enables it, and in the trail', async () => {
    const { id, token, userId } = await developer(server)
    const answer = await put(server, id, { redirect_url: url }, token)
    expectDeclared(answer, declared, 200)
    expect(answer.body).toMatchObject({ consumer_id: id, redirect_url: url, enabled: false })
    expect(await stored(server, id)).toEqual({ redirect_url: url, is_active: false })
    expect(await auditOf(server, 'consumer', id)).toEqual([
      expect.objectContaining({
        user_id: userId,
        operation_id: declared.id,
        change: { updated: { redirect_url: url, is_active: false } },
      }),
    ])
  })

  test('where consumers are enabled by default it takes no role, and changes nothing else', async () => {
    for (const is_active of [true, false]) {
      const { id, token } = await developer(open, { role: false, is_active })
      const answer = await put(open, id, { redirect_url: '' }, token)
      expect(answer.body).toMatchObject({ redirect_url: '', enabled: is_active })
      expect(await stored(open, id)).toEqual({ redirect_url: '', is_active })
    }
  })

  test('400 OBP-20015 for a consumer of another user, or of nobody', async () => {
    const { id, token } = await developer(server)
    const { id: other } = await developer(server)
    await insertConsumer(server, `${id}-of-nobody`)
    for (const each of [other, `${id}-of-nobody`]) {
      const before = await stored(server, each)
      expect((await put(server, each, { redirect_url: url }, token)).body).toEqual({
        code: 400,
        message:
          'OBP-20015: Only the developer that created the consumer key should be able to edit it, please login with the right user.',
      })
      expect(await stored(server, each)).toEqual(before)
    }
  })

  test('401 without a login, 403 without the role, 404 where there is no such consumer', async () => {
    const { id } = await developer(server)
    expect((await put(server, id, { redirect_url: url })).body.message).toMatch(/^OBP-20001: /)
    const { id: own, token } = await developer(server, { role: false })
    expect((await put(server, own, { redirect_url: url }, token)).body).toEqual({
      code: 403,
      message: 'OBP-20006: User is missing one or more roles: CanUpdateConsumerRedirectUrl',
    })
    const { token: other } = await developer(server)
    expect((await put(server, 'no-such-consumer', { redirect_url: url }, other)).body).toEqual({
      code: 404,
      message:
        'OBP-30019: Consumer not found. Please specify a valid value for CONSUMER_ID. Current ConsumerId is no-such-consumer',
    })
  })

  test.each([
    [{}, 'redirect_url is missing.'],
    [{ redirect_url: null }, 'redirect_url must be a URL'],
    [{ redirect_url: 'javascript:alert(1)' }, 'redirect_url must be a URL'],
    [{ redirect_url: 'https://a.example.com/#x' }, 'redirect_url must be a URL'],
    [{ redirect_url: 7 }, 'redirect_url must be a URL'],
    ['{', 'The body is not JSON in UTF-8.'],
  ])('400 OBP-10001 for %j', async (body, sentence) => {
    const { id, token } = await developer(server)
    const answer = await put(server, id, body, token)
    expect(answer.status).toBe(400)
    expect(answer.body.message.startsWith(`OBP-10001: Incorrect json format. ${sentence}`)).toBe(true)
    expect((await stored(server, id))?.is_active).toBe(true)
  })

  test('of two at once the later one holds, and the trail ends with it', async () => {
    const { id, token } = await developer(server)
    const urls = ['https://one.example.com', 'https://two.example.com']
    const answers = await Promise.all(urls.map((redirect_url) => put(server, id, { redirect_url }, token)))
    expect(answers.map(({ body }) => body.redirect_url)).toEqual(urls)
    const trail = await auditOf(server, 'consumer', id)
    expect(trail).toHaveLength(2)
    const last = trail.at(-1)!.change as { updated: { redirect_url: string } }
    expect(last.updated.redirect_url).toBe((await stored(server, id))?.redirect_url)
  })
})
