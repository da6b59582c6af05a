/** What a caller sees of *Create Bank* in every version. */
import { expect, test } from 'vitest'
import type { Operation } from '../../protocol/operation.ts'
import { auditOf, testConsumerId } from '../../testing/audit.ts'
import { expectDeclared } from '../../testing/declared.ts'
import type { Answer, TestServer } from '../../testing/server.ts'

type Body = Record<string, unknown>

let banks = 0
export const newId = () => `bank.${banks++}`

export const bankRow = ({ storage: { db } }: TestServer, bankId: string) =>
  db.selectFrom('bank').selectAll().where('bank_id', '=', bankId).executeTakeFirst()

const entitlementsAt = ({ storage: { db } }: TestServer, bankId: string) =>
  db
    .selectFrom('entitlement')
    .select(['user_id', 'role_name', 'entitlement_id'])
    .where('bank_id', '=', bankId)
    .orderBy('role_name')
    .execute()

const refusal = ({ status, body }: Answer) => {
  expect(body.code).toBe(status)
  return [status, body.message]
}

interface Version {
  operation: Operation
  /** `/obp/v2.2.0/banks` */
  path: string
  /** a body that is accepted, but for the id */
  body: Body
  longest: number
  tooShort: { id: string; message: string }
}

/** Creates a bank as a user who may. */
export async function create(server: TestServer, path: string, body: unknown): Promise<Answer> {
  const { token } = await server.user({ '': ['CanCreateBank'] })
  return server.call(path, { token, body })
}

export function testsOfEveryVersion(
  server: () => TestServer,
  { operation, path, body, longest, tooShort }: Version,
): void {
  test('201 with the bank, which everybody sees from then on', async () => {
    const id = newId()
    const answer = await create(server(), path, { ...body, id })
    expectDeclared(answer, operation, 201)
    expect(answer.body).toMatchObject({ id })
    expect((await server().call(`/obp/v4.0.0/banks/${id}`)).status).toBe(200)
  })

  test('201 for the declared example, with the declared answer', async () => {
    const { request, response } = operation.example
    const answer = await create(server(), path, request)
    expect(answer.body).toEqual(response)
    expect(answer.status).toBe(201)
  })

  test('the creator may give roles there from the next call on, and nowhere else', async () => {
    const id = newId()
    const other = await server().bank(newId())
    const { token, userId } = await server().user({ '': ['CanCreateBank'] })
    const colleague = await server().user()
    const give = (bank_id: string) =>
      server().call(`/obp/v4.0.0/users/${colleague.userId}/entitlements`, {
        token,
        body: { bank_id, role_name: 'CanCreateCustomer' },
      })
    expect((await server().call(path, { token, body: { ...body, id } })).status).toBe(201)
    expect(await entitlementsAt(server(), id)).toEqual([
      { user_id: userId, role_name: 'CanCreateEntitlementAtOneBank', entitlement_id: expect.any(String) },
      { user_id: userId, role_name: 'CanReadDynamicResourceDocsAtOneBank', entitlement_id: expect.any(String) },
    ])
    expect((await give(id)).status).toBe(201)
    expect((await give(other)).status).toBe(403)
    expect((await give('')).status).toBe(403)
  })

  test('the audit trail tells who created the bank and which roles that gave', async () => {
    const id = newId()
    const { token, userId } = await server().user({ '': ['CanCreateBank'] })
    const { headers } = await server().call(path, { token, body: { ...body, id } })
    const call = {
      bank_id: id,
      user_id: userId,
      consumer_id: await testConsumerId(server()),
      operation_id: operation.id,
      correlation_id: headers.get('correlation-id'),
    }
    expect(await auditOf(server(), 'bank', id)).toEqual([
      { ...call, change: { created: expect.objectContaining({ bank_id: id }) } },
    ])
    for (const { entitlement_id, role_name } of await entitlementsAt(server(), id))
      expect(await auditOf(server(), 'entitlement', entitlement_id)).toEqual([
        { ...call, change: { created: { user_id: userId, role_name } } },
      ])
  })

  test('502 and no bank when its creator cannot be given the roles', async () => {
    const id = newId()
    const { pool } = server().storage
    await pool.query(`alter table entitlement add constraint refused check (bank_id <> '${id}')`)
    const answer = await create(server(), path, { ...body, id })
    await pool.query('alter table entitlement drop constraint refused')
    expect(refusal(answer)).toEqual([502, 'OBP-50200: Connector cannot return the data we requested.'])
    expect(await bankRow(server(), id)).toBeUndefined()
    expect(await auditOf(server(), 'bank', id)).toEqual([])
    expect((await create(server(), path, { ...body, id })).status).toBe(201)
  })

  test('401 without a login, before anything else is looked at', async () => {
    const answer = await server().call(path, { body: 'not JSON' })
    expect(answer.status).toBe(401)
    expect(answer.body.message).toMatch(/^OBP-20001: /)
  })

  test('401 when the token is wrong', async () => {
    expect((await server().call(path, { token: 'nonsense', body: { ...body, id: newId() } })).status).toBe(401)
  })

  test('403 when the role is missing, before the body is looked at', async () => {
    const { token } = await server().user()
    expect(refusal(await server().call(path, { token, body: 'not JSON' }))).toEqual([
      403,
      expect.stringMatching(/^OBP-20006: User is missing one or more roles: CanCreateBank$/),
    ])
  })

  test('403 when the role is held at a bank only', async () => {
    const bankId = await server().bank(newId())
    const { token } = await server().user({ [bankId]: ['CanCreateBank', 'CanCreateEntitlementAtOneBank'] })
    const id = newId()
    expect((await server().call(path, { token, body: { ...body, id } })).status).toBe(403)
    expect(await bankRow(server(), id)).toBeUndefined()
  })

  test('400 OBP-34000 when the id is in use; the bank and its roles stay as they were', async () => {
    const id = newId()
    await create(server(), path, { ...body, id })
    const before = [await bankRow(server(), id), await entitlementsAt(server(), id)]
    expect(refusal(await create(server(), path, { ...body, id, full_name: 'Taken over' }))).toEqual([
      400,
      'OBP-34000: Bank Id already exists. Please specify a different value.',
    ])
    expect([await bankRow(server(), id), await entitlementsAt(server(), id)]).toEqual(before)
    expect(await auditOf(server(), 'bank', id)).toHaveLength(1)
  })

  test('of eight banks of one id at once, one is created, for its creator alone', async () => {
    const id = newId()
    const creators = await Promise.all(Array.from({ length: 8 }, () => server().user({ '': ['CanCreateBank'] })))
    const answers = await Promise.all(
      creators.map(({ token }) => server().call(path, { token, body: { ...body, id } })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(400)])
    for (const answer of answers) if (answer.status === 400) expect(answer.body.message).toMatch(/^OBP-34000: /)
    const winner = creators[answers.findIndex(({ status }) => status === 201)]!.userId
    const entitlements = await entitlementsAt(server(), id)
    expect(entitlements.map(({ user_id }) => user_id)).toEqual([winner, winner])
    expect(await auditOf(server(), 'bank', id)).toHaveLength(1)
  })

  test.each(['a bank', 'a/bank', 'bänk', 'a::::bank', 'bank\n', "bank';--"])(
    '400 OBP-20011 for the id %j',
    async (id) => {
      expect(refusal(await create(server(), path, { ...body, id: `1.${id}` }))).toEqual([
        400,
        'OBP-20011: Value contains invalid characters. id may have letters from A to Z, digits, dots, hyphens and underscores.',
      ])
    },
  )

  test(`400 OBP-20010 for an id of more than ${longest} characters, 201 for one of so many`, async () => {
    const id = `${newId()}-`.padEnd(longest, 'x')
    expect(refusal(await create(server(), path, { ...body, id: `${id}x` }))).toEqual([
      400,
      `OBP-20010: Value too long. id may have at most ${longest} characters.`,
    ])
    expect((await create(server(), path, { ...body, id: 'x'.repeat(300) })).body.message).toMatch(/^OBP-20010: /)
    expect((await create(server(), path, { ...body, id })).status).toBe(201)
  })

  test('400 OBP-10001 for an id that is too short', async () => {
    for (const id of ['', tooShort.id])
      expect(refusal(await create(server(), path, { ...body, id }))).toEqual([
        400,
        `OBP-10001: Incorrect json format. ${tooShort.message}`,
      ])
    expect((await create(server(), path, { ...body, id: `${tooShort.id}x` })).status).toBe(201)
  })

  test('the sentence is Spanish where the caller asks for it', async () => {
    const answer = await create(server(), `${path}?locale=es_ES`, { ...body, id: 'a bank' })
    expect(answer.body.message).toBe(
      'OBP-20011: El valor contiene caracteres no válidos. id admite letras de la A a la Z sin tilde, cifras, puntos, guiones y guiones bajos.',
    )
  })

  test.each([true, {}, ['gh.29.uk']])('400 OBP-10001 for the id %j', async (id) => {
    const { body: answer } = await create(server(), path, { ...body, id })
    expect(answer.message).toMatch(/^OBP-10001: Incorrect json format\. id must be /)
  })

  test('an id may be written as a number', async () => {
    const answer = await create(server(), path, { ...body, id: 20_041_500 + banks++ })
    expect(answer.status).toBe(201)
    expect(answer.body.id).toMatch(/^200415\d\d$/)
  })

  test.each([
    ['not JSON', 'The body is not JSON in UTF-8.'],
    ['[]', 'The body must be an object.'],
  ])('400 OBP-10001 for the body %j', async (text, sentence) => {
    expect(refusal(await create(server(), path, text))).toEqual([400, `OBP-10001: Incorrect json format. ${sentence}`])
  })
}

