import { Compile } from 'typebox/compile'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RoleName } from '../../authorisation/roles.ts'
import { type Answer, startTestServer, type TestServer } from '../../testing/server.ts'
import { CustomerV140, exampleCustomerV140, exampleNewCustomerV140 } from './customer-v140.ts'

const both: RoleName[] = ['CanCreateCustomer', 'CanCreateUserCustomerLink']
const { user_id: _, ...ownCustomer } = exampleNewCustomerV140
const path = (bankId = 'gh.29.uk') => `/obp/v1.4.0/banks/${bankId}/customer`
const message = (answer: Answer): string => {
  expect(answer.body.code).toBe(answer.status)
  return answer.body.message
}

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await Promise.all(['gh.29.uk', 'second.bank', 'refusing.bank', 'race.bank'].map(server.bank))
})
afterAll(() => server.close())

/** A user who may add customers at the banks. */
const clerk = (...bankIds: string[]) =>
  server.user(Object.fromEntries((bankIds.length > 0 ? bankIds : ['gh.29.uk']).map((bankId) => [bankId, both])))

let numbers = 0
const newNumber = () => `N-${numbers++}`

/** Adds a customer with a number of its own, and the change. */
const add = (token: string, change: Record<string, unknown> = {}, bankId?: string) =>
  server.call(path(bankId), { token, body: { ...ownCustomer, customer_number: newNumber(), ...change } })

/** Adds one for a user of its own. */
const addAnew = async (change: Record<string, unknown> = {}) => add((await clerk()).token, change)

const rowsOf = async (query: string, ...values: unknown[]) => (await server.storage.pool.query(query, values)).rows
const stored = async (customerId: string) =>
  (await rowsOf('select * from customer where customer_id = $1', customerId))[0]
const linksOf = (userId: string) => rowsOf('select * from user_customer_link where user_id = $1', userId)

