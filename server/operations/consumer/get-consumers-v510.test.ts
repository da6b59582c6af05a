/** One consumer and all of them in v5.1.0; filters and refusals of a list are in `get-consumers.test.ts`. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertConsumer, insertConsumers } from '../../testing/consumers.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { getConsumerV510 } from './get-consumer-v510.ts'
import { getConsumersV510 } from './get-consumers-v510.ts'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  token = (await server.user({ '': ['CanGetConsumers'] })).token
  await insertConsumer(server, 'desk', { company: 'Desk Ltd', logo_url: 'https://desk.example.com/logo.png' })
})
afterAll(() => server.close())

const get = (path = '', as: string | undefined = token) =>
  server.call(`/obp/v5.1.0/management/consumers${path}`, as ? { token: as } : {})

describe('consumers in v5.1.0', () => {
  test('200 with company, logo and certificate, and neither key nor secret', async () => {
    const one = await get('/desk')
    expectDeclared(
      one,
      {
        ...getConsumerV510,
        example: { response: { ...(getConsumerV510.example.response as object), created_by_user: null } },
      },
      200,
    )
    expect(one.body).toMatchObject({
      company: 'Desk Ltd',
      logo_url: 'https://desk.example.com/logo.png',
      certificate_pem: 'certificate-of-desk',
    })
    expect(one.text).not.toMatch(/key-of|secret-of/)
    const all = await get()
    expectDeclared(all, { ...getConsumersV510, example: { response: { consumers: [one.body] } } }, 200)
    expect(all.body.consumers).toContainEqual(one.body)
  })

  test('older versions show what they showed', async () => {
    const { body } = await server.call('/obp/v5.0.0/management/consumers/desk', { token })
    for (const name of ['company', 'logo_url', 'certificate_pem']) expect(body).not.toHaveProperty(name)
  })

  test('limit and offset are followed', async () => {
    await insertConsumers(server, 3)
    const query = '?from_date=2001-01-01T00:00:00.000Z&to_date=2001-01-01T00:00:59.000Z&limit=2&offset=1'
    const { body } = await get(query)
    expect(body.consumers.map((each: { consumer_id: string }) => each.consumer_id)).toEqual(['many-1', 'many-0'])
    expect((await get('?limit=0')).body.message).toMatch(/^OBP-10016: /)
  })

  test('401 without a login, 403 without the role, 404 where there is no such consumer', async () => {
    const { token: nobody } = await server.user()
    for (const path of ['', '/desk']) {
      expect((await get(path, '')).body.message).toMatch(/^OBP-20001: /)
      expect((await get(path, nobody)).body).toEqual({
        code: 403,
        message: 'OBP-20006: User is missing one or more roles: CanGetConsumers',
      })
    }
    expect((await get('/nothing')).body.message).toMatch(/^OBP-30019: .* Current ConsumerId is nothing$/)
  })
})
