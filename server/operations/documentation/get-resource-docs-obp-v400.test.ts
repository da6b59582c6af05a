import { Compile } from 'typebox/compile'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { getResourceDocsObp } from './get-resource-docs-obp.ts'
import { getResourceDocsObpV400 } from './get-resource-docs-obp-v400.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const shape = Compile(getResourceDocsObpV400.response)
const shapeV140 = Compile(getResourceDocsObp.response)

describe('getResourceDocsObpV400', () => {
  test.each(['v4.0.0', 'v5.0.0', 'v5.1.0', 'v6.0.0'])('200 under %s with the docs and their count', async (prefix) => {
    const answer = await server.call(`/obp/${prefix}/resource-docs/v1.4.0/obp`)
    expect(answer.status).toBe(200)
    expect(Object.keys(answer.body)).toEqual(['resource_docs', 'meta'])
    const older = await server.call('/obp/v1.4.0/resource-docs/v1.4.0/obp')
    expect(answer.body.resource_docs).toEqual(older.body.resource_docs)
    expect([...shape.Errors(answer.body), ...shapeV140.Errors(older.body)]).toEqual([])
    expect(shape.Check({ ...answer.body, resource_docs: [{ operation_id: 1 }] })).toBe(false)
    expect(answer.body.meta).toEqual({
      response_date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/),
      count: older.body.resource_docs.length,
    })
  })

  test('the count is that of the filtered docs', async () => {
    const path = '/obp/v4.0.0/resource-docs/OBPv1.4.0/obp'
    const one = await server.call(`${path}?functions=addCustomer`)
    expect(one.body.meta.count).toBe(1)
    expect(one.body.resource_docs).toHaveLength(1)
    const none = await server.call(`${path}?content=dynamic`)
    expect(none.body).toMatchObject({ resource_docs: [], meta: { count: 0 } })
  })

  test('304 for a client that has it, in whatever second it asks', async () => {
    const path = '/obp/v4.0.0/resource-docs/v4.0.0/obp'
    const first = await server.call(path)
    const started = first.body.meta.response_date
    // the date is that of the docs, so it does not move with the clock
    expect(server.services.documentation.madeAt).toBe(started)
    const again = await server.call(path, { headers: { 'If-None-Match': first.headers.get('etag')! } })
    expect(again.status).toBe(304)
  })

  test('400 for an unknown version and for an unknown locale', async () => {
    const version = await server.call('/obp/v4.0.0/resource-docs/v0/obp')
    expect(version.status).toBe(400)
    expect(version.body.message).toMatch(/^OBP-00027: .* v0$/)
    const locale = await server.call('/obp/v4.0.0/resource-docs/v4.0.0/obp?locale=ro_RO')
    expect(locale.status).toBe(400)
    expect(locale.body.message).toMatch(/^OBP-10041: /)
  })

  test('200 to many at once, all the same', async () => {
    const asked = Array.from({ length: 40 }, () => server.call('/obp/v5.1.0/resource-docs/v5.1.0/obp'))
    const texts = new Set((await Promise.all(asked)).map(({ text }) => text))
    expect(texts.size).toBe(1)
  })
})