describe('addCustomer: 200', () => {
  test('with the customer of the page', async () => {
    const { token } = await clerk()
    const answer = await server.call(path(), { token, body: { ...ownCustomer, customer_number: '5987953' } })
    expect(answer.body).toEqual({ ...exampleCustomerV140, customer_id: answer.body.customer_id })
    expect(answer.status).toBe(200)
    expect(answer.body.customer_id).toMatch(/^[0-9a-f-]{36}$/)
    expect(Compile(CustomerV140).Check(answer.body)).toBe(true)
    expect(Object.keys(answer.body)).toEqual(Object.keys(exampleCustomerV140))
  })

  test('and the caller gets the customer back as theirs', async () => {
    const { token } = await clerk()
    const added = await add(token)
    expect((await server.call(path(), { token })).body).toEqual(added.body)
  })

  test('with a token in the Authorization header, and with text/json', async () => {
    const { token } = await clerk()
    const headers = { Authorization: `DirectLogin token="${token}"`, 'Content-Type': 'text/json; charset=utf-8' }
    const answer = await server.call(path(), { headers, body: { ...ownCustomer, customer_number: newNumber() } })
    expect(answer.status).toBe(200)
  })

  test('title, branchId and nameSuffix are kept, not answered', async () => {
    const { body } = await addAnew({ title: 'Dr.', branchId: 'DERBY6', nameSuffix: 'Sr' })
    expect(await stored(body.customer_id)).toMatchObject({ title: 'Dr.', branch_id: 'DERBY6', name_suffix: 'Sr' })
    expect(body).not.toHaveProperty('title')
  })

  test.each([null, undefined])('title, branchId and nameSuffix may be %s', async (nothing) => {
    const { body } = await addAnew({ title: nothing, branchId: nothing, nameSuffix: nothing })
    expect(await stored(body.customer_id)).toMatchObject({ title: '', branch_id: '', name_suffix: '' })
  })

  test('unknown fields, and those of later versions, are ignored', async () => {
    const { status, body } = await addAnew({ branch_id: 'B', name_suffix: 'Sr', customer_id: 'mine', extra: { a: [] } })
    expect(status).toBe(200)
    expect(body.customer_id).not.toBe('mine')
    expect(await stored(body.customer_id)).toMatchObject({ branch_id: 'DERBY6', name_suffix: 'Sr' })
  })

  test('the e-mail address is trimmed and lower-cased', async () => {
    expect((await addAnew({ email: '  Felix.Smith@EXAMPLE.com\n' })).body.email).toBe('felix.smith@example.com')
  })

  test.each([
    ['customer_number', 5987954, '5987954'],
    ['legal_name', 1.5, '1.5'],
    ['mobile_phone_number', 4930901820, '4930901820'],
    ['relationship_status', 0, '0'],
    ['highest_education_attained', -7, '-7'],
    ['employment_status', 9_007_199_254_740_991, '9007199254740991'],
  ])('a number for the text %s is its text', async (field, number, text) => {
    const { status, body } = await addAnew({ [field]: number })
    expect([status, body[field]]).toEqual([200, text])
  })

  test('null dates and a null face_image come back as null', async () => {
    const { status, body } = await addAnew({ date_of_birth: null, last_ok_date: null, face_image: null })
    expect(status).toBe(200)
    expect(body).toMatchObject({ date_of_birth: null, last_ok_date: null, face_image: null })
  })

  test('a face_image may have no date', async () => {
    const { body } = await addAnew({ face_image: { url: 'http://x/y.png', date: null } })
    expect(body.face_image).toEqual({ url: 'http://x/y.png', date: null })
  })

  test('url and date beside the other fields are understood where face_image is absent', async () => {
    const flat = { face_image: undefined, url: 'http://www.example.com/id-docs/123/image.png', date: '2020-01-27' }
    const { body } = await addAnew(flat)
    expect(body.face_image).toEqual({ url: flat.url, date: '2020-01-27T00:00:00Z' })
    expect((await addAnew({ ...flat, date: undefined })).body.face_image).toEqual({ url: flat.url, date: null })
    expect((await addAnew({ ...flat, face_image: null })).body.face_image).toBeNull()
  })

  test.each([[undefined], [null], [[]]])('dob_of_dependants may be %j', async (none) => {
    const { body } = await addAnew({ dependants: 2, dob_of_dependants: none })
    expect(body).toMatchObject({ dependants: 2, dob_of_dependants: [] })
  })

  test('dob_of_dependants keep their order', async () => {
    const { body } = await addAnew({ dob_of_dependants: ['2019-09-08', '2017-07-12', '2018-01-01T01:02:03Z'] })
    expect(body.dob_of_dependants).toEqual(['2019-09-08T00:00:00Z', '2017-07-12T00:00:00Z', '2018-01-01T01:02:03Z'])
  })

  test.each([
    ['2013-01-21T23:08:00Z', '2013-01-21T23:08:00Z'],
    ['2023-06-28T21:00:45.786Z', '2023-06-28T21:00:45Z'],
    ['2013-01-21T23:08:00+02:00', '2013-01-21T21:08:00Z'],
    ['2013-01-01T00:30:00.5-05:30', '2013-01-01T06:00:00Z'],
    ['2018-03-09', '2018-03-09T00:00:00Z'],
    ['2024-02-29', '2024-02-29T00:00:00Z'],
    ['1000-01-01T00:00:00Z', '1000-01-01T00:00:00Z'],
    ['1582-10-10T12:00:00Z', '1582-10-10T12:00:00Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59Z'],
  ])('the date %s is %s', async (sent, answered) => {
    const { body } = await addAnew({
      date_of_birth: sent,
      last_ok_date: sent,
      face_image: { url: '', date: sent },
      dob_of_dependants: [sent],
    })
    expect(body).toMatchObject({
      date_of_birth: answered,
      last_ok_date: answered,
      face_image: { url: '', date: answered },
      dob_of_dependants: [answered],
    })
  })

  test('the fraction of a date is kept, though it is not answered', async () => {
    const { body } = await addAnew({ last_ok_date: '2023-06-28T21:00:45.786Z' })
    expect(await stored(body.customer_id)).toMatchObject({ last_ok_date: '2023-06-28T21:00:45.786Z' })
  })

  test.each([
    ['customer_number', 50],
    ['legal_name', 255],
    ['mobile_phone_number', 50],
    ['relationship_status', 16],
    ['highest_education_attained', 32],
    ['employment_status', 32],
  ])('%s may have %i characters, however many bytes they are, and none', async (field, most) => {
    const longest = '😀'.repeat(most)
    expect((await addAnew({ [field]: longest })).body[field]).toBe(longest)
    expect((await addAnew({ [field]: '' })).body[field]).toBe('')
  })

  test.each([
    ['title', 'title', 255],
    ['branchId', 'branch_id', 255],
    ['nameSuffix', 'name_suffix', 255],
  ])('%s, kept as %s, may have %i characters', async (field, column, most) => {
    const { body } = await addAnew({ [field]: 'é'.repeat(most) })
    expect(await stored(body.customer_id)).toMatchObject({ [column]: 'é'.repeat(most) })
  })

  test('email may have 200 characters, the url of face_image 2000', async () => {
    const email = `${'e'.repeat(188)}@example.com`
    const url = `http://${'u'.repeat(1993)}`
    expect((await addAnew({ email, face_image: { url, date: null } })).body).toMatchObject({
      email,
      face_image: { url },
    })
  })

  test.each([0, 2_147_483_647, 1.0])('dependants may be %i', async (dependants) => {
    expect((await addAnew({ dependants })).body.dependants).toBe(dependants)
  })

  test('kyc_status may be false', async () => {
    expect((await addAnew({ kyc_status: false })).body.kyc_status).toBe(false)
  })

  test('text that looks like SQL, markup or JSON stays text', async () => {
    const legal_name = `Robert'); drop table customer;-- <script>"\\ \u2028 {"a":1} $1 %s`
    expect((await addAnew({ legal_name })).body.legal_name).toBe(legal_name)
  })

  test('the number that another bank uses is free here', async () => {
    const { token } = await clerk('gh.29.uk', 'second.bank')
    const customer_number = newNumber()
    const first = await add(token, { customer_number })
    const second = await add(token, { customer_number }, 'second.bank')
    expect([first.status, second.status]).toEqual([200, 200])
    expect((await server.call(path(), { token })).body).toEqual(first.body)
    expect((await server.call(path('second.bank'), { token })).body).toEqual(second.body)
  })
})

