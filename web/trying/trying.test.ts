/** What the place to try an operation works with, without a browser. */
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { jsonSchemaOf } from '../../server/documentation/json-schema.ts'
import { addCustomer } from '../../server/operations/customer/add-customer.ts'
import { date } from '../../server/protocol/query.ts'
import { rolesToAskFor } from '../session/needed-roles.ts'
import { bankOfCall } from './bank-of-call.ts'
import { problemsOf, ruleProblems } from './checking.ts'
import { type FormField, formFields, valueFrom, withValue } from './form.ts'
import { freshNumber } from './fresh-number.ts'
import { blocksOf, partsOf } from './json-parts.ts'
import { offersIn, placeholdersOf, valuesIn, withoutDoubles } from './placeholders.ts'
import { cut, hasShapes, tableOf, timelineOf } from './shapes.ts'
import { asCurl, asFetch } from './snippets.ts'
import { reasonsOf } from './why.ts'

const schema = jsonSchemaOf(addCustomer.request!)
const example = addCustomer.example.request

describe('the form', () => {
  test('has every field of the body, deeper ones under their path', () => {
    const labels = formFields(schema, example).map(({ label }) => label)
    expect(labels).toEqual(
      expect.arrayContaining(['customer_number', 'face_image.url', 'face_image.date', 'kyc_status']),
    )
    expect(labels).not.toContain('face_image')
  })

  test('gives the body back that it shows', () => {
    let body: unknown = {}
    for (const field of formFields(schema, example)) body = withValue(body, field.path, valueFrom(field, field.value))
    expect(body).toEqual(example)
  })

  test('takes an object away with its last field, and the body never', () => {
    expect(withValue({ a: { b: { c: 1 } }, d: 2 }, ['a', 'b', 'c'], undefined)).toEqual({ d: 2 })
    expect(withValue({ a: { b: 1, c: 2 } }, ['a', 'b'], undefined)).toEqual({ a: { c: 2 } })
    expect(withValue({ a: 1 }, ['a'], undefined)).toEqual({})
    expect(withValue({}, ['a', 'b'], 1)).toEqual({ a: { b: 1 } })
  })

  const field = (kind: FormField['kind'], more: Partial<FormField> = {}): FormField => ({
    path: ['x'],
    label: 'x',
    kind,
    choices: [],
    isRequired: false,
    isNullable: false,
    hint: '',
    value: '',
    ...more,
  })
  test.each([
    ['an empty optional field is left out', field('text'), '', undefined],
    ['an empty field that may be null is null', field('text', { isRequired: true, isNullable: true }), '', null],
    ['a number', field('number'), '12', 12],
    ['what is no number stays as it is, and is marked', field('number'), 'x', 'x'],
    ['a flag', field('flag'), 'false', false],
    ['a list', field('list'), 'a\n\nb', ['a', 'b']],
    ['JSON', field('json'), '{"a":1}', { a: 1 }],
  ])('%s', (_what, field, text, value) => {
    expect(valueFrom(field, text)).toEqual(value)
  })

  test.each([
    ['a missing field', { legal_name: undefined }, [{ path: 'legal_name', kind: 'missing' }]],
    ['a wrong type', { kyc_status: 'yes' }, [{ path: 'kyc_status', kind: 'type', types: ['boolean'] }]],
    [
      'a text that is too long',
      { customer_number: 'x'.repeat(51) },
      [{ path: 'customer_number', kind: 'length', most: 50 }],
    ],
    ['no date', { date_of_birth: 'yesterday' }, [{ path: 'date_of_birth', kind: 'dateTime' }]],
    ['no e-mail address', { email: 'eveline' }, [{ path: 'email', kind: 'email' }]],
    [
      'a number that is too small',
      { dependants: -1 },
      [{ path: 'dependants', kind: 'range', least: 0, most: 2_147_483_647 }],
    ],
    [
      'a deeper field',
      { face_image: { url: true, date: null } },
      [{ path: 'face_image.url', kind: 'type', types: ['string'] }],
    ],
    ['no day of the calendar', { date_of_birth: '2013-02-31' }, [{ path: 'date_of_birth', kind: 'dateTime' }]],
    ['nothing', {}, []],
    ['nothing of a plain day', { date_of_birth: '1988-03-09', dob_of_dependants: ['2018-03-09'] }, []],
    ['nothing of a number for a text', { customer_number: 5987953 }, []],
  ])('says before sending that %s is wrong', (_what, changed, problems) => {
    const body = JSON.parse(JSON.stringify({ ...(example as object), ...changed }))
    expect(problemsOf(schema, body)).toEqual(problems)
  })

  const ofDraft7 = { $schema: 'http://json-schema.org/draft-07/schema#', $id: 'own', type: 'object' }
  test.each([
    ['a missing field', { required: ['vat'] }, { path: 'vat', kind: 'missing' }],
    ['what it does not name', { additionalProperties: false }, { path: 'x', kind: 'notAllowed' }],
    ['another value', { properties: { x: { const: 1 } } }, { path: 'x', kind: 'choice' }],
    [
      'what it refers to',
      { properties: { x: { $ref: '#/definitions/x' } }, definitions: { x: { minLength: 2 } } },
      { path: 'x', kind: 'length', least: 2 },
    ],
    [
      'a list of its draft',
      { properties: { l: { items: [{ type: 'string' }] } } },
      { path: 'l.0', kind: 'type', types: ['string'] },
    ],
    [
      'too few entries',
      { properties: { l: { minItems: 2, maxItems: 3 } } },
      { path: 'l', kind: 'items', least: 2, most: 3 },
    ],
    ['one of several', { anyOf: [{ required: ['y'] }, { required: ['z'] }] }, { path: '', kind: 'other' }],
  ])('says before sending that a rule of the bank refuses %s', (_what, rule, problem) => {
    const problems = ruleProblems({ ...ofDraft7, ...rule }, { x: 'a', l: [1] })
    expect(problems[0]).toEqual({ ...problem, isOfRule: true })
  })

  test.each([
    ['with a pattern', { ...ofDraft7, properties: { x: { pattern: '^b' } } }],
    ['with a pattern that is none', { ...ofDraft7, properties: { x: { pattern: '(?<' } } }],
    ['for names of a pattern', { ...ofDraft7, patternProperties: { '^l': false }, additionalProperties: false }],
    ['that refuses what has a pattern', { ...ofDraft7, properties: { x: { not: { pattern: '^b' } } } }],
    ['that refers to what is not there', { ...ofDraft7, properties: { x: { $ref: '#/nowhere' } } }],
    ['that refers to itself', { ...ofDraft7, allOf: [{ $ref: '#' }] }],
    ['that is none', null],
  ])('leaves a rule %s to the server', (_what, rule) => {
    expect(ruleProblems(rule, { x: 'a' })).toEqual([])
  })

  test('tries no pattern of a rule, which may take a browser for ever, and says what else it refuses', () => {
    const properties = {
      name: { type: 'string', pattern: '^(a+)+$', maxLength: 20 },
      // a field may be called so
      pattern: { type: 'string', const: 'x' },
      kind: { const: { pattern: 'y' } },
    }
    const began = performance.now()
    const body = { name: `${'a'.repeat(26)}!`, pattern: 1, kind: { pattern: 'y' } }
    expect(ruleProblems({ ...ofDraft7, properties }, body)).toEqual([
      { path: 'name', kind: 'length', most: 20, isOfRule: true },
      { path: 'pattern', kind: 'type', types: ['string'], isOfRule: true },
    ])
    expect(performance.now() - began).toBeLessThan(1000)
  })
})

