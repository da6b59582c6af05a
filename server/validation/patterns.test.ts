/** Patterns of schemas that a backtracking engine would try for ages: in a process of its own, for it would hang. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FicheroProcess, newDataDirectory, startProcess } from '../testing/process.ts'

let directory: Awaited<ReturnType<typeof newDataDirectory>>
let fichero: FicheroProcess
let token: string

beforeAll(async () => {
  directory = await newDataDirectory()
  fichero = await startProcess({
    DATA_DIR: directory.path,
    ADMIN_USERNAME: 'administrator',
    ADMIN_PASSWORD: 'Correct-horse-1',
    ADMIN_CONSUMER_KEY: 'patterns',
  })
  const header = 'username=administrator,password=Correct-horse-1,consumer_key=patterns'
  token = (await send('POST', '/my/logins/direct', undefined, { DirectLogin: header })).body.token
  const { user_id: userId } = (await send('GET', '/obp/v4.0.0/users/current')).body
  for (const role_name of ['CanCreateJsonSchemaValidation', 'CanDeleteJsonSchemaValidation'])
    await send('POST', `/obp/v4.0.0/users/${userId}/entitlements`, { bank_id: '', role_name })
})
afterAll(async () => {
  // one that hangs hears no other signal
  await fichero.end('SIGKILL')
  await directory.remove()
})

const patience = 10_000

async function send(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
  const answer = await fetch(fichero.url + path, {
    method,
    headers: { 'Content-Type': 'application/json', ...(token && { DirectLogin: `token=${token}` }), ...headers },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(patience),
  })
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) }
}

const rule = '/obp/v4.0.0/management/json-schema-validations/OBPv2.0.0-createUser'
const schema = (properties: object, more: object = {}) => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'T',
  description: 'D',
  type: 'object',
  required: [],
  properties,
  ...more,
})
// V8 would try some 2 ** 40 ways
const long = 'a'.repeat(40)

test.each([
  ['pattern', schema({ username: { type: 'string', pattern: '^(a+)+$' } }), { username: `${long}!` }],
  ['pattern', schema({ username: { type: 'string', pattern: '^(a|aa)+$' } }), { username: `${long}${long}!` }],
  [
    'patternProperties',
    schema({}, { patternProperties: { '^(a+)+$': false }, additionalProperties: false }),
    { [`${long}!`]: 1 },
  ],
])('%s: the call is answered, and so are others meanwhile', async (_where, json, body) => {
  expect((await send('POST', rule, json)).status).toBe(201)
  const [refused, other] = await Promise.all([
    send('POST', '/obp/v4.0.0/users', body),
    send('GET', '/obp/v4.0.0/users/current'),
  ])
  expect(refused.body).toMatchObject({ code: 400, message: expect.stringMatching(/^OBP-09014: /) })
  expect(other.status).toBe(200)
  expect((await send('DELETE', rule)).status).toBe(200)
})
