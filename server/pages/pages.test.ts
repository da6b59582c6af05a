/** The pages for signing up, for passwords and for registering an application, as a browser without scripts meets them. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditOf, testConsumerId } from '../testing/audit.ts'
import { insertConsumer } from '../testing/consumers.ts'
import { browsing, words } from '../testing/pages.ts'
import { startTestServer, type TestServer, testPassword } from '../testing/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const open = (path: string, headers: Record<string, string> = {}) => server.call(path, { headers })
const { send, logIn } = browsing(() => server)
const strong = 'Tidewater-2029'
const newcomer = () => ({
  first_name: 'Vera',
  last_name: 'O’Neill',
  email: 'vera@example.com',
  username: `vera_${randomUUID().slice(0, 8)}`,
  password: strong,
})
const application = (login: { username: string; password: string }) => ({
  app_name: 'Branch desk',
  app_type: 'Confidential',
  description: 'What the branch works with',
  developer_email: 'vera@example.com',
  company: '',
  redirect_url: 'https://desk.example.com/callback',
  ...login,
})
const developer = async (roles: Parameters<TestServer['user']>[0] = {}) => {
  const { username, userId } = await server.user(roles)
  return { login: { username, password: testPassword }, userId }
}

describe.each([
  ['/user_mgt/sign_up', 'Sign up', 'Darse de alta'],
  ['/consumer-registration', 'Register an application', 'Registrar una aplicación'],
  ['/user_mgt/change_password', 'Change your password', 'Cambiar la contraseña'],
  ['/user_mgt/applications', 'Applications that act for you', 'Aplicaciones que actúan en su nombre'],
])('%s', (path, english, spanish) => {
  test('is a page without scripts, in the language that is asked for, and links to the other one', async () => {
    const page = await open(path)
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.text).toContain(`<h1>${english}</h1>`)
    expect(page.text).toContain('<html lang="en-GB">')
    expect(page.text).toMatch(/<a lang="es-ES" hreflang="es-ES" href="\?locale=es_ES">Español<\/a>/)
    expect(page.text).not.toContain('<script')
    for (const asked of [await open(`${path}?locale=es_ES`), await open(path, { 'Accept-Language': 'es-MX,en' })]) {
      expect(asked.text).toContain(`<h1>${spanish}</h1>`)
      expect(asked.text).toContain('<html lang="es-ES">')
    }
    // what the URL says comes before what the browser prefers
    expect((await open(`${path}?locale=en_GB`, { 'Accept-Language': 'es' })).text).toContain(english)
  })

  test('cannot be framed, runs nothing, keeps no cookie and is not stored', async () => {
    const { headers } = await open(path)
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'$/,
    )
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('cache-control')).toContain('no-store')
    expect(headers.get('set-cookie')).toBeNull()
  })

  test('every field has its label, and what a browser may fill in', async () => {
    const { text } = await open(path)
    const names = [...text.matchAll(/<(?:input|select)[^>]* id="([^"]+)"/g)].map(([, name]) => name!)
    expect(names.length).toBeGreaterThan(1)
    for (const name of names) expect(text).toContain(`<label for="${name}">`)
    expect([...text.matchAll(/<input /g)]).toHaveLength([...text.matchAll(/<input [^>]*autocomplete="/g)].length)
  })

  test.each<Record<string, string>>([
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': '', Origin: 'https://evil.example' },
  ])('a form from elsewhere (%o) is refused before anything is done', async (headers) => {
    const { login } = await developer()
    const fields = {
      '/user_mgt/sign_up': newcomer(),
      '/consumer-registration': application(login),
      '/user_mgt/change_password': { ...login, new_password: strong },
      '/user_mgt/applications': { ...login, decision: 'withdraw', consumer_id: await testConsumerId(server) },
    }[path]!
    const before = await server.storage.pool.query('select count(*) from audit_event')
    const page = await send(path, fields, headers)
    expect(page.status).toBe(403)
    expect(words(page.text)).toContain('This form did not come from this page')
    expect((await server.storage.pool.query('select count(*) from audit_event')).rows).toEqual(before.rows)
  })

  test('other verbs are 405', async () => {
    const answer = await server.call(path, { method: 'PUT', body: {} })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS, POST'])
  })
})

describe('signing up', () => {
  const path = '/user_mgt/sign_up'

  test('201, and the newcomer can log in', async () => {
    const fields = newcomer()
    const page = await send(path, fields)
    expect(page.status).toBe(201)
    expect(words(page.text)).toContain(`You can log in now, as ${fields.username}.`)
    expect(page.text).not.toContain(strong)
    expect((await logIn(fields.username, strong)).status).toBe(201)
    const [user] = await server.services.userDirectory.find({ username: fields.username, isDeleted: false })
    expect(user).toMatchObject({ firstName: 'Vera', lastName: 'O’Neill', email: 'vera@example.com' })
    expect(await auditOf(server, 'app_user', user!.userId)).toMatchObject([{ operation_id: 'signUpPage' }])
  })

  test('the newcomer is led on to the place that they came from, in another language too, and to no other server', async () => {
    const place = '/operations/OBPv1.4.0-addCustomer?version=v1.4.0&locale=es_ES#roles'
    const query = `?${new URLSearchParams({ locale: 'es_ES', return_to: place })}`
    const form = await server.call(path + query)
    const attributes = (text: string, name: string) =>
      [...text.matchAll(new RegExp(`${name}="([^"]*)"`, 'g'))].map(([, value]) => value!.replaceAll('&amp;', '&'))
    expect(attributes(form.text, 'action')).toEqual([query])
    expect(attributes(form.text, 'href')).toEqual([query.replace('es_ES', 'en_GB')])
    const done = await send(path + query, newcomer())
    expect(attributes(done.text, 'href')).toEqual([place])
    expect(words(done.text)).toContain('Continuar')
    for (const elsewhere of [
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      '/..//evil.example',
      '/.//evil.example',
      '/a/..//evil.example/x',
      '/%2e%2e//evil.example',
      'https://evil.example/',
      'x',
    ])
      expect((await send(`${path}?${new URLSearchParams({ return_to: elsewhere })}`, newcomer())).text).not.toMatch(
        /evil|"x"/,
      )
  })

  test('who came from nowhere is led to the Explorer where there is one', async () => {
    const servers = [true, false].map((explorer) => startTestServer({ explorer }))
    const [explored, bare] = (await Promise.all(servers)) as [TestServer, TestServer]
    try {
      const done = async (at: TestServer) => (await send(path, newcomer(), {}, at)).text
      expect(await done(explored)).toContain('<a href="/?locale=en_GB">To the API Explorer</a>')
      expect(await done(bare)).toContain('Go back to the application')
      expect(await done(bare)).not.toContain('<a ')
    } finally {
      await explored.close()
      await bare.close()
    }
  })

  test('where users need validation the page says so', async () => {
    const strict = await startTestServer({ usersNeedValidation: true })
    try {
      const page = await send(`${path}?locale=es_ES`, newcomer(), {}, strict)
      expect(words(page.text)).toContain('en cuanto un administrador haya validado su cuenta')
    } finally {
      await strict.close()
    }
  })

  test.each([
    ['first_name', '', 400, 'First name must be a text of 1 to 100 characters.', 'Nombre debe ser un texto de 1 a 100'],
    ['last_name', 'x'.repeat(101), 400, 'Last name must be a text of', 'Apellidos debe ser un texto de'],
    ['last_name', 'a\0b', 400, 'Last name holds a character', 'Apellidos contiene un carácter'],
    ['email', 'nowhere', 400, 'E-mail address must be an e-mail', 'Correo electrónico debe ser una dirección'],
    [
      'username',
      'short',
      400,
      'User name must be an e-mail address of letters',
      'Nombre de usuario debe ser una dirección',
    ],
    [
      'password',
      'P@ssw0rd123!',
      400,
      'It is one of those that are tried first',
      'Es una de las que se prueban primero',
    ],
    ['password', 'Xx-vera-2029', 400, 'It must not hold the user name, the e-mail', 'No debe contener'],
    [
      'password',
      'weak',
      400,
      'Your password should EITHER be at least 10 characters long',
      'La contraseña debe O BIEN tener',
    ],
  ])('%s=%j is shown to be wrong, in both languages', async (name, value, status, english, spanish) => {
    const fields = { ...newcomer(), [name]: value }
    const page = await send(path, fields)
    expect(page.status).toBe(status)
    expect(words(page.text)).toContain(english)
    expect(page.text).toMatch(new RegExp(`id="${name}"[^>]*aria-describedby="[^"]*error"[^>]*aria-invalid="true"`))
    // what was typed is still there, but for the password
    expect(page.text).toContain('value="Vera"'.replace('Vera', name === 'first_name' ? '' : 'Vera'))
    expect(page.text).not.toContain(fields.password)
    expect(words((await send(`${path}?locale=es_ES`, fields)).text)).toContain(spanish)
    expect(await server.services.userDirectory.find({ username: fields.username, isDeleted: null })).toEqual([])
  })

  test('what is typed is text, not HTML', async () => {
    const page = await send(path, { ...newcomer(), email: '"><script>alert(1)</script>' })
    expect(page.text).not.toContain('<script')
    expect(page.text).toContain('value="&quot;&gt;&lt;script&gt;')
  })

  test('409 for a taken name; of two at once one is signed up', async () => {
    const fields = newcomer()
    const answers = await Promise.all([send(path, fields), send(path, fields)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    const taken = answers.find(({ status }) => status === 409)!
    expect(words(taken.text)).toContain('Please choose another username.')
    expect(taken.text).toMatch(/id="username"[^>]*aria-invalid="true"/)
  })

  test.each([
    ['en_GB', ['First name must', 'Last name must', 'E-mail address must', 'User name must', 'Your password should']],
    [
      'es_ES',
      ['Nombre debe', 'Apellidos debe', 'Correo electrónico debe', 'Nombre de usuario debe', 'La contraseña debe'],
    ],
  ])('an empty form is told all that is wrong, in the order of its fields: %s', async (locale, beginnings) => {
    const { text } = await send(`${path}?locale=${locale}`, {})
    const said = words(text)
    const places = beginnings.map((beginning) => said.indexOf(beginning))
    expect(Math.min(...places)).toBeGreaterThan(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    for (const name of Object.keys(newcomer())) {
      expect(text).toMatch(new RegExp(`id="${name}"[^>]*aria-describedby="[^"]*${name}-error"[^>]*aria-invalid="true"`))
      expect(text).toContain(`<p id="${name}-error">`)
    }
  })

  test('an empty form, and one that is none', async () => {
    expect((await send(path, {})).status).toBe(400)
    const answer = await server.call(path, {
      method: 'POST',
      body: 'nonsense',
      headers: { 'Content-Type': 'text/plain' },
    })
    expect(answer.status).toBe(400)
  })

  test('429 where an address has had its share of sign-ups', async () => {
    const strict = await startTestServer({ signUpsPerHour: 2 })
    try {
      const statuses = []
      for (let turn = 0; turn < 3; turn++) statuses.push((await send(path, newcomer(), {}, strict)).status)
      expect(statuses).toEqual([201, 201, 429])
    } finally {
      await strict.close()
    }
  })
})

describe('changing a password', () => {
  const path = '/user_mgt/change_password'

  test('200: the new one counts, the old one and every login do not', async () => {
    const { username, token, userId } = await server.user()
    const page = await send(path, { username, password: testPassword, new_password: strong })
    expect(page.status).toBe(200)
    expect(words(page.text)).toContain('Your password is changed')
    expect((await logIn(username, testPassword)).status).toBe(401)
    expect((await logIn(username, strong)).status).toBe(201)
    expect((await server.call('/obp/v3.0.0/users/current', { token })).status).toBe(401)
    expect((await auditOf(server, 'app_user', userId)).at(-1)).toMatchObject({
      operation_id: 'changePasswordPage',
      user_id: userId,
      change: { updated: { password: '(secret)' } },
    })
  })

  test('a wrong password and an unknown name get the same words, and count towards the lock', async () => {
    const { username } = await server.user()
    const wrong = await send(path, { username, password: 'Wrong-horse-1', new_password: strong })
    const unknown = await send(path, { username: 'nobody.here', password: 'Wrong-horse-1', new_password: strong })
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    expect(wrong.text.replaceAll(username, '')).toBe(unknown.text.replaceAll('nobody.here', ''))
    expect(await server.services.userDirectory.find({ username, isDeleted: false })).toMatchObject([
      { wrongPasswords: 1 },
    ])
  })

  test.each([
    ['weak', 'Your password should EITHER', 'La contraseña debe O BIEN'],
    ['', 'Your password should EITHER', 'La contraseña debe O BIEN'],
    ['P@ssw0rd123!', 'It is one of those that are tried first', 'Es una de las que se prueban primero'],
    ['Fichero-2029-x', 'It must not hold the user name', 'No debe contener el nombre de usuario'],
  ])('400 for the new password %j, and the old one stays', async (new_password, english, spanish) => {
    const { username } = await server.user()
    const fields = { username, password: testPassword, new_password }
    const page = await send(path, fields)
    expect([page.status, words(page.text)]).toEqual([400, expect.stringContaining(english)])
    expect(page.text).toMatch(/id="new_password"[^>]*aria-invalid="true"/)
    expect(page.text).toContain(`value="${username}"`)
    expect(words((await send(`${path}?locale=es_ES`, fields)).text)).toContain(spanish)
    expect((await logIn(username, testPassword)).status).toBe(201)
  })

  test.each([
    ['en_GB', 'The user name, the password or the code is wrong. Invalid Password Format. Your'],
    ['es_ES', 'El nombre de usuario, la contraseña o el código no son correctos. Formato de contraseña no válido. La'],
  ])('a wrong password and a weak new one are told at once, whoever has the name: %s', async (locale, said) => {
    const { username } = await server.user()
    const told = async (name: string) => {
      const fields = { username: name, password: 'Wrong-horse-1', new_password: 'weak' }
      const page = await send(`${path}?locale=${locale}`, fields)
      expect([page.status, words(page.text)]).toEqual([401, expect.stringContaining(said)])
      expect(page.text).toMatch(/id="password"[^>]*aria-describedby="error"[^>]*aria-invalid="true"/)
      expect(page.text).toMatch(/id="new_password"[^>]*aria-describedby="[^"]*new_password-error"[^>]*aria-invalid/)
      expect(page.text.match(/ id="error"/g)).toHaveLength(1)
      return page.text.replaceAll(name, '')
    }
    expect(await told(username)).toBe(await told('nobody.here'))
  })

  test('of two at once one changes it', async () => {
    const { username } = await server.user()
    const answers = await Promise.all(
      [strong, 'Tidewater-2030'].map((new_password) => send(path, { username, password: testPassword, new_password })),
    )
    const changed = answers.filter(({ status }) => status === 200)
    expect(changed).toHaveLength(1)
    expect([401, 409]).toContain(answers.find(({ status }) => status !== 200)!.status)
  })
})

test('the metrics tell whose calls of a page were, once that is known, and of nobody where the password was wrong', async () => {
  const { login, userId } = await developer()
  const fields = newcomer()
  const change = { ...login, new_password: strong }
  await send('/user_mgt/sign_up', fields)
  await send('/consumer-registration', application(login))
  await send('/user_mgt/applications', login)
  await send('/user_mgt/change_password', { ...change, password: 'Wrong-horse-1' })
  await send('/user_mgt/change_password', change)
  const [signedUp] = await server.services.userDirectory.find({ username: fields.username, isDeleted: false })
  await server.services.metrics.flush()
  const { rows } = await server.storage.pool.query(
    `select operation_id, status from metric where user_id = any($1) and operation_id like '%Page' order by called_at`,
    [[userId, signedUp!.userId]],
  )
  expect(rows).toEqual([
    { operation_id: 'signUpPage', status: 201 },
    { operation_id: 'registerConsumerPage', status: 201 },
    { operation_id: 'applicationsPage', status: 200 },
    { operation_id: 'changePasswordPage', status: 200 },
  ])
})

describe('the applications that act for a user', () => {
  const path = '/user_mgt/applications'
  const show = (username: string, more: Record<string, string> = {}, at = path) =>
    send(at, { username, password: testPassword, decision: 'show', ...more })

  test('are shown with where they lead and since when, in both languages, and one is withdrawn', async () => {
    const { username, token, userId } = await server.user()
    await insertConsumer(server, 'desk', { app_name: 'Desk <b>', redirect_url: 'https://desk.example.com/callback' })
    const there = (await logIn(username, testPassword, { key: 'key-of-desk' })).body.token
    await server.storage.pool.query(
      `update login_token set created_at = '2026-03-09T10:00:00Z' where consumer_id = 'desk'`,
    )
    const page = await show(username)
    expect(page.status).toBe(200)
    expect(words(page.text)).toContain('Desk &lt;b&gt; since 9 March 2026 It leads back to https://desk.example.com')
    expect(words((await show(username, {}, `${path}?locale=es_ES`)).text)).toContain('desde el 9 de marzo de 2026')
    const withdraw = { decision: 'withdraw', consumer_id: 'desk' }
    // the password again
    expect((await show(username, { ...withdraw, password: 'Wrong-horse-1' })).status).toBe(401)
    expect((await server.call('/obp/v3.0.0/users/current', { token: there })).status).toBe(200)
    const done = await show(username, withdraw)
    expect([done.status, words(done.text)]).toEqual([200, expect.stringContaining('The access is withdrawn')])
    expect(words(done.text)).not.toContain('Desk')
    expect((await server.call('/obp/v3.0.0/users/current', { token: there })).status).toBe(401)
    expect((await server.call('/obp/v3.0.0/users/current', { token })).status).toBe(200)
    expect(await auditOf(server, 'authorized_application', 'desk')).toMatchObject([
      { operation_id: 'applicationsPage', user_id: userId, change: { deleted: { user_id: userId } } },
    ])
  })

  test('where there are none, the page says so', async () => {
    const { username, userId } = await server.user()
    await server.services.userDirectory.endLogins(
      { operationId: 'test', correlationId: '', userId, consumerId: null },
      userId,
    )
    expect(words((await show(username)).text)).toContain('No application may act for you')
  })

  test.each(['', '\0'])('400 where none is chosen (%j)', async (consumer_id) => {
    const { username } = await server.user()
    const page = await show(username, { decision: 'withdraw', consumer_id })
    expect([page.status, words(page.text)]).toEqual([400, expect.stringContaining('Choose an application.')])
  })

  test('a wrong password and an unknown name get the same words, and nothing is shown', async () => {
    const { username } = await server.user()
    const wrong = await show(username, { password: 'Wrong-horse-1' })
    const unknown = await show('nobody.here', { password: 'Wrong-horse-1' })
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    expect(wrong.text.replaceAll(username, '')).toBe(unknown.text.replaceAll('nobody.here', ''))
    expect(wrong.text).not.toContain('type="radio"')
  })
})

describe('registering an application', () => {
  const path = '/consumer-registration'
  const shown = (text: string, id: string) => new RegExp(`id="${id}">([^<]+)<`).exec(text)![1]!

  test('201 with key and secret; it works once an administrator has enabled it', async () => {
    const { login, userId } = await developer()
    const page = await send(path, application(login))
    expect(page.status).toBe(201)
    expect(words(page.text)).toContain('An administrator has to enable the application')
    const [id, key, secret] = ['consumer-id', 'consumer-key', 'consumer-secret'].map((each) => shown(page.text, each))
    const consumer = await server.services.consumers.withKey(key!)
    expect(consumer).toMatchObject({
      consumer_id: id,
      consumer_secret: secret,
      app_name: 'Branch desk',
      created_by_user_id: userId,
      is_active: false,
      redirect_url: 'https://desk.example.com/callback',
    })
    expect((await logIn(login.username, testPassword, { key })).status).toBe(401)
    await server.services.consumers.setActive(
      { operationId: 'test', correlationId: '', userId, consumerId: null },
      id!,
      true,
    )
    expect((await logIn(login.username, testPassword, { key })).status).toBe(201)
    expect(JSON.stringify(await auditOf(server, 'consumer', id!))).not.toContain(secret)
  })

  test('a public application is told of no client secret', async () => {
    const { login } = await developer()
    const fields = application(login)
    const said = async (app_type: string) => words((await send(path, { ...fields, app_type })).text)
    expect(await said('Confidential')).toContain('also the client secret')
    const publicly = await said('Public')
    expect(publicly).toContain('With OpenID Connect it needs no secret')
    expect(publicly).not.toContain('client secret')
  })

  test('201 and enabled for who may enable consumers', async () => {
    const { login } = await developer({ '': ['CanEnableConsumers'] })
    const page = await send(path, application(login))
    expect(words(page.text)).not.toContain('An administrator')
    expect((await logIn(login.username, testPassword, { key: shown(page.text, 'consumer-key') })).status).toBe(201)
  })

  test('a wrong password and an unknown name get the same words, and register nothing', async () => {
    const { login } = await developer()
    const wrong = await send(path, application({ ...login, password: 'Wrong-horse-1' }))
    const unknown = await send(path, application({ username: 'nobody.here', password: 'Wrong-horse-1' }))
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    expect(wrong.text.replaceAll(login.username, '')).toBe(unknown.text.replaceAll('nobody.here', ''))
    expect(wrong.text).toContain('value="Branch desk"')
    expect(wrong.text).not.toContain('Wrong-horse-1')
  })

  test.each([
    ['app_name', 'ab', 'Name must be a text of 3 to 100 characters.', 'Nombre debe ser un texto de 3 a 100'],
    ['description', '', 'Description must be', 'Descripción debe ser'],
    [
      'developer_email',
      'nowhere',
      'E-mail address of the developer must be',
      'Correo electrónico del desarrollador debe',
    ],
    ['redirect_url', 'javascript:alert(1)', 'Redirect URL must be', 'URL de redirección debe ser'],
  ])('%s=%j is shown to be wrong, in both languages, whoever calls', async (name, value, english, spanish) => {
    const fields = { ...application({ username: 'nobody.here', password: 'x' }), [name]: value }
    const page = await send(path, fields)
    expect(page.status).toBe(400)
    expect(words(page.text)).toContain(english)
    expect(page.text).toMatch(new RegExp(`id="${name}"[^>]*aria-invalid="true"`))
    expect(words((await send(`${path}?locale=es_ES`, fields)).text)).toContain(spanish)
  })

  test.each([
    [
      'en_GB',
      ['Name must', 'Description must', 'E-mail address of the developer must', 'Redirect URL must'],
      'missing',
    ],
    ['es_ES', ['Nombre debe', 'Descripción debe', 'Correo electrónico del', 'URL de redirección debe'], 'Falta'],
  ])(
    'all that is wrong is told at once, each at its field, and no login is tried: %s',
    async (locale, said, missing) => {
      const { login, userId } = await developer()
      const wrong = { app_name: 'ab', description: '', developer_email: 'nowhere', redirect_url: 'javascript:alert(1)' }
      const told = async (more: Record<string, string>) => {
        const { status, text } = await send(`${path}?locale=${locale}`, { ...application(login), ...wrong, ...more })
        expect(status).toBe(400)
        const places = said.map((beginning) => words(text).indexOf(beginning))
        expect(Math.min(...places)).toBeGreaterThan(-1)
        expect(places).toEqual(places.toSorted((a, b) => a - b))
        return text
      }
      const isTold = (text: string, name: string) =>
        new RegExp(`id="${name}"[^>]*aria-describedby="[^"]*${name}-error"[^>]*aria-invalid="true"`).test(text) &&
        text.includes(`<p id="${name}-error">`)
      const withoutLogin = await told({ username: '', password: '' })
      const names = [...Object.keys(wrong), 'username', 'password']
      expect(names.filter((name) => isTold(withoutLogin, name))).toEqual(names)
      expect(words(withoutLogin)).toContain(missing)
      const withLogin = await told({ password: 'Wrong-horse-1' })
      expect(names.filter((name) => isTold(withLogin, name))).toEqual(Object.keys(wrong))
      expect(words(withLogin)).not.toContain(missing)
      expect(withLogin.match(/aria-invalid/g)).toHaveLength(Object.keys(wrong).length)
      const [user] = await server.services.userDirectory.find({ username: login.username, isDeleted: false })
      expect(user).toMatchObject({ userId, wrongPasswords: 0 })
    },
  )
})

describe('whose pages they are', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>'
  const paths = [
    '/user_mgt/sign_up',
    '/user_mgt/change_password',
    '/user_mgt/second_factor',
    '/user_mgt/applications',
    '/user_mgt/reset_password/nonsense',
    '/consumer-registration',
    '/oauth/authorize',
    '/openid/interaction/nonsense',
    '/openid/session/end',
  ]

  test.each(paths)('%s shows the name and the logo of the bank, with the Explorer and without it', async (path) => {
    for (const explorer of [true, false]) {
      const bank = await startTestServer({
        explorer,
        explorerName: 'Caja <Norte>',
        explorerLogo: { type: 'image/svg+xml', bytes: Buffer.from(svg) },
      })
      try {
        const { headers, text } = await bank.call(path, { headers: { Accept: 'text/html' } })
        expect(text).toMatch(/<title>[^<]+ · Caja &lt;Norte&gt;<\/title>/)
        expect(text).not.toContain('Fichero')
        const [, logo] = /<p class="brand"><img src="([^"]+)" alt="">Caja &lt;Norte&gt;<\/p>/.exec(text)!
        expect((await bank.call(logo!)).text).toBe(svg)
        expect(headers.get('content-security-policy')).toMatch(
          /^default-src 'none'; style-src 'sha256-[^']+'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'$/,
        )
      } finally {
        await bank.close()
      }
    }
  })

  test.each(paths)('%s says Fichero where nobody says otherwise, and lets no image come', async (path) => {
    const { headers, text } = await server.call(path, { headers: { Accept: 'text/html' } })
    expect(text).toMatch(/<title>[^<]+ · Fichero<\/title>/)
    expect(text).toContain('<p class="brand">Fichero</p>')
    expect(headers.get('content-security-policy')).not.toContain('img-src')
  })
})