describe('values', () => {
  test('of a path', () => {
    expect(placeholdersOf('/obp/v1.4.0/banks/BANK_ID/customer/CUSTOMER_ID/messages')).toEqual([
      'BANK_ID',
      'CUSTOMER_ID',
    ])
  })

  test('are read from an address that was sent', () => {
    expect(
      valuesIn('/obp/v1.4.0/banks/BANK_ID/customer/CUSTOMER_ID', '/obp/v1.4.0/banks/gh%2F29/customer/c1?a=/x'),
    ).toEqual({ BANK_ID: 'gh/29', CUSTOMER_ID: 'c1' })
  })

  test.each([
    ['of the path', { BANK_ID: 'gh.29.uk' }, { bank_id: 'de.10.de' }, 'gh.29.uk'],
    ['of the body where the path has none', { USER_ID: 'u1' }, { bank_id: 'de.10.de' }, 'de.10.de'],
    ['none where that of the body is no text', {}, { bank_id: { id: 'de.10.de' } }, ''],
    ['none where the body is none', {}, null, ''],
  ])('of the bank of a call: %s', (_what, values, body, bankId) => {
    expect(bankOfCall(values, body)).toBe(bankId)
  })

  test('are gathered from answers, for the placeholders that they can stand for', () => {
    const text = JSON.stringify({
      banks: [{ id: 'gh.29.uk', short_name: 'Gringotts' }, { id: 'gh.29.uk' }],
      customer_id: 'c1',
      customer_number: '5',
      legal_name: 'Ana Ruiz',
      face_image: { url: 'x' },
      name: 'n',
    })
    expect(offersIn(text)).toEqual({
      BANK_ID: [{ value: 'gh.29.uk', name: 'Gringotts' }],
      CUSTOMER_ID: [{ value: 'c1', name: 'Ana Ruiz' }],
      CUSTOMER_NUMBER: [{ value: '5', name: '' }],
    })
    expect(offersIn('no JSON')).toEqual({})
  })
})