describe('addCustomer: whose customer it is', () => {
  test.each([undefined, null, ''])('user_id %j is the caller', async (user_id) => {
    const { token, userId } = await clerk()
    const { body } = await add(token, { user_id })
    expect(await linksOf(userId)).toMatchObject([{ customer_id: body.customer_id, position: 1, is_active: true }])
  })

  test('user_id is another user, who then has the customer; the caller has not', async () => {
    const [caller, owner] = await Promise.all([clerk(), server.user()])
    const { status, body } = await add(caller.token, { user_id: owner.userId })
    expect(status).toBe(200)
    expect((await server.call(path(), { token: owner.token })).body).toEqual(body)
    expect((await server.call(path(), { token: caller.token })).status).toBe(404)
    expect(await linksOf(caller.userId)).toEqual([])
  })

  test("user_id is the caller's own", async () => {
    const { token, userId } = await clerk()
    expect((await add(token, { user_id: userId })).status).toBe(200)
    expect(await linksOf(userId)).toHaveLength(1)
  })

  test.each([
    ['true', true],
    ['an object', {}],
    ['a list', []],
    ['a list of one id', ['9ca9a7e4-6d02-40e3-a129-0b2bf89de9b1']],
    ['a NUL', 'a\0b'],
    ['half a character', '\ud800'],
    ['a number that has lost digits', 2 ** 63],
  ])('400 Problem getting user_id when it is %s', async (_what, user_id) => {
    const { token } = await clerk('refusing.bank')
    const answer = await add(token, { user_id }, 'refusing.bank')
    expect(message(answer)).toBe('Problem getting user_id')
    expect(answer.status).toBe(400)
  })

  test.each([
    ['an id', '9ca9a7e4-6d02-40e3-a129-0b2bf89de9b1'],
    ['a blank', ' '],
    ['of 255 characters', 'u'.repeat(255)],
    ['of 256 characters', 'u'.repeat(256)],
    ['of 100,000 characters', 'u'.repeat(100_000)],
    ['a number', 7],
  ])('404 OBP-20005 when user_id is no user, but %s', async (_what, user_id) => {
    const { token } = await clerk('refusing.bank')
    const answer = await add(token, { user_id }, 'refusing.bank')
    expect(message(answer)).toMatch(/^OBP-20005: User not found\. Please specify a valid value for USER_ID\./)
    expect(answer.status).toBe(404)
  })

  test('404 OBP-20005 when the user of user_id is deleted', async () => {
    const [caller, gone] = await Promise.all([clerk('refusing.bank'), server.user()])
    await rowsOf('update app_user set deleted_at = now() where user_id = $1', gone.userId)
    expect((await add(caller.token, { user_id: gone.userId }, 'refusing.bank')).status).toBe(404)
  })
})

