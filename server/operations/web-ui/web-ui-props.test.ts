import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { auditOf, testConsumerId } from '../../testing/audit.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { origin, startTestServer, type TestServer } from '../../testing/server.ts'
import { createOrUpdateWebUiProps } from './create-or-update-web-ui-props.ts'
import { createWebUiProps } from './create-web-ui-props.ts'
import { deleteWebUiProps } from './delete-web-ui-props.ts'
import { getManagementWebUiProps } from './get-management-web-ui-props.ts'
import { getWebUiProp } from './get-web-ui-prop.ts'
import { getWebUiProps } from './get-web-ui-props.ts'
import { getWebUiPropsV600 } from './get-web-ui-props-v600.ts'

let server: TestServer
let editor: { token: string; userId: string }
beforeAll(async () => {
  server = await startTestServer()
  editor = await server.user({ '': ['CanCreateWebUiProps', 'CanDeleteWebUiProps', 'CanGetWebUiProps'] })
})
afterAll(() => server.close())
beforeEach(async () => {
  await server.storage.pool.query('delete from web_ui_prop')
})

const managed = '/obp/v5.1.0/management/webui_props'
const managedV600 = '/obp/v6.0.0/management/webui_props'
const shown = '/obp/v5.1.0/webui-props'
const shownV600 = '/obp/v6.0.0/webui-props'
const set = (name: string, value = `value of ${name}`) => server.services.webUiProps.set(origin, name, value)
const create = (body: unknown, token = editor.token) => server.call(managed, { token, body })
const put = (name: string, body: unknown, token = editor.token) =>
  server.call(`${managedV600}/${name}`, { method: 'PUT', token, body })
const remove = (path: string, token?: string) => server.call(path, { method: 'DELETE', ...(token && { token }) })
const said = ({ status, body }: Awaited<ReturnType<typeof create>>) => [status, body.message]

describe('getWebUiProps', () => {
  test.each(['', '?active=true', '?active=false'])('v5.1.0: 200%s without a login, by name', async (query) => {
    const [second, first] = [await set('webui_b'), await set('webui_a')]
    const answer = await server.call(shown + query)
    expectDeclared(answer, getWebUiProps, 200)
    expect(answer.body.webui_props).toEqual([
      { name: 'webui_a', value: 'value of webui_a', web_ui_props_id: first.id },
      { name: 'webui_b', value: 'value of webui_b', web_ui_props_id: second.id },
    ])
  })

  test.each(['', '?what=active', '?what=database'])('v6.0.0: 200%s with the source', async (query) => {
    const { id } = await set('webui_a', 'A')
    const answer = await server.call(shownV600 + query)
    expectDeclared(answer, getWebUiPropsV600, 200)
    expect(answer.body.webui_props).toEqual([
      { name: 'webui_a', value: 'A', web_ui_props_id: id, webUiPropsId: id, source: 'database' },
    ])
  })

  test('v6.0.0: 200 with nothing for the defaults, of which there are none', async () => {
    await set('webui_a')
    expect((await server.call(`${shownV600}?what=config`)).body).toEqual({ webui_props: [] })
  })

  test('200 with an empty list where nothing was set', async () => {
    for (const path of [shown, shownV600]) expect((await server.call(path)).body).toEqual({ webui_props: [] })
  })

  test('management: 200 with the role', async () => {
    const { id } = await set('webui_a', 'A')
    const answer = await server.call(managed, { token: editor.token })
    expectDeclared(answer, getManagementWebUiProps, 200)
    expect(answer.body.webui_props).toEqual([{ name: 'webui_a', value: 'A', web_ui_props_id: id }])
  })

  test('a browser of another origin may ask', async () => {
    const headers = { Origin: 'https://portal.example.com', 'Access-Control-Request-Method': 'GET' }
    const preflight = await server.call(shown, { method: 'OPTIONS', headers })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
    expect((await server.call(shown, { headers })).headers.get('access-control-allow-origin')).toBe('*')
  })

  test('400 OBP-10016 for another value of the parameter', async () => {
    const text = 'OBP-10016: Incorrect filter Parameters in URL. '
    for (const path of [shown, `${shownV600}/webui_a`])
      expect(said(await server.call(`${path}?active=yes`))).toEqual([400, `${text}\`active\` must be true or false.`])
    expect(said(await server.call(`${managed}?active=`, { token: editor.token }))[0]).toBe(400)
    expect(said(await server.call(`${shownV600}?what=all`))).toEqual([
      400,
      `${text}\`what\` must be one of: active, database, config. Current value: all`,
    ])
  })
})

