/** Logo, name and certificate: three operations that differ in one field. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RoleName } from '../../authorisation/roles.ts'
import { auditOf } from '../../testing/audit.ts'
import { insertConsumer } from '../../testing/consumers.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { certificateInfoOfPem, certificatePem } from './certificate.fixture.ts'
import { updateConsumerCertificate } from './update-consumer-certificate.ts'
import { updateConsumerLogoURL } from './update-consumer-logo-url.ts'
import { updateConsumerName } from './update-consumer-name.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await server.bank('gh.29.uk')
})
afterAll(() => server.close())

const pem = 'an X.509 certificate in PEM, or empty'
const cases = [
  {
    declared: updateConsumerLogoURL,
    segment: 'logo_url',
    role: 'CanUpdateConsumerLogoUrl',
    field: 'logo_url',
    shown: 'logo_url',
    column: 'logo_url',
    values: ['https://desk.example.com/a.png', 'http://desk.example.com', ''],
    wrong: ['javascript:alert(1)', 'logo.png', 7, null, `https://a.example.com/${'x'.repeat(2000)}`],
    mustBe: 'a URL that starts with https:// or http:// of at most 2000 characters, or empty',
  },
  {
    declared: updateConsumerName,
    segment: 'name',
    role: 'CanUpdateConsumerName',
    field: 'app_name',
    shown: 'app_name',
    column: 'app_name',
    values: ['Another name', 'x'.repeat(100), 'abc'],
    wrong: ['ab', 'x'.repeat(101), null, true, ['abc']],
    mustBe: 'a text of 3 to 100 characters',
  },
  {
    declared: updateConsumerCertificate,
    segment: 'certificate',
    role: 'CanUpdateConsumerCertificate',
    field: 'certificate',
    shown: 'certificate_pem',
    column: 'client_certificate',
    values: [certificatePem, certificatePem.repeat(2), ''],
    wrong: ['nonsense', 5, `${certificatePem}x`, certificatePem.replace('MII', 'AAA')],
    mustBe: pem,
  },
] as const

describe.each(cases)('$segment', ({ declared, segment, role, field, shown, column, values, wrong, mustBe }) => {
  let made = 0
  const consumer = async () => {
    const id = `${segment}-${made++}`
    const { userId } = await server.user()
    await insertConsumer(server, id, { created_by_user_id: userId, client_certificate: '' })
    return id
  }
  const holder = (roleName: RoleName = role) => server.user({ '': [roleName] })
  const put = (id: string, body: unknown, token?: string) =>
    server.call(`/obp/v5.1.0/management/consumers/${id}/consumer/${segment}`, {
      method: 'PUT',
      body,
      ...(token && { token }),
    })
  const row = (id: string) =>
    server.storage.db.selectFrom('consumer').selectAll().where('consumer_id', '=', id).executeTakeFirstOrThrow()

  test('200 with the consumer as it is now; nothing else of it changes', async () => {
    const id = await consumer()
    const before = await row(id)
    const { token } = await holder()
    for (const value of values) {
      const answer = await put(id, { [field]: value }, token)
      expect(answer.status, answer.text).toBe(200)
      expect(answer.body[shown]).toBe(value)
      expect(answer.text).not.toMatch(/key-of|secret-of/)
      expect(await row(id)).toEqual({ ...before, [column]: value })
    }
    const last = values[2]
    await put(id, { [field]: values[0] }, token)
    expectDeclared(await put(id, { [field]: last }, token), declared, 200)
  })

  test('the trail tells who changed it; a call that changes nothing leaves none', async () => {
    const id = await consumer()
    const { token, userId } = await holder()
    await put(id, { [field]: values[0] }, token)
    await put(id, { [field]: values[0] }, token)
    expect(await auditOf(server, 'consumer', id)).toEqual([
      expect.objectContaining({
        user_id: userId,
        operation_id: declared.id,
        change: { updated: { [column]: values[0] } },
      }),
    ])
  })

  test.each(wrong.map((value) => [value]))('400 OBP-10001 for %j', async (value) => {
    const id = await consumer()
    const before = await row(id)
    const answer = await put(id, { [field]: value }, (await holder()).token)
    expect([answer.status, answer.body.message]).toEqual([
      400,
      `OBP-10001: Incorrect json format. ${field} must be ${mustBe}.`,
    ])
    expect(await row(id)).toEqual(before)
  })

  test('400 OBP-10001 without the field', async () => {
    expect((await put(await consumer(), {}, (await holder()).token)).body.message).toBe(
      `OBP-10001: Incorrect json format. ${field} is missing.`,
    )
  })

  test('401 without a login; 403 without the role, with that of another field, or with it at a bank', async () => {
    const id = await consumer()
    expect((await put(id, 'not JSON')).body.message).toMatch(/^OBP-20001: /)
    const other = cases.find((each) => each.role !== role)!.role
    for (const { token } of [await server.user(), await holder(other), await server.user({ 'gh.29.uk': [role] })])
      expect((await put(id, 'not JSON', token)).body).toEqual({
        code: 403,
        message: `OBP-20006: User is missing one or more roles: ${role}`,
      })
  })

  test('404 OBP-30019 where there is no such consumer', async () => {
    const answer = await put('no-such-consumer', { [field]: values[0] }, (await holder()).token)
    expect(answer.status).toBe(404)
    expect(answer.body.message).toMatch(/^OBP-30019: .* Current ConsumerId is no-such-consumer$/)
  })

  test('of two at once the trail ends with what it is', async () => {
    const id = await consumer()
    const { token } = await holder()
    const answers = await Promise.all([values[0], values[1]].map((value) => put(id, { [field]: value }, token)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const trail = await auditOf(server, 'consumer', id)
    expect(trail).toHaveLength(2)
    expect((trail.at(-1)!.change as { updated: Record<string, unknown> }).updated[column]).toBe((await row(id))[column])
  })
})

test('the certificate that is shown is explained; one that an older version let through is not', async () => {
  const { token } = await server.user({ '': ['CanUpdateConsumerCertificate', 'CanGetConsumers'] })
  await insertConsumer(server, 'explained')
  const get = () => server.call('/obp/v5.1.0/management/consumers/explained', { token })
  expect((await get()).body).toMatchObject({ certificate_pem: 'certificate-of-explained' })
  expect((await get()).body).not.toHaveProperty('certificate_info')
  await server.call('/obp/v5.1.0/management/consumers/explained/consumer/certificate', {
    method: 'PUT',
    token,
    body: { certificate: certificatePem },
  })
  expect((await get()).body.certificate_info).toEqual(certificateInfoOfPem)
})