describe('addCustomer: refusals of the page, word for word', () => {
  test('401 OBP-20001 without a login', async () => {
    const answer = await server.call(path('refusing.bank'), { body: ownCustomer })
    expect(answer.status).toBe(401)
    expect(message(answer)).toBe('OBP-20001: User not logged in. Authentication is required!')
    expect(answer.headers.get('WWW-Authenticate')).toMatch(/\bDirectLogin realm="http/)
  })

  test('404 OBP-30001 for an unknown bank', async () => {
    const { token } = await clerk()
    const answer = await add(token, {}, 'no.such.bank')
    expect(answer.status).toBe(404)
    expect(message(answer)).toBe(
      'OBP-30001: Bank not found. Please specify a valid value for BANK_ID. Current BankId is no.such.bank',
    )
  })

  const needed = 'CanCreateCustomer and CanCreateUserCustomerLink entitlements are required for BankId(refusing.bank).'
  test.each<[string, Record<string, RoleName[]>, string]>([
    ['no role', {}, 'CanCreateCustomer, CanCreateUserCustomerLink'],
    ['CanCreateCustomer only', { 'refusing.bank': ['CanCreateCustomer'] }, 'CanCreateUserCustomerLink'],
    ['CanCreateUserCustomerLink only', { 'refusing.bank': ['CanCreateUserCustomerLink'] }, 'CanCreateCustomer'],
    ['both at another bank', { 'gh.29.uk': both }, 'CanCreateCustomer, CanCreateUserCustomerLink'],
    [
      'one here and one at another bank',
      { 'refusing.bank': ['CanCreateCustomer'], 'gh.29.uk': ['CanCreateUserCustomerLink'] },
      'CanCreateUserCustomerLink',
    ],
    ['both in the system', { '': both }, 'CanCreateCustomer, CanCreateUserCustomerLink'],
    [
      'those for any bank, which this version does not know',
      { '': ['CanCreateCustomerAtAnyBank', 'CanCreateUserCustomerLinkAtAnyBank'] },
      'CanCreateCustomer, CanCreateUserCustomerLink',
    ],
  ])('403 OBP-20006 and entitlements required with %s', async (_what, roles, missing) => {
    const { token } = await server.user(roles)
    const answer = await add(token, {}, 'refusing.bank')
    expect(answer.status).toBe(403)
    expect(message(answer)).toBe(
      `OBP-20006: User is missing one or more roles: ${needed} entitlements required: ${missing}.`,
    )
  })

  test('a role that is taken away counts no more on the next call', async () => {
    const { token, userId } = await clerk('refusing.bank')
    await rowsOf(`delete from entitlement where user_id = $1 and role_name = 'CanCreateCustomer'`, userId)
    expect((await add(token, {}, 'refusing.bank')).status).toBe(403)
  })

  test('400 OBP-30006 when the number is taken at the bank', async () => {
    const customer_number = newNumber()
    await addAnew({ customer_number })
    const answer = await addAnew({ customer_number })
    expect(answer.status).toBe(400)
    expect(message(answer)).toBe(
      'OBP-30006: Customer Number already exists. Please specify a different value for BANK_ID or CUSTOMER_NUMBER.',
    )
  })

  test('400 OBP-30006 for the number as a number, and for the empty one', async () => {
    await addAnew({ customer_number: '77001' })
    expect(message(await addAnew({ customer_number: 77001 }))).toMatch(/^OBP-30006/)
    const [first, second] = [await clerk('second.bank'), await clerk('second.bank')]
    await add(first.token, { customer_number: '' }, 'second.bank')
    expect(message(await add(second.token, { customer_number: '' }, 'second.bank'))).toMatch(/^OBP-30006/)
  })

  test('400 OBP-30007 for a second customer of one user at the bank', async () => {
    const { token, userId } = await clerk()
    await add(token)
    const answer = await add(token)
    expect(answer.status).toBe(400)
    expect(message(answer)).toMatch(
      /^OBP-30007: The User is already linked to a Customer at the bank specified by BANK_ID/,
    )
    expect(await linksOf(userId)).toHaveLength(1)
  })

  test('400 OBP-30007 for the user of user_id too', async () => {
    const [first, second, owner] = await Promise.all([clerk(), clerk(), server.user()])
    expect((await add(first.token, { user_id: owner.userId })).status).toBe(200)
    expect(message(await add(second.token, { user_id: owner.userId }))).toMatch(/^OBP-30007/)
  })

  test('the Spanish text where the call asks for it', async () => {
    const answer = await server.call(`${path()}?locale=es_ES`, { body: ownCustomer })
    expect(message(answer)).toBe('OBP-20001: El usuario no ha iniciado sesión. ¡La autenticación es obligatoria!')
  })

  test('a taken number comes before an unknown user, and that before the one customer a user may have', async () => {
    const { token, userId } = await clerk()
    const customer_number = newNumber()
    await add(token, { customer_number })
    expect(message(await add(token, { customer_number, user_id: 'nobody' }))).toMatch(/^OBP-30006/)
    expect(message(await add(token, { user_id: 'nobody' }))).toMatch(/^OBP-20005/)
    expect(message(await add(token, { user_id: userId }))).toMatch(/^OBP-30007/)
  })

  test('who comes before bank, bank before roles, roles before body', async () => {
    const broken = { method: 'POST', body: '{"legal_name":' }
    const { token } = await server.user()
    const [mayNot, may] = [token, (await clerk('refusing.bank')).token]
    expect((await server.call(path('no.such.bank'), broken)).status).toBe(401)
    expect((await server.call(path('no.such.bank'), { ...broken, token: mayNot })).status).toBe(404)
    expect((await server.call(path('refusing.bank'), { ...broken, token: mayNot })).status).toBe(403)
    expect((await server.call(path('refusing.bank'), { ...broken, token: may })).status).toBe(400)
  })

  test('415 for a body that is not said to be JSON, whoever sends it', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp']) {
      const answer = await server.call(path(), { body: ownCustomer, headers: { 'Content-Type': type } })
      expect([answer.status, message(answer).slice(0, 9)]).toEqual([415, 'OBP-10404'])
    }
  })

  test('served under v1.4.0 only', async () => {
    const { token } = await clerk()
    const statuses = ['v2.0.0', 'v2.1.0', 'v3.1.0', 'v4.0.0', 'v5.1.0', 'v6.0.0'].map(
      async (version) => (await server.call(path().replace('v1.4.0', version), { token, body: ownCustomer })).status,
    )
    // v2.0.0 has getCustomer at the same path
    expect(await Promise.all(statuses)).toEqual([405, 404, 404, 404, 404, 404])
  })
})