test('a value is offered once, at its first place, with a name where one is known', () => {
  const named = (value: string, name = '') => ({ value, name })
  expect(withoutDoubles([named('a'), named('b', 'B'), named('a', 'A'), named('b', 'other')])).toEqual([
    named('a', 'A'),
    named('b', 'B'),
  ])
})

describe('an answer', () => {
  const events = {
    crm_events: [
      { id: '1', detail: 'older', actual_date: '2020-01-01T00:00:00Z', channel: '' },
      { id: '2', detail: 'newer', actual_date: '2021-01-01T00:00:00Z', deep: { a: [1] } },
    ],
  }

  test('is a table with the columns of all its rows', () => {
    expect(tableOf(events)).toEqual({
      columns: ['detail', 'actual_date', 'channel', 'deep.a', 'id'],
      rows: [
        ['older', '2020-01-01T00:00:00Z', '', '', '1'],
        ['newer', '2021-01-01T00:00:00Z', '', '[1]', '2'],
      ],
      leftOut: 0,
    })
    expect(tableOf({ a: 1, b: { c: 'x' } })).toEqual({
      columns: [],
      rows: [
        ['a', '1'],
        ['b.c', 'x'],
      ],
      leftOut: 0,
    })
  })

  test('has single values before what is deep or wide, which is JSON in one cell', () => {
    const wide = (from: number) => Object.fromEntries(Array.from({ length: 5 }, (_, place) => [`f${from + place}`, 1]))
    const rows: Record<string, unknown>[] = [
      { body: wide(0), way: { a: { b: { c: { d: 1 } } } }, many: [{ e: 1 }], none: null, operation_id: 'o1' },
      { body: wide(5), summary: 's2', way: null, plain: ['x'], constructor: 'own' },
    ]
    expect(tableOf(rows)).toEqual({
      columns: ['operation_id', 'summary', 'none', 'plain', 'constructor', 'body', 'way.a.b', 'many'],
      rows: [
        ['o1', '', 'null', '', '', '{"f0":1,"f1":1,"f2":1,"f3":1,"f4":1}', '{"c":{"d":1}}', '[{"e":1}]'],
        ['', 's2', '', '["x"]', 'own', '{"f5":1,"f6":1,"f7":1,"f8":1,"f9":1}', '', ''],
      ],
      leftOut: 0,
    })
  })

  test('has no more columns than a browser takes, whatever its rows have, and says how many are left out', () => {
    const rows = Array.from({ length: 300 }, (_, place) => ({ name: 'n', [`field_${place}`]: { deep: place } }))
    const table = tableOf(rows)!
    expect(table.columns).toHaveLength(40)
    expect(table.columns[0]).toBe('name')
    expect(table.columns.length + table.leftOut).toBe(301)
    expect(table.rows.every((row) => row.length === 40)).toBe(true)
  })

  test('has long cells whole, to be looked through, which are cut when they are drawn', () => {
    const thing = { text: 'x'.repeat(301), just: 'x'.repeat(300), json: Array(1000).fill(1) }
    const [row] = tableOf([thing])!.rows
    expect(row).toEqual([thing.text, thing.just, JSON.stringify(thing.json)])
    expect(row!.map(cut)).toEqual([`${'x'.repeat(300)}…`, 'x'.repeat(300), `[${'1,'.repeat(149)}1…`])
  })

  test('has what people know a thing by before all else, and its ids last', () => {
    const thing = {
      id: '1',
      bank_id: 'b',
      mobile_phone_number: '9',
      customer_number: '7',
      customer_name: 'Eva',
      scheduled_date: 'd',
    }
    expect(tableOf([thing])?.columns).toEqual([
      'customer_name',
      'customer_number',
      'scheduled_date',
      'mobile_phone_number',
      'id',
      'bank_id',
    ])
  })

  test('is a timeline, newest first', () => {
    expect(hasShapes(events)).toEqual({ table: true, timeline: true })
    expect(timelineOf(events)?.map(({ title }) => title)).toEqual(['newer', 'older'])
    const [event] = timelineOf([
      { id: '1', customer_name: 'Eva', detail: 'asked', actual_date: '2020-01-01T00:00:00Z' },
    ])!
    expect(event).toEqual({ date: '2020-01-01T00:00:00Z', title: 'asked', who: 'Eva', details: [['id', '1']] })
  })

  test.each([[[]], [null], ['text'], [{}], [{ crm_events: [] }], [[1, 2]]])('%j is neither', (json) => {
    expect(timelineOf(json)).toBeNull()
    expect(hasShapes(json)).toEqual({ table: tableOf(json) !== null, timeline: false })
    if (!(json && typeof json === 'object' && 'crm_events' in json)) expect(tableOf(json)).toBeNull()
  })

  test('of JSON is coloured without losing a character', () => {
    const line = '  "a\\"b": [1.5e3, true, null, "x: 1"],'
    expect(
      partsOf(line)
        .map(({ text }) => text)
        .join(''),
    ).toBe(line)
    expect(partsOf(line).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['name', 'number', 'word', 'text']))
  })

  test('that is long is laid out in blocks', () => {
    const text = Array.from({ length: 250 }, (_, line) => String(line)).join('\n')
    expect(blocksOf(text).map((block) => block.length)).toEqual([100, 100, 50])
  })
})