describe('getWebUiProp', () => {
  test('200 without a login', async () => {
    const { id } = await set('webui_a', 'A')
    const answer = await server.call(`${shownV600}/webui_a?active=true`)
    expectDeclared(answer, getWebUiProp, 200)
    expect(answer.body).toMatchObject({ name: 'webui_a', value: 'A', webUiPropsId: id })
  })

  test('400 OBP-08003 where there is none of that name', async () => {
    expect(said(await server.call(`${shownV600}/webui_A`))).toEqual([
      400,
      'OBP-08003: WebUi prop not found. Please specify a valid value for WEBUI_PROP_NAME.',
    ])
  })
})

describe('createWebUiProps', () => {
  test('201, it is shown at once, and the audit trail tells who set it', async () => {
    const answer = await create({ name: 'webui_top.text-1', value: '<b>Hello</b>' })
    expectDeclared(answer, createWebUiProps, 201)
    expect((await server.call(shown)).body.webui_props).toEqual([answer.body])
    expect(await auditOf(server, 'web_ui_prop', answer.body.web_ui_props_id)).toEqual([
      {
        bank_id: '',
        user_id: editor.userId,
        consumer_id: await testConsumerId(server),
        operation_id: 'OBPv3.1.0-createWebUiProps',
        correlation_id: answer.headers.get('correlation-id'),
        change: { created: { name: 'webui_top.text-1', value: '<b>Hello</b>' } },
      },
    ])
  })

  test('201 with the new value and the same id for a name that is there', async () => {
    const { id } = await set('webui_a', 'old')
    const { status, body } = await create({ name: 'webui_a', value: 'new' })
    expect([status, body]).toEqual([201, { name: 'webui_a', value: 'new', web_ui_props_id: id }])
    expect((await auditOf(server, 'web_ui_prop', id)).map(({ change }) => change)).toEqual([
      { created: { name: 'webui_a', value: 'old' } },
      { updated: { value: 'new' } },
    ])
  })

  test('twenty of one name at once are one, and each is in the audit trail', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => create({ name: 'webui_a', value: String(n) })),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201))
    const ids = new Set(answers.map(({ body }) => body.web_ui_props_id))
    expect(ids.size).toBe(1)
    const trail = await auditOf(server, 'web_ui_prop', [...ids][0])
    expect(trail.map(({ change }) => Object.keys(change as object)[0]).sort()).toEqual([
      'created',
      ...Array(19).fill('updated'),
    ])
  })

  test.each(['top_text', 'Webui_a', 'webui_', 'webui_a b', 'webui_é', ` webui_a`, `webui_${'x'.repeat(250)}`, ''])(
    '400 OBP-08001 for the name %j',
    async (name) => {
      const text =
        'OBP-08001: Incorrect format of name. It must begin with webui_ and have at most 255 letters, digits, underscores, dots and hyphens.'
      expect(said(await create({ name, value: 'x' }))).toEqual([400, text])
      if (name) expect(said(await put(encodeURIComponent(name), { value: 'x' }))).toEqual([400, text])
    },
  )

  test.each([
    [{ value: 'x' }, 'name is missing.'],
    [{ name: true, value: 'x' }, 'name must be a name such as webui_top_text.'],
    [{ name: 'webui_a' }, 'value is missing.'],
    [{ name: 'webui_a', value: null }, 'value must be a text of at most 65536 characters.'],
    [{ name: 'webui_a', value: {} }, 'value must be a text of at most 65536 characters.'],
    [{ name: 'webui_a', value: 'x'.repeat(65_537) }, 'value must be a text of at most 65536 characters.'],
    ['{', 'The body is not JSON in UTF-8.'],
  ])('400 OBP-10001 for the body %j', async (body, sentence) => {
    expect(said(await create(body))).toEqual([400, `OBP-10001: Incorrect json format. ${sentence}`])
    expect((await server.call(shown)).body.webui_props).toEqual([])
  })
})