describe('addCustomer: 400 OBP-10001', () => {
  const absent = undefined
  const aText = (most: number) => `a text of at most ${most} characters`
  const unkeepable = 'holds a character that cannot be kept: NUL, or half of a surrogate pair'
  const inQuotes = 'must be sent as a text in quotes: so large a number loses digits'
  const badTexts = (most: number, mustBe = `must be ${aText(most)}`): [string, unknown, string][] => [
    ['true', true, mustBe],
    ['an object', {}, mustBe],
    ['a list', ['x'], mustBe],
    ['one character too long', 'x'.repeat(most + 1), mustBe],
    ['a NUL', 'a\0b', unkeepable],
    ['half a character', 'a\ud83d', unkeepable],
    // one more than doubles hold exactly
    ['a number that has lost digits', 9_007_199_254_740_992, inQuotes],
    ['a number below zero that has lost digits', -9_007_199_254_740_992, inQuotes],
    ['a number with an exponent', 1e21, inQuotes],
    ['a number without end', 1e300, inQuotes],
  ]
  const aDate = 'a date such as 2013-01-21T23:08:00Z'
  const badDates: [string, unknown][] = [
    '',
    'yesterday',
    '2013',
    '2013-01',
    '2013-1-2',
    '21-01-2013',
    '20130121',
    '2013-02-31',
    '2023-02-29T00:00:00Z',
    '2013-13-01T00:00:00Z',
    '2013-00-10T00:00:00Z',
    '2013-01-21T24:00:00Z',
    '2013-01-21T23:60:00Z',
    '2013-01-21T23:08:60Z',
    '2013-01-21T23:08:00',
    '2013-01-21T23:08Z',
    '2013-01-21 23:08:00Z',
    '2013-01-21t23:08:00z',
    '2013-01-21T23:08:00.Z',
    '2013-01-21T23:08:00Zjunk',
    '2013-01-21T23:08:00Z ',
    ' 2013-01-21T23:08:00Z',
    '2013-01-21T23:08:00Z\n',
    '2013-01-21T23:08:00\0Z',
    '2013-01-21T23:08:00+25:00',
    '2013-01-21T23:08:00+02:60',
    '2013-01-21T23:08:00+0200',
    '0999-12-31T23:59:59Z',
    '0000-01-01',
    '10000-01-01T00:00:00Z',
    '+02013-01-21T23:08:00Z',
    '-2013-01-21',
    '1000-01-01T00:00:00+01:00',
    '9999-12-31T23:59:59-01:00',
    1358809680000,
    true,
    {},
    ['2013-01-21'],
  ].map((date) => [JSON.stringify(date), date])
  const badEmails: [string, unknown][] = [
    ['null', null],
    ['a number', 5],
    ['true', true],
    ['an object', {}],
    ['empty', ''],
    ['a blank', '  '],
    ['no address', 'felixsmith'],
    ['only the domain', '@example.com'],
    ['only the name', 'felixsmith@'],
    ['two addresses', 'a@example.com,b@example.com'],
    ['an address with a blank', 'felix smith@example.com'],
    ['one character too long', `${'e'.repeat(189)}@example.com`],
    ['one that grows in lower case', `${'İ'.repeat(188)}@example.com`],
    ['a NUL', 'felix\0@example.com'],
    ['half a character', 'felix\udfff@example.com'],
  ]
  const inFace = (face: Record<string, unknown>) => ({ url: 'http://x', date: null, ...face })

  /** What the body is changed by, what is wrong, and the sentence behind the documented text. */
  const cases: [string, Record<string, unknown>, string][] = [
    ...(
      [
        ['customer_number', 50],
        ['legal_name', 255],
        ['mobile_phone_number', 50],
        ['relationship_status', 16],
        ['highest_education_attained', 32],
        ['employment_status', 32],
      ] as const
    ).flatMap(([field, most]): [string, Record<string, unknown>, string][] => [
      [`${field} is absent`, { [field]: absent }, `${field} is missing.`],
      [`${field} is null`, { [field]: null }, `${field} must be ${aText(most)}.`],
      ...badTexts(most).map(([what, value, sentence]): [string, Record<string, unknown>, string] => [
        `${field} is ${what}`,
        { [field]: value },
        `${field} ${sentence}.`,
      ]),
    ]),
    [
      'relationship_status is a number of 18 characters',
      { relationship_status: 1 / 3 },
      `relationship_status must be ${aText(16)}.`,
    ],
    ...['title', 'branchId', 'nameSuffix'].flatMap((field) =>
      badTexts(255, `must be ${aText(255)}, or null`).map(
        ([what, value, sentence]): [string, Record<string, unknown>, string] => [
          `${field} is ${what}`,
          { [field]: value },
          `${field} ${sentence}.`,
        ],
      ),
    ),
    ['email is absent', { email: absent }, 'email is missing.'],
    ...badEmails.map(([what, email]): [string, Record<string, unknown>, string] => [
      `email is ${what}`,
      { email },
      'email must be an e-mail address of at most 200 characters.',
    ]),
    ...['date_of_birth', 'last_ok_date'].flatMap((field): [string, Record<string, unknown>, string][] => [
      [`${field} is absent`, { [field]: absent }, `${field} is missing.`],
      ...badDates.map(([what, value]): [string, Record<string, unknown>, string] => [
        `${field} is ${what}`,
        { [field]: value },
        `${field} must be ${aDate}, or null.`,
      ]),
    ]),
    ...badDates.flatMap(([what, date]): [string, Record<string, unknown>, string][] => [
      [`face_image.date is ${what}`, { face_image: inFace({ date }) }, `face_image.date must be ${aDate}, or null.`],
      [
        `the second of dob_of_dependants is ${what}`,
        { dob_of_dependants: ['2019-09-08', date] },
        `dob_of_dependants[1] must be ${aDate}.`,
      ],
    ]),
    ['one of dob_of_dependants is null', { dob_of_dependants: [null] }, `dob_of_dependants[0] must be ${aDate}.`],
    ...['2019-09-08', 1, true, {}].map((value): [string, Record<string, unknown>, string] => [
      `dob_of_dependants is ${JSON.stringify(value)}`,
      { dob_of_dependants: value },
      'dob_of_dependants must be a list of at most 100 items.',
    ]),
    [
      'dob_of_dependants has more than 100 dates',
      { dob_of_dependants: Array(101).fill('2019-09-08') },
      'dob_of_dependants must be a list of at most 100 items.',
    ],
    ['face_image is absent', { face_image: absent }, 'face_image is missing.'],
    [
      'face_image is absent and only date is there',
      { face_image: absent, date: '2020-01-27' },
      'face_image is missing.',
    ],
    [
      'the date beside url is none',
      { face_image: absent, url: 'http://x', date: 'x' },
      `face_image.date must be ${aDate}, or null.`,
    ],
    ['the url beside date is null', { face_image: absent, url: null }, `face_image.url must be ${aText(2000)}.`],
    ...['http://x', 1, true, [], [inFace({})]].map((value): [string, Record<string, unknown>, string] => [
      `face_image is ${JSON.stringify(value)}`,
      { face_image: value },
      'face_image must be an object or null.',
    ]),
    ['face_image has no url', { face_image: { date: null } }, 'face_image.url is missing.'],
    ['face_image has no date', { face_image: { url: 'http://x' } }, 'face_image.date is missing.'],
    ['the url of face_image is null', { face_image: inFace({ url: null }) }, `face_image.url must be ${aText(2000)}.`],
    ...badTexts(2000).map(([what, url, sentence]): [string, Record<string, unknown>, string] => [
      `the url of face_image is ${what}`,
      { face_image: inFace({ url }) },
      `face_image.url ${sentence}.`,
    ]),
    ['dependants is absent', { dependants: absent }, 'dependants is missing.'],
    ...[null, '1', 1.5, -1, 2_147_483_648, true, {}, [1]].map((value): [string, Record<string, unknown>, string] => [
      `dependants is ${JSON.stringify(value)}`,
      { dependants: value },
      'dependants must be a whole number from 0 to 2147483647.',
    ]),
    ['kyc_status is absent', { kyc_status: absent }, 'kyc_status is missing.'],
    ...[null, 'true', 1, 0, {}, [true]].map((value): [string, Record<string, unknown>, string] => [
      `kyc_status is ${JSON.stringify(value)}`,
      { kyc_status: value },
      'kyc_status must be true or false.',
    ]),
  ]

  let token: string
  beforeAll(async () => {
    token = (await clerk('refusing.bank')).token
  })

  test.each(cases)('when %s', async (_what, change, sentence) => {
    const answer = await add(token, change, 'refusing.bank')
    expect(message(answer)).toBe(`OBP-10001: Incorrect json format. ${sentence}`)
    expect(answer.status).toBe(400)
  })

  test.each([
    ['empty', '', 'The body is empty.'],
    ['broken', '{"legal_name": "Eve', 'The body is not JSON in UTF-8.'],
    ['two values', '{} {}', 'The body is not JSON in UTF-8.'],
    ['a comment', '{} // customer', 'The body is not JSON in UTF-8.'],
    ['a list', '[]', 'The body must be an object.'],
    ['a list of one customer', JSON.stringify([ownCustomer]), 'The body must be an object.'],
    ['a text', '"x"', 'The body must be an object.'],
    ['a number', '5', 'The body must be an object.'],
    ['null', 'null', 'The body must be an object.'],
    ['an empty object', '{}', 'customer_number is missing.'],
    ['full of other names', '{"__proto__":{"customer_number":"1"},"toString":1}', 'customer_number is missing.'],
  ])('when the body is %s', async (_what, body, sentence) => {
    const answer = await server.call(path('refusing.bank'), { method: 'POST', token, body })
    expect(message(answer)).toBe(`OBP-10001: Incorrect json format. ${sentence}`)
    expect(answer.status).toBe(400)
  })

  test('when the body is not UTF-8', async () => {
    const bytes = Buffer.from(JSON.stringify({ ...ownCustomer, legal_name: 'José' }), 'latin1')
    const headers = { DirectLogin: `token=${token}`, 'Content-Type': 'application/json' }
    const response = await fetch(server.url + path('refusing.bank'), { method: 'POST', headers, body: bytes })
    expect(await response.json()).toEqual({
      code: 400,
      message: 'OBP-10001: Incorrect json format. The body is not JSON in UTF-8.',
    })
  })

  test('413 when the body is larger than 1 MiB', async () => {
    const answer = await add(token, { extra: 'x'.repeat(1024 * 1024) }, 'refusing.bank')
    expect([answer.status, message(answer).slice(0, 9)]).toEqual([413, 'OBP-10001'])
  })

  test('and nothing of any refused call is in the database', async () => {
    const counts = await rowsOf(`
      select (select count(*) from customer where bank_id = 'refusing.bank') as customers,
             (select count(*) from user_customer_link where bank_id = 'refusing.bank') as links,
             (select count(*) from audit_event where bank_id = 'refusing.bank' and subject <> 'entitlement') as changes`)
    expect(counts).toEqual([{ customers: 0, links: 0, changes: 0 }])
  })
})

