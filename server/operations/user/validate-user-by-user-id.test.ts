import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditOf } from '../../testing/audit.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { origin, startTestServer, type TestServer, testPassword } from '../../testing/server.ts'
import { validateUserByUserId } from './validate-user-by-user-id.ts'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer({ usersNeedValidation: true })
  token = (await server.user({ '': ['CanValidateUser'] })).token
})
afterAll(() => server.close())

const validate = (userId: string, as?: string) =>
  server.call(`/obp/v5.1.0/management/users/${userId}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    ...(as && { token: as }),
  })
const logIn = (username: string) =>
  server.call('/my/logins/direct', {
    method: 'POST',
    headers: { DirectLogin: `username=${username},password=${testPassword},consumer_key=test-consumer` },
  })
async function signUp(username: string): Promise<string> {
  const { body } = await server.call('/obp/v2.0.0/users', {
    body: { email: 'new@example.com', username, password: testPassword, first_name: 'New', last_name: 'User' },
  })
  return body.user_id
}

describe('validateUserByUserId', () => {
  test('200: who signed up can log in from then on, and the audit trail tells of it once', async () => {
    const userId = await signUp('newcomer.one')
    expect((await logIn('newcomer.one')).status).toBe(401)
    const answers = await Promise.all([validate(userId, token), validate(userId, token)])
    for (const answer of answers) {
      expectDeclared(answer, validateUserByUserId, 200)
      expect(answer.body).toEqual({ is_validated: true })
    }
    expect((await logIn('newcomer.one')).status).toBe(201)
    expect((await auditOf(server, 'app_user', userId)).map(({ change }) => change)).toEqual([
      { created: expect.anything() },
      { updated: { is_validated: true } },
    ])
  })

  test('others who signed up are not validated by it', async () => {
    const [one] = [await signUp('newcomer.two'), await signUp('newcomer.three')]
    await validate(one, token)
    expect((await logIn('newcomer.three')).status).toBe(401)
  })

  test('401 without a login, 403 without the role, 400 OBP-20057 for an unknown or a deleted user', async () => {
    const user = await server.user({ 'gh.29.uk': ['CanValidateUser'] })
    const gone = await server.user()
    await server.services.userDirectory.delete(origin, gone.userId)
    for (const [answer, status, text] of [
      [await validate(user.userId), 401, /^OBP-20001: /],
      [await validate(user.userId, user.token), 403, /^OBP-20006: User is missing one or more roles: CanValidateUser$/],
      [await validate('nobody', token), 400, /^OBP-20057: User not found by userId\. Current UserId\(nobody\)$/],
      [await validate(gone.userId, token), 400, /^OBP-20057: /],
    ] as const)
      expect([answer.status, answer.body.message]).toEqual([status, expect.stringMatching(text)])
  })
})