describe('createOrUpdateWebUiProps', () => {
  test('200 whether there was one or not', async () => {
    const first = await put('webui_a', { value: 'old' })
    expectDeclared(first, createOrUpdateWebUiProps, 200)
    const second = await put('webui_a', { value: 'x'.repeat(65_536) })
    expect(second.status).toBe(200)
    expect(second.body).toEqual({ ...first.body, value: 'x'.repeat(65_536) })
  })

  test('400 OBP-10001 without a value', async () => {
    expect(said(await put('webui_a', {}))).toEqual([400, 'OBP-10001: Incorrect json format. value is missing.'])
  })
})

describe('deleteWebUiProps', () => {
  test('204 by id up to v5.1.0, by name from v6.0.0 on, and the audit trail keeps what it was', async () => {
    for (const address of [async (id: string) => `${managed}/${id}`, async () => `${managedV600}/webui_a`]) {
      const { id } = await set('webui_a', 'A')
      await set('webui_b')
      expectDeclared(await remove(await address(id), editor.token), deleteWebUiProps, 204)
      expect((await server.call(shown)).body.webui_props).toMatchObject([{ name: 'webui_b' }])
      expect((await auditOf(server, 'web_ui_prop', id)).at(-1)).toMatchObject({
        user_id: editor.userId,
        change: { deleted: { name: 'webui_a', value: 'A' } },
      })
    }
  })

  test('400 OBP-08002 or OBP-08003 where there is none; of two at once one finds it', async () => {
    const { id } = await set('webui_a')
    expect(said(await remove(`${managed}/webui_a`, editor.token))).toEqual([
      400,
      'OBP-08002: WebUi props not found. Please specify a valid value for WEB_UI_PROPS_ID.',
    ])
    expect(said(await remove(`${managedV600}/${id}`, editor.token))).toEqual([
      400,
      'OBP-08003: WebUi prop not found. Please specify a valid value for WEBUI_PROP_NAME.',
    ])
    const both = await Promise.all([1, 2].map(() => remove(`${managed}/${id}`, editor.token)))
    expect(both.map(({ status }) => status).sort()).toEqual([204, 400])
  })
})

test('401 without a login and 403 without the role, before anything else is looked at', async () => {
  await set('webui_a', 'A')
  const { token } = await server.user({ 'gh.29.uk': ['CanCreateWebUiProps', 'CanDeleteWebUiProps'] })
  const calls: [string, string, string][] = [
    ['GET', managed, 'CanGetWebUiProps'],
    ['POST', managed, 'CanCreateWebUiProps'],
    ['PUT', `${managedV600}/x`, 'CanCreateWebUiProps'],
    ['DELETE', `${managed}/x`, 'CanDeleteWebUiProps'],
    ['DELETE', `${managedV600}/webui_a`, 'CanDeleteWebUiProps'],
  ]
  for (const [method, path, role] of calls) {
    const body = method === 'POST' || method === 'PUT' ? { body: 'not JSON' } : {}
    expect(said(await server.call(path, { method, ...body }))).toEqual([401, expect.stringMatching(/^OBP-20001: /)])
    expect(said(await server.call(path, { method, token, ...body }))).toEqual([
      403,
      `OBP-20006: User is missing one or more roles: ${role}`,
    ])
  }
  expect((await server.call(shown)).body.webui_props).toMatchObject([{ value: 'A' }])
})