describe('addCustomer: the audit trail', () => {
  test('has who added which customer and link by which call, and no secret', async () => {
    const [caller, owner] = await Promise.all([clerk(), server.user()])
    const { body, headers } = await add(caller.token, { user_id: owner.userId, legal_name: 'Audited Person' })
    const [consumer] = await rowsOf(`select consumer_id from consumer where consumer_key = 'test-consumer'`)
    const [link] = await linksOf(owner.userId)
    const events = await rowsOf(
      'select * from audit_event where correlation_id = $1 order by subject',
      headers.get('Correlation-Id'),
    )
    const call = {
      bank_id: 'gh.29.uk',
      user_id: caller.userId,
      consumer_id: consumer.consumer_id,
      operation_id: 'OBPv1.4.0-addCustomer',
    }
    expect(events).toMatchObject([
      {
        ...call,
        subject: 'customer',
        subject_id: body.customer_id,
        change: { created: { legal_name: 'Audited Person', customer_number: body.customer_number, title: 'Dr.' } },
      },
      {
        ...call,
        subject: 'user_customer_link',
        subject_id: link.user_customer_link_id,
        change: { created: { user_id: owner.userId, customer_id: body.customer_id } },
      },
    ])
    expect(JSON.stringify(events)).not.toContain(caller.token)
  })
})