describe('a call as a program makes it', () => {
  const body = '{"legal_name":"O\'Neill $HOME `id` \\"x\\""}'
  const secret = 'eyJ-secret'

  /** What arrives when a snippet is run. */
  async function arrives(run: (url: string) => Promise<unknown>) {
    const received = Promise.withResolvers<{ method?: string; body: string; login?: string }>()
    const server = createServer(async (request, response) => {
      const chunks = await request.toArray()
      response.end('{}')
      received.resolve({
        method: request.method!,
        body: Buffer.concat(chunks).toString(),
        login: request.headers.directlogin as string,
      })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    await run(`http://127.0.0.1:${port}/obp/v1.4.0/banks/gh.29.uk/customer?a=1&b='2'`)
    server.close()
    return received.promise
  }

  test('curl sends it as it is, whatever the shell could do with it', async () => {
    const got = await arrives((url) =>
      promisify(execFile)('bash', ['-c', asCurl({ verb: 'POST', url, headers: [], body })], {
        env: { ...process.env, TOKEN: secret },
      }),
    )
    expect(got).toEqual({ method: 'POST', body, login: `token=${secret}` })
  })

  test('fetch sends it as it is', async () => {
    const got = await arrives((url) =>
      promisify(execFile)(process.execPath, [
        '--input-type=module',
        '-e',
        `const TOKEN = '${secret}'\n${asFetch({ verb: 'PUT', url, headers: [['X-Request-ID', 'a"b']], body })}`,
      ]),
    )
    expect(got).toEqual({ method: 'PUT', body, login: `token=${secret}` })
  })
})

describe('why a call failed', () => {
  const document = {
    roles: [{ role: 'CanCreateCustomer', requires_bank_id: true }],
    request_schema: schema,
    query_parameters: [
      { name: 'limit', example: '10', schema: { type: 'integer', minimum: 1 } },
      { name: 'from_date', example: '2013-01-21T23:08:00.000Z', schema: jsonSchemaOf(date({ en: '', es: '' }).schema) },
    ],
    errors: [
      { code: 'OBP-20006', status: 403, message: 'x', cause: 'It is missing.', fix: 'Ask for it.' },
      { code: 'OBP-30005', status: 400, message: 'x', cause: 'It is taken.', fix: 'Take another.' },
    ],
  } as never
  const rules = {
    json_schema: { type: 'object', required: ['vat'] },
    allowed_authentication_types: ['DirectLogin'],
    untold: [],
  }
  const circumstances = {
    status: 400,
    message: '',
    isSignedIn: true,
    bankId: 'gh.29.uk',
    holds: () => false,
    lackedThen: () => true,
    hasAskedFor: () => false,
    expiryOf: () => undefined,
    query: '',
    body: {},
  }
  const kinds = (changed: Partial<Parameters<typeof reasonsOf>[2]>) =>
    reasonsOf(document, rules, { ...circumstances, ...changed }).map(({ kind }) => kind)

  test.each<[Partial<Parameters<typeof reasonsOf>[2]>, string[]]>([
    [{ status: 401, isSignedIn: false }, ['notSignedIn']],
    [{ status: 401 }, ['signedOut']],
    [{ status: 403 }, ['missingRole']],
    [{ status: 403, hasAskedFor: () => true }, ['pendingRole']],
    [{ status: 403, holds: () => true }, ['unexplained']],
    [{ status: 403, message: 'OBP-20006: …' }, ['missingRole', 'documented']],
    [{ status: 403, message: 'OBP-20006: … CanCreateCustomer …', holds: () => true }, ['rolesHeldNow']],
    [
      { status: 403, message: 'OBP-20006: … CanCreateCustomer …', holds: () => true, lackedThen: () => false },
      ['documented'],
    ],
    [{ status: 403, message: 'OBP-20006: … CanGetUser', holds: () => true }, ['documented']],
    [{ message: 'OBP-09014: …' }, ['ruleBroken']],
    [{ message: 'OBP-09014: …', body: { vat: '1' } }, ['ruleRefuses']],
    [{ message: 'OBP-10001: …', body: { ...(example as object), kyc_status: 'x' } }, ['fieldWrong']],
    [{ message: 'OBP-10001: …', body: undefined }, ['unexplained']],
    [{ message: 'OBP-10016: …', query: 'limit=abc&from_date=yesterday' }, ['queryWrong', 'queryWrong']],
    [{ message: 'OBP-10016: …', query: 'limit=5' }, ['unexplained']],
    [{ message: 'OBP-09016: …', query: 'a=1&b=1&a=2' }, ['queryRepeated']],
    [{ message: 'OBP-30005: …' }, ['documented']],
    [{ message: 'OBP-30006: …' }, ['numberTaken']],
    [{ message: 'OBP-30007: …' }, ['alreadyLinked']],
    [{ status: 404 }, ['noSuchThing']],
    [{ status: 429 }, ['tooMany']],
    [{ status: 503 }, ['away']],
    [{ status: 500 }, ['serverFault']],
  ])('%j', (changed, expected) => {
    expect(kinds(changed)).toEqual(expected)
  })

  describe('where one of several roles is enough', () => {
    const roles = ['CanEnableConsumers', 'CanDisableConsumers'].map((role) => ({ role, requires_bank_id: false }))
    const [enable, disable] = roles.map(({ role }) => role) as [string, string]
    /** @param told the roles that the answer names, @param then those held when it was sent, @param now those since */
    const of = (told: string, then: readonly string[], now: readonly string[], role_rule = 'any') =>
      reasonsOf({ roles, role_rule, errors: [] } as never, rules, {
        ...circumstances,
        status: 403,
        message: `OBP-20006: User is missing one or more roles: ${told}`,
        holds: (role) => now.includes(role),
        lackedThen: (role) => !then.includes(role),
      })

    test('one that came since is enough', () => {
      expect(of(`${enable} or ${disable}`, [], [enable])).toEqual([{ kind: 'rolesHeldNow' }])
      expect(of(`${enable} or ${disable}`, [], [enable], 'all')).toEqual([
        { kind: 'missingRole', role: disable, bankId: '' },
      ])
    })

    test('one that was held when it was sent is not, for its handler asked for the other', () => {
      expect(of(disable, [enable], [enable])).toEqual([{ kind: 'missingRole', role: disable, bankId: '' }])
      expect(of(disable, [enable], [enable, disable])).toEqual([{ kind: 'rolesHeldNow' }])
    })

    test('nor is one that came since and that the handler did not ask for', () => {
      expect(of(disable, [], [enable])).toEqual([{ kind: 'missingRole', role: disable, bankId: '' }])
    })
  })

  test('asks for no role of a bank where the call names none', () => {
    const roles = [
      { role: 'CanCreateEntitlementAtAnyBank', requires_bank_id: false },
      { role: 'CanCreateEntitlementAtOneBank', requires_bank_id: true },
    ]
    const of = (bankId: string) =>
      reasonsOf({ roles, role_rule: 'any', errors: [] } as never, rules, { ...circumstances, status: 403, bankId })
    expect(of('')).toEqual([{ kind: 'missingRole', role: 'CanCreateEntitlementAtAnyBank', bankId: '' }])
    expect(of('gh.29.uk')).toContainEqual({
      kind: 'missingRole',
      role: 'CanCreateEntitlementAtOneBank',
      bankId: 'gh.29.uk',
    })
  })

  test('of a role that was asked for elsewhere is that it is missing here', () => {
    const hasAskedFor = (_role: string, bankId: string) => bankId === 'de.10.de'
    expect(kinds({ status: 403, hasAskedFor })).toEqual(['missingRole'])
    expect(kinds({ status: 403, hasAskedFor, bankId: 'de.10.de' })).toEqual(['pendingRole'])
  })

  test('tells when a role expired, until it is asked for again', () => {
    const lost = { status: 403, expiryOf: () => '2026-01-03T10:00:00Z' }
    expect(reasonsOf(document, rules, { ...circumstances, ...lost })).toMatchObject([
      { kind: 'expiredRole', bankId: 'gh.29.uk', expires: '2026-01-03T10:00:00Z' },
    ])
    expect(kinds({ ...lost, hasAskedFor: () => true })).toEqual(['pendingRole'])
  })

  test.each([
    'OBP-40034: Current request authentication type is illegal.  allowed authentication types: [DirectLogin, DAuth], current request auth type: OAuth2_OIDC',
    'OBP-40034: El tipo de autenticación de la petición no está permitido.  tipos de autenticación permitidos: [DirectLogin, DAuth], tipo de la petición actual: OAuth2_OIDC',
  ])('tells the ways in that are allowed by the answer, whatever the page knew: %s', (message) => {
    expect(
      reasonsOf(document, { ...rules, allowed_authentication_types: null }, { ...circumstances, message }),
    ).toEqual([{ kind: 'wayNotAllowed', allowed: 'DirectLogin, DAuth', current: 'OAuth2_OIDC' }])
  })

  test('names the parameter of the query, and what is expected of it', () => {
    const message = 'OBP-10016: …'
    expect(reasonsOf(document, rules, { ...circumstances, message, query: 'limit=-1&other=x' })).toEqual([
      {
        kind: 'queryWrong',
        problem: { name: 'limit', value: '-1', expected: { kind: 'integer', least: 1, most: 2_147_483_647 } },
      },
    ])
  })
})

describe('the roles to ask for in one step', () => {
  const roles = [
    { role: 'CanCreateCustomer', requires_bank_id: true },
    { role: 'CanCreateUserCustomerLink', requires_bank_id: true },
    { role: 'CanGetAnyUser', requires_bank_id: false },
  ]
  const none = { holds: () => false, hasAskedFor: () => false }
  const session = { isSignedIn: true, banks: [{ id: 'gh.29.uk', name: '' }], roles: none }
  const named = (
    changed: Partial<Parameters<typeof rolesToAskFor>[2]>,
    { bankId = 'gh.29.uk', role_rule = 'all' as 'all' | 'any' } = {},
  ) => rolesToAskFor({ roles, role_rule } as never, bankId, { ...session, ...changed }).map(({ role }) => role)

  test('are those that are neither held nor asked for at the bank', () => {
    expect(rolesToAskFor({ roles, role_rule: 'all' } as never, 'gh.29.uk', session)).toEqual([
      { role: 'CanCreateCustomer', bankId: 'gh.29.uk' },
      { role: 'CanCreateUserCustomerLink', bankId: 'gh.29.uk' },
      { role: 'CanGetAnyUser', bankId: '' },
    ])
    const holds = (role: string, bankId = '') => role === 'CanCreateCustomer' && bankId === 'gh.29.uk'
    const hasAskedFor = (role: string, bankId: string) =>
      (role === 'CanGetAnyUser' && bankId === '') || (role === 'CanCreateUserCustomerLink' && bankId === 'de.10.de')
    expect(named({ roles: { holds, hasAskedFor } })).toEqual(['CanCreateUserCustomerLink'])
  })

  test('are none where one of them is enough, or nobody is signed in, and none of a bank that does not exist', () => {
    expect(named({}, { role_rule: 'any' })).toEqual([])
    expect(named({ isSignedIn: false })).toEqual([])
    expect(named({}, { bankId: 'there.is.none' })).toEqual(['CanGetAnyUser'])
  })
})

test.each([
  ['5987953', 7],
  ['0012345678', 10],
  ['A-1', 7],
  ['', 7],
  ['9'.repeat(50), 15],
])('in place of the number %s comes another of %i digits', (taken, length) => {
  const number = freshNumber(taken)
  expect(number).toMatch(/^[1-9]\d+$/)
  expect(number).toHaveLength(length)
  expect(freshNumber(taken)).not.toBe(number)
})
