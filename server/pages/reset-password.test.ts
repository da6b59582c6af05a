import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditOf } from '../testing/audit.ts'
import { browsing, words } from '../testing/pages.ts'
import { origin, startTestServer, type TestServer, testPassword } from '../testing/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const fresh = 'Sehr-gut-77'
const pathOf = (token: string) => `/user_mgt/reset_password/${token}`
const { send, logIn } = browsing(() => server)
async function forgetful() {
  const user = await server.user()
  const secret = (await server.services.passwordResets.create(origin, user.userId))!
  return { ...user, secret, path: pathOf(secret) }
}

describe('choosing a password at the address of an administrator', () => {
  test('the page says whose it is, in the language that is asked for, and links to the other one', async () => {
    const { path, username, secret } = await forgetful()
    for (const [query, title, tag] of [
      ['', 'Choose a new password', 'en-GB'],
      ['?locale=es_ES', 'Elegir una contraseña nueva', 'es-ES'],
    ] as const) {
      const page = await server.call(path + query)
      expect(page.status).toBe(200)
      expect(page.text).toContain(`<h1>${title}</h1>`)
      expect(page.text).toContain(`<html lang="${tag}">`)
      expect(page.text).toContain(`autocomplete="username" readonly value="${username}"`)
      expect(page.text).toMatch(/<input id="new_password"[^>]* type="password" autocomplete="new-password"/)
      for (const name of ['username', 'new_password']) expect(page.text).toContain(`<label for="${name}">`)
      // it is not repeated where somebody could copy it from
      expect(page.text).not.toContain(secret)
    }
    expect((await server.call(path)).text).toContain('href="?locale=es_ES">Español</a>')
  })

  test('it runs nothing, keeps no cookie, is not stored, and tells its address to nobody', async () => {
    const { path } = await forgetful()
    for (const { headers, text } of [await server.call(path), await server.call(pathOf('nonsense'))]) {
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; .*form-action 'self'; frame-anc/)
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cache-control')).toContain('no-store')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('set-cookie')).toBeNull()
      expect(text).not.toContain('<script')
    }
  })

  test('looking at it, however often, does not use it up; 200 with a password, once', async () => {
    const { path, username, token, userId } = await forgetful()
    for (let turn = 0; turn < 3; turn++) expect((await server.call(path)).status).toBe(200)
    const page = await send(path, { new_password: fresh })
    expect([page.status, words(page.text)]).toEqual([200, expect.stringContaining('Your password is changed')])
    expect((await logIn(username, testPassword)).status).toBe(401)
    expect((await logIn(username, fresh)).status).toBe(201)
    expect((await server.call('/obp/v3.0.0/users/current', { token })).status).toBe(401)
    expect((await auditOf(server, 'app_user', userId)).at(-1)).toMatchObject({
      operation_id: 'resetPasswordPage',
      user_id: null,
      change: { updated: { password: '(secret)' } },
    })
    for (const again of [await server.call(path), await send(path, { new_password: 'Another-good-8' })])
      expect([again.status, words(again.text)]).toEqual([400, expect.stringContaining('This link cannot be used')])
    expect((await logIn(username, fresh)).status).toBe(201)
  })

  test('the same words for one that never was, was used, or has expired', async () => {
    const [used, late] = [await forgetful(), await forgetful()]
    await send(used.path, { new_password: fresh })
    await server.storage.pool.query('update password_reset set expires_at = now() where user_id = $1', [late.userId])
    const pages = await Promise.all(
      [pathOf('nonsense'), pathOf('%00'), used.path, late.path].flatMap((path) => [
        server.call(`${path}?locale=es_ES`),
        send(`${path}?locale=es_ES`, { new_password: fresh }),
      ]),
    )
    expect(pages.map(({ status }) => status)).toEqual(Array(8).fill(400))
    expect(new Set(pages.map(({ text }) => text)).size).toBe(1)
    expect(words(pages[0]!.text)).toContain('Este enlace no se puede usar')
    expect((await logIn(late.username, testPassword)).status).toBe(201)
  })

  test.each([
    ['weak', 'Your password should EITHER', 'La contraseña debe O BIEN'],
    ['', 'Your password should EITHER', 'La contraseña debe O BIEN'],
    ['P@ssw0rd123!', 'It is one of those that are tried first', 'Es una de las que se prueban primero'],
    ['Fichero-2029-x', 'It must not hold the user name', 'No debe contener el nombre de usuario'],
  ])('400 for the password %j, and the address stays good', async (new_password, english, spanish) => {
    const { path, username } = await forgetful()
    const page = await send(path, { new_password })
    expect([page.status, words(page.text)]).toEqual([400, expect.stringContaining(english)])
    expect(page.text).toMatch(/id="new_password"[^>]*aria-describedby="[^"]*error"[^>]*aria-invalid="true"/)
    if (new_password) expect(page.text).not.toContain(new_password)
    expect(words((await send(`${path}?locale=es_ES`, { new_password })).text)).toContain(spanish)
    expect((await logIn(username, testPassword)).status).toBe(201)
    expect((await send(path, { new_password: fresh })).status).toBe(200)
  })

  test('of five uses at once one works', async () => {
    const { path } = await forgetful()
    const pages = await Promise.all(
      Array.from({ length: 5 }, (_, turn) => send(path, { new_password: `Sehr-gut-${turn}7` })),
    )
    expect(pages.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400, 400])
  })

  test.each<Record<string, string>>([
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': '', Origin: 'https://evil.example' },
  ])('a form from elsewhere (%o) is refused before anything is done', async (headers) => {
    const { path, username } = await forgetful()
    expect((await send(path, { new_password: fresh }, headers)).status).toBe(403)
    expect((await logIn(username, testPassword)).status).toBe(201)
  })

  test('other verbs are 405, and the address is in no row of the metrics', async () => {
    const { path, secret } = await forgetful()
    await server.call(path)
    const answer = await server.call(path, { method: 'PUT', body: {} })
    expect(answer.status).toBe(405)
    await server.services.metrics.flush()
    const { rows } = await server.storage.pool.query('select m::text as row, url from metric m')
    expect(rows.map(({ url }) => url)).toContain('/user_mgt/reset_password/TOKEN')
    expect(JSON.stringify(rows)).not.toContain(secret)
  })

  test('429 where an address has tried too many, good ones too', async () => {
    const strict = await startTestServer({ failedLoginsPerMinute: 2 })
    try {
      const { userId } = await strict.user()
      const good = pathOf((await strict.services.passwordResets.create(origin, userId))!)
      expect((await strict.call(good)).status).toBe(200)
      for (let turn = 0; turn < 2; turn++) expect((await strict.call(pathOf('nonsense'))).status).toBe(400)
      for (const path of [pathOf('nonsense'), good]) {
        const page = await strict.call(path)
        expect([page.status, page.headers.get('retry-after')]).toEqual([429, expect.stringMatching(/^\d+$/)])
        expect(words(page.text)).toContain('Please try again later')
      }
    } finally {
      await strict.close()
    }
  })
})
