import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../testing/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await server.bank('gh.29.uk')
})
afterAll(() => server.close())

const docs = '/obp/v4.0.0/resource-docs/v4.0.0/obp'

/** The answer as it comes over the wire: fetch would unpack it. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: Record<string, string | undefined>; bytes: Buffer }>(
    (resolve, reject) => {
      const sent = request(server.url + path, { method, headers }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () =>
          resolve({
            status: answer.statusCode!,
            headers: answer.headers as Record<string, string>,
            bytes: Buffer.concat(chunks),
          }),
        )
      })
      sent.on('error', reject).end()
    },
  )
}

describe('the coding of a document', () => {
  test.each([
    ['br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip;q=1, br;q=0.5', 'gzip', gunzipSync],
    ['*', 'br', brotliDecompressSync],
  ])('Accept-Encoding: %s is answered in %s', async (accepted, coding, unpack) => {
    const plain = await ask(docs)
    expect(plain.headers['content-encoding']).toBeUndefined()
    const packed = await ask(docs, { 'Accept-Encoding': accepted })
    expect(packed.headers['content-encoding']).toBe(coding)
    expect(unpack(packed.bytes).equals(plain.bytes)).toBe(true)
    expect(packed.bytes.length * 5).toBeLessThan(plain.bytes.length)
    expect(packed.headers['content-type']).toBe('application/json; charset=utf-8')
  })

  test.each(['deflate', 'identity', 'br;q=0, gzip;q=0', ''])(
    'Accept-Encoding: "%s" is answered as it is',
    async (no) => {
      const answer = await ask(docs, { 'Accept-Encoding': no })
      expect(answer.headers['content-encoding']).toBeUndefined()
      expect(JSON.parse(answer.bytes.toString()).meta.count).toBeGreaterThan(50)
    },
  )

  test('small ones are not compressed', async () => {
    const answer = await ask(`${docs}?functions=noSuchFunction`, { 'Accept-Encoding': 'br, gzip' })
    expect(answer.headers['content-encoding']).toBeUndefined()
    expect(answer.headers.vary).toContain('Accept-Encoding')
  })

  test('what is no document is never compressed, however long', async () => {
    const { token } = await server.user()
    for (const { path } of [{ path: '/obp/v4.0.0/banks' }, { path: '/obp/v2.1.0/roles' }]) {
      const answer = await ask(path, { 'Accept-Encoding': 'br, gzip', DirectLogin: `token=${token}` })
      expect(answer.status).toBe(200)
      expect(answer.headers['content-encoding']).toBeUndefined()
      expect(answer.headers['cache-control']).toBe('no-cache, private, no-store')
    }
  })

  test('each has a strong tag of its own, by which the client is told that nothing changed', async () => {
    const answers = await Promise.all(
      ['br', 'gzip', 'identity'].map((coding) => ask(docs, { 'Accept-Encoding': coding })),
    )
    const tags = answers.map(({ headers }) => headers.etag!)
    expect(new Set(tags).size).toBe(3)
    for (const tag of tags) expect(tag).toMatch(/^"[\w-]+"$/)
    const again = await ask(docs, { 'Accept-Encoding': 'br', 'If-None-Match': tags[0]! })
    expect([again.status, again.bytes.length]).toEqual([304, 0])
    expect(again.headers).toMatchObject({ etag: tags[0], vary: 'Accept-Language, Accept-Encoding' })
    expect(again.headers['cache-control']).toMatch(/^public/)
    const other = await ask(docs, { 'Accept-Encoding': 'gzip', 'If-None-Match': tags[0]! })
    expect(other.status).toBe(200)
  })

  test('HEAD tells of the coding, without a body', async () => {
    const answer = await ask(docs, { 'Accept-Encoding': 'br' }, 'HEAD')
    expect([answer.status, answer.bytes.length, answer.headers['content-encoding']]).toEqual([200, 0, 'br'])
  })

  test('many at once get the same', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        ask(`${docs}?tags=Customer,User`, { 'Accept-Encoding': index % 2 ? 'br' : 'gzip' }),
      ),
    )
    expect(new Set(answers.map(({ bytes, headers }) => bytes.toString('base64') + headers.etag)).size).toBe(2)
  })
})

describe('the language of a document', () => {
  const summaryFor = async (query: string, headers: Record<string, string> = {}) => {
    const answer = await ask(`${docs}?functions=addCustomer,getBanks${query}`, headers)
    return [answer.headers['content-language'], answer.headers.vary]
  }
  const byHeader = 'Accept-Language, Accept-Encoding'

  test.each([
    ['es', 'es-ES'],
    ['es-MX', 'es-ES'],
    ['ca', 'en-GB'],
    ['ca, es;q=0.5', 'es-ES'],
    ['en;q=0.3, es;q=0.7', 'es-ES'],
    ['es;q=0.3, en-US', 'en-GB'],
    ['es;q=0, *', 'en-GB'],
    ['*', 'en-GB'],
    ['not a language;;;', 'en-GB'],
  ])('Accept-Language: %s gives %s', async (header, language) => {
    expect(await summaryFor('', { 'Accept-Language': header })).toEqual([language, byHeader])
  })

  test('locale stands above the header, and then the header does not count', async () => {
    expect(await summaryFor('&locale=en_GB', { 'Accept-Language': 'es' })).toEqual(['en-GB', 'Accept-Encoding'])
    expect(await summaryFor('&language=es_ES')).toEqual(['es-ES', 'Accept-Encoding'])
    expect(await summaryFor('&locale=', { 'Accept-Language': 'es' })).toEqual(['es-ES', byHeader])
  })

  test('errors do not follow the header: clients compare them', async () => {
    const header = { 'Accept-Language': 'es' }
    const unknown = await ask('/obp/v4.0.0/resource-docs/v0/obp', header)
    expect(JSON.parse(unknown.bytes.toString()).message).toMatch(/^OBP-00027: Invalid API Version/)
    expect(unknown.headers['cache-control']).toBe('no-cache, private, no-store')
    const spanish = await ask('/obp/v4.0.0/resource-docs/v0/obp?locale=es_ES')
    expect(JSON.parse(spanish.bytes.toString()).message).toMatch(/^OBP-00027: Versión de API/)
  })

  test('DEFAULT_LOCALE is the language of those who name none', async () => {
    const other = await startTestServer({ defaultLocale: 'es_ES' })
    try {
      const languageOf = async (query: string, language?: string) => {
        const headers = { 'Accept-Language': language ?? '' }
        return (await other.call(`${docs}?functions=root${query}`, { headers })).headers.get('content-language')
      }
      expect(await languageOf('')).toBe('es-ES')
      expect(await languageOf('', 'ca')).toBe('es-ES')
      expect(await languageOf('', '*')).toBe('es-ES')
      expect(await languageOf('', 'en')).toBe('en-GB')
      expect(await languageOf('&locale=en_GB')).toBe('en-GB')
      expect((await other.call('/obp/v4.0.0/resource-docs/v0/obp')).body.message).toMatch(/: Invalid API Version/)
      for (const page of ['/', '/user_mgt/sign_up', '/openid/interaction/none'])
        expect((await other.call(page, { headers: { 'Accept-Language': 'ca' } })).text, page).toMatch(
          /<html lang="es(-ES)?"/,
        )
    } finally {
      await other.close()
    }
  })
})

describe('how long a document may be kept', () => {
  test('one that is the same for everybody for five minutes, by anybody', async () => {
    expect((await ask(docs)).headers['cache-control']).toBe('public, max-age=300, must-revalidate')
  })

  test('the answer to somebody who is logged in by nobody else', async () => {
    const { token } = await server.user()
    expect((await server.call(docs, { token })).headers.get('cache-control')).toBe('private, no-cache')
  })

  test('one behind a role by nobody without asking again', async () => {
    const closed = await startTestServer({ resourceDocsRequiresRole: true })
    try {
      const { token } = await closed.user({ '': ['CanReadResourceDoc'] })
      const answer = await closed.call(docs, { token })
      expect(answer.status).toBe(200)
      expect(answer.headers.get('cache-control')).toBe('private, no-cache')
    } finally {
      await closed.close()
    }
  })
})