describe('addCustomer: simultaneous calls', () => {
  const countsAt = async (bankId: string, ...userIds: string[]) => {
    const [counts] = await rowsOf(
      `select (select count(*) from customer where bank_id = $1) as customers,
              (select count(*) from user_customer_link where bank_id = $1) as links,
              (select count(*) from user_customer_link where bank_id = $1 and user_id = any($2)) as "linksOfUsers",
              (select count(*) from audit_event where bank_id = $1 and subject = 'customer') as "customersAudited",
              (select count(*) from audit_event where bank_id = $1 and subject = 'user_customer_link') as "linksAudited"`,
      bankId,
      userIds,
    )
    return counts
  }
  const one = { customers: 1, links: 1, linksOfUsers: 1, customersAudited: 1, linksAudited: 1 }
  /** `{ '200': 1, 'OBP-30007': 199 }` */
  const tally = (answers: Answer[]) => {
    const tally: Record<string, number> = {}
    for (const { status, body } of answers) {
      const outcome = status === 400 ? body.message.slice(0, 9) : String(status)
      tally[outcome] = (tally[outcome] ?? 0) + 1
    }
    return tally
  }

  test('200 for one user, each with a number of its own: one customer, 199 OBP-30007', async () => {
    const bankId = await server.bank('one-user.bank')
    const { token, userId } = await clerk(bankId)
    const answers = await Promise.all(Array.from({ length: 200 }, () => add(token, {}, bankId)))
    expect(tally(answers)).toEqual({ '200': 1, 'OBP-30007': 199 })
    expect(await countsAt(bankId, userId)).toEqual(one)
    expect((await server.call(path(bankId), { token })).body).toEqual(
      answers.find(({ status }) => status === 200)!.body,
    )
  })

  test('200 users with one number: one customer, 199 OBP-30006', async () => {
    const bankId = await server.bank('one-number.bank')
    const users = await Promise.all(Array.from({ length: 200 }, () => clerk(bankId)))
    const answers = await Promise.all(users.map(({ token }) => add(token, { customer_number: 'THE-ONE' }, bankId)))
    expect(tally(answers)).toEqual({ '200': 1, 'OBP-30006': 199 })
    expect(await countsAt(bankId, ...users.map(({ userId }) => userId))).toEqual(one)
  })

  test('ten users, ten numbers, every pair twice: no user and no number twice, no lock without end', async () => {
    const bankId = await server.bank('crowded.bank')
    const users = await Promise.all(Array.from({ length: 10 }, () => clerk(bankId)))
    const pairs = [...users, ...users].flatMap(({ token }, turn) =>
      Array.from({ length: 10 }, (_, place) => ({ token, customer_number: String((place + turn) % 10) })),
    )
    const answers = await Promise.all(
      pairs.map(({ token, customer_number }) => add(token, { customer_number }, bankId)),
    )
    const { '200': added = 0, 'OBP-30006': taken = 0, 'OBP-30007': linked = 0, ...others } = tally(answers)
    expect([added + taken + linked, others]).toEqual([200, {}])
    expect(added).toBeGreaterThan(0)
    const [counts] = await rowsOf(
      `select count(*) as links, count(distinct user_id) as users, count(distinct customer_id) as customers
       from user_customer_link where bank_id = $1`,
      bankId,
    )
    expect(counts).toEqual({ links: added, users: added, customers: added })
    expect((await countsAt(bankId)).customers).toBe(added)
  })
})

