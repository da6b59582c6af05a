/** What a person sees of the pages while the server is in trouble. */
import { once } from 'node:events'
import { get, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setDatabase } from '../testing/database-door.ts'
import { startTestServer, type TestServer } from '../testing/server.ts'

const asBrowser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }
let server: TestServer
const open = (path: string, headers: Record<string, string> = asBrowser) => server.call(path, { headers })

describe('while the database is away', () => {
  beforeEach(async () => {
    server = await startTestServer({ explorer: true })
    await setDatabase(server, false)
  })
  afterEach(async () => {
    await setDatabase(server, true)
    await server.close()
  })

  test('what needs none is a page, and says of the rules that they cannot be seen', async () => {
    for (const path of ['/', '/glossary', '/errors', '/message-docs', '/guide', '/status', '/my-roles'])
      expect([path, (await open(path)).status]).toEqual([path, 200])
    for (const path of ['/operations/OBPv1.4.0-addCustomer', '/operations?tags=Customer&version=v1.4.0']) {
      const [english, spanish] = [await open(path), await open(`${path}${path.includes('?') ? '&' : '?'}locale=es_ES`)]
      expect([english.status, spanish.status]).toEqual([200, 200])
      expect(english.text).toMatch(/Required JSON Validation:(<!---->|\s)*Cannot be seen: the server did not tell/)
      expect(english.text).toMatch(/Allowed Authentication Types:(<!---->|\s)*Cannot be seen/)
      expect(spanish.text).toMatch(/Validación JSON requerida:(<!---->|\s)*No se puede ver/)
    }
  })

  test.each(['/operations?api-collection-id=c-1', '/oauth/authorize?oauth_token=t'])(
    '%s is a page that leads to itself, in both languages, and is not kept',
    async (path) => {
      for (const [language, other, title, again] of [
        ['en-GB', 'es_ES', 'This page cannot be shown now', 'Try again'],
        ['es-ES', 'en_GB', 'Esta página no se puede mostrar ahora', 'Volver a intentarlo'],
      ] as const) {
        const { status, headers, text } = await open(path, { ...asBrowser, 'accept-language': language })
        expect([status, headers.get('retry-after'), headers.get('cache-control'), headers.get('etag')]).toEqual([
          503,
          '1',
          'no-store',
          null,
        ])
        expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
        expect(text).toContain(`<html lang="${language}">`)
        expect(text).toContain(`<h1>${title}</h1>`)
        expect(text).toContain(`<a href="${path}">${again}</a>`)
        expect(text).toContain(`href="${path}&amp;locale=${other}"`)
        // what an administrator finds it by, and nothing of how it came
        expect(text).toContain(headers.get('correlation-id'))
        expect(text).not.toMatch(/node_modules|\.ts:|postgres|ECONN/)
      }
    },
  )

  test('a program, and the script of a page, get the envelope', async () => {
    const collection = '/operations?api-collection-id=c-1'
    for (const [path, headers] of [
      [collection, { accept: '*/*' }],
      [collection, { accept: 'application/json' }],
      [`${collection}&as=data`, { accept: '*/*' }],
      ['/obp/v4.0.0/banks', asBrowser],
    ] as const)
      expect((await open(path, headers)).body).toEqual({ code: 503, message: expect.stringMatching(/^OBP-50019/) })
  })
})

/** Asks for a path as it is: `fetch` would tidy it. */
async function asked(path: string): Promise<{ status: number; headers: IncomingHttpHeaders; text: string }> {
  const request = get({ host: '127.0.0.1', port: new URL(server.url).port, path, headers: asBrowser })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  return { status: response.statusCode!, headers: response.headers, text: await text(response) }
}

test('an address that has asked too much sees a page, with how long to wait, that leads to this server alone', async () => {
  server = await startTestServer({ explorer: true, anonymousCallsPerHour: 1 })
  expect((await open('/')).status).toBe(200)
  for (const [path, place] of [
    ['/errors?locale=es_ES', '/errors?locale=es_ES'],
    ['//nowhere.example/x', '/nowhere.example/x'],
    ['/.//nowhere.example/x"onclick="y', '/nowhere.example/x%22onclick=%22y'],
  ] as const) {
    const { status, headers, text: page } = await asked(path)
    expect([status, headers['cache-control']]).toEqual([429, 'no-store'])
    expect(Number(headers['retry-after'])).toBeGreaterThan(1)
    expect(page).toContain(`<a href="${place}">`)
    expect(page).toMatch(new RegExp(`(dentro de|in) ${headers['retry-after']} (segundos|seconds)`))
  }
  expect((await open('/errors', { accept: '*/*' })).body.code).toBe(429)
  await server.close()
})