/** For each of the fields: missing, wrong and too long are refused, and what just fits is taken. */
export function testsOfTextFields(
  server: () => TestServer,
  { path, body, longest }: { path: string; body: Body; longest: Record<string, number> },
): void {
  test.each(Object.entries(longest))('%s has at most %i characters', async (field, most) => {
    const ask = (value: unknown) => create(server(), path, { ...body, id: newId(), [field]: value })
    const mustBe = new RegExp(
      `^OBP-10001: Incorrect json format\\. ${field} must be a text of at most ${most} characters`,
    )
    for (const wrong of ['x'.repeat(most + 1), false, {}, ['x']]) {
      const answer = await ask(wrong)
      expect(answer.status).toBe(400)
      expect(answer.body.message).toMatch(mustBe)
    }
    const unkeepable = await ask('NUL \0')
    expect(unkeepable.status).toBe(400)
    expect(unkeepable.body.message).toContain(` ${field} holds a character that cannot be kept`)
    const fits = await ask('ñ'.repeat(most))
    expect(fits.status, fits.text).toBe(201)
    expect(fits.body[field]).toBe('ñ'.repeat(most))
  })
}

/** For each of the fields: a body without it is refused. */
export function testsOfRequiredFields(server: () => TestServer, path: string, body: Body): void {
  test.each(Object.keys(body))('400 OBP-10001 without %s', async (field) => {
    const { [field]: _, ...rest } = body
    const answer = await create(server(), path, rest)
    expect(refusal(answer)).toEqual([400, `OBP-10001: Incorrect json format. ${field} is missing.`])
  })
}