describe('addCustomer: CUSTOMERS_PER_USER_AND_BANK', () => {
  /** Runs the work on a server of its own with the setting. */
  async function withSetting(customersPerUserAndBank: number, work: () => Promise<void>) {
    const usual = server
    server = await startTestServer({ customersPerUserAndBank })
    try {
      await server.bank('gh.29.uk')
      await work()
    } finally {
      await server.close()
      server = usual
    }
  }

  test('2: two customers, also of fifty calls at once; getCustomer gives the first', () =>
    withSetting(2, async () => {
      const { token, userId } = await clerk()
      const first = await add(token)
      expect(first.status).toBe(200)
      const answers = await Promise.all(Array.from({ length: 50 }, () => add(token)))
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      expect(answers.filter(({ body }) => body.message?.startsWith('OBP-30007'))).toHaveLength(49)
      expect((await linksOf(userId)).map(({ position }) => position).sort()).toEqual([1, 2])
      expect((await server.call(path(), { token })).body).toEqual(first.body)
    }))

  test('unlimited: as many as are sent, also at once, numbered without a gap', () =>
    withSetting(Number.POSITIVE_INFINITY, async () => {
      const { token, userId } = await clerk()
      const first = await add(token)
      const answers = await Promise.all(Array.from({ length: 30 }, () => add(token)))
      expect(answers.map(({ status }) => status)).toEqual(Array(30).fill(200))
      const positions = (await linksOf(userId)).map(({ position }) => position).sort((a, b) => a - b)
      expect(positions).toEqual(Array.from({ length: 31 }, (_, index) => index + 1))
      expect((await server.call(path(), { token })).body).toEqual(first.body)
    }))
})

describe('addCustomer: a database that refuses', () => {
  let refusing: TestServer
  let token: string
  beforeAll(async () => {
    refusing = await startTestServer()
    await refusing.bank('gh.29.uk')
    token = (await refusing.user({ 'gh.29.uk': both })).token
  })
  afterAll(() => refusing.close())
  const addThere = () => refusing.call(path(), { token, body: ownCustomer })
  const run = (statement: string) => refusing.storage.pool.query(statement)

  test.each([
    ['Could not create customer', 'customer', 'customer'],
    ['Could not create user_customer_links', 'user_customer_link', 'user_customer_link'],
    ['Could not create customer', 'audit_event', 'audit_event'],
  ])('502 %s when it refuses a row of %s, and nothing is left behind', async (text, table, named) => {
    await run(`
      create function refuse() returns trigger language plpgsql as $$ begin
        raise exception 'the balance of Eveline Tripman' using errcode = '23514', table = '${named}';
      end $$;
      create trigger refuse before insert on ${table} for each row execute function refuse()`)
    const answer = await addThere()
    expect([answer.status, message(answer)]).toEqual([502, text])
    await run('drop function refuse cascade')
    const { rows } = await run(`
      select (select count(*) from customer) as customers, (select count(*) from user_customer_link) as links,
             (select count(*) from audit_event where subject in ('customer', 'user_customer_link')) as changes`)
    expect(rows).toEqual([{ customers: 0, links: 0, changes: 0 }])
  })

  test('500 OBP-50000 when something of our own is broken, without a word about what; then all is well again', async () => {
    await run('alter table app_user rename column email to mail')
    const answer = await addThere()
    expect([answer.status, answer.body]).toEqual([500, { code: 500, message: 'OBP-50000: Unknown Error.' }])
    expect(answer.headers.get('Correlation-Id')).toMatch(/^[0-9a-f-]{36}$/)
    await run('alter table app_user rename column mail to email')
    expect((await addThere()).status).toBe(200)
  })
})
