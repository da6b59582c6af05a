import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type Ask, startTestServer, type TestServer } from '../testing/server.ts'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  await server.bank('gh.29.uk')
  token = (await server.user()).token
})
afterAll(() => server.close())

const notFound = 'OBP-10404: 404 Not Found. The server could not find the requested URI.'
const root = '/obp/v4.0.0/root'
const customer = '/obp/v1.4.0/banks/gh.29.uk/customer'

/** Calls, and checks what every answer has, whatever it says. */
async function call(path: string, ask?: Ask): Promise<Answer> {
  const answer = await server.call(path, ask)
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  expect(answer.headers.get('correlation-id')).toMatch(/^[A-Za-z0-9._-]{1,64}$/)
  if (answer.status >= 400 && answer.text !== '') {
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(answer.body).toEqual({ code: answer.status, message: expect.any(String) })
  }
  return answer
}

interface RawAnswer {
  status: number
  headers: Record<string, string>
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
  body: any
}

/** Sends bytes as they are, and reads until the server closes. */
async function raw(request: string): Promise<RawAnswer> {
  const { hostname, port } = new URL(server.url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  socket.write(request)
  const answer = await text(socket)
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const headers = Object.fromEntries(lines.map((line) => line.toLowerCase().split(/: (.*)/, 2)))
  return { status: Number(first.split(' ')[1]), headers, body: body && JSON.parse(body) }
}

const rawGet = (path: string, ...headers: string[]): Promise<RawAnswer> =>
  raw([`GET ${path} HTTP/1.1`, 'Host: test', 'Connection: close', ...headers, '', ''].join('\r\n'))

describe('a path', () => {
  test.each([
    '/obp',
    '/nonsense',
    '/obp/v4.0.0/nonsense',
    '/obp/v4.0.0/root/more',
    '/obp/v9.9.9/root',
    '/obp/v4.0.0/Root',
    '/OBP/v4.0.0/root',
    '/obp/v1.4.0/banks/gh.29.uk//customer/more',
    '/obp/v3.1.0/banks/gh.29.uk/customer',
    '/..%2fobp/v4.0.0/root',
  ])('404 for %s, which there is not', async (path) => {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH']) {
      const answer = await call(path, { method })
      expect([method, answer.status]).toEqual([method, 404])
      expect(answer.body.message).toBe(
        `${documentedNotFound}Current Url is (${path}), Current Content-Type Header is ()`,
      )
    }
  })

  const documentedNotFound =
    'OBP-10404: 404 Not Found. The server could not find the requested URI. Please double check your URL, headers and body. Note: When you are making a POST or PUT request, the Content-Type header MUST be `application/json`. Note: OBP only supports JSON formatted bodies.'

  test('404 without its query, which may hold personal data', async () => {
    const answer = await call('/obp/v4.0.0/nonsense?email=a@example.com')
    expect(answer.body.message).toContain('(/obp/v4.0.0/nonsense)')
    expect(answer.text).not.toContain('a@example.com')
  })

  test('answers with a slash at the end and with slashes doubled', async () => {
    const { text } = await call(root)
    for (const path of ['/obp/v4.0.0/root/', '//obp//v4.0.0///root', '/obp/v4.0.0//root//?a=1']) {
      const answer = await call(path)
      expect([path, answer.status, answer.text]).toEqual([path, 200, text])
    }
  })

  test('decodes what is percent-encoded', async () => {
    const answer = await call('/obp/v1.4.0/banks/gh%2E29.uk/crm-events', { token })
    expect(answer.body.message).toMatch(/^No CRM Events available\./)
    const unknown = await call('/obp/v1.4.0/banks/a%2Fb%20%C3%B1/crm-events', { token })
    expect(unknown.body.message).toMatch(/Current BankId is a\/b ñ$/)
  })

  test.each(['/obp/v4.0.0/%zz', '/obp/v1.4.0/banks/%zz/customer', '/obp/v1.4.0/banks/%C3/customer', '/%'])(
    '404 for %s, whose percent-encoding is broken',
    async (path) => {
      const answer = await call(path, { token })
      expect(answer.status).toBe(404)
      expect(answer.body.message.startsWith(notFound)).toBe(true)
    },
  )

  test.each(['/obp/v1.4.0/banks/gh%00/customer', '/obp/v1.4.0/banks/gh.29.uk/crm-events?limit=%00'])(
    '404 for %s, which has a NUL',
    async (path) => {
      const answer = await call(path, { token })
      expect(answer.status).toBe(404)
      expect(answer.body.message.startsWith(notFound)).toBe(true)
    },
  )

  test('414 where the URL is longer than 8 KiB, and not before', async () => {
    const fill = (length: number) => `${root}?a=${'x'.repeat(length - root.length - 3)}`
    expect((await call(fill(8192))).status).toBe(200)
    const answer = await call(fill(8193))
    expect(answer.status).toBe(414)
    expect(answer.body).toEqual({ code: 414, message: 'OBP-10404: URI Too Long. It is longer than 8 KiB.' })
  })
})

describe('a verb', () => {
  test.each([
    [root, 'GET, HEAD, OPTIONS', ['POST', 'PUT', 'DELETE', 'PATCH']],
    ['/obp/v1.4.0', 'GET, HEAD, OPTIONS', ['POST', 'PUT', 'DELETE', 'PATCH']],
    [customer, 'GET, HEAD, OPTIONS, POST', ['PUT', 'DELETE', 'PATCH']],
    [`${customer}/`, 'GET, HEAD, OPTIONS, POST', ['PUT', 'DELETE', 'PATCH']],
    ['/my/logins/direct', 'OPTIONS, POST', ['GET', 'PUT', 'DELETE', 'PATCH']],
  ])('405 on %s with Allow: %s', async (path, allow, others) => {
    for (const method of others) {
      const answer = await call(path, { method, headers: { 'Content-Type': 'application/json' } })
      expect([method, answer.status, answer.headers.get('allow')]).toEqual([method, 405, allow])
      expect(answer.body.message.startsWith(notFound)).toBe(true)
    }
  })

  test('HEAD answers as GET does, without a body', async () => {
    for (const [path, status] of [
      [root, 200],
      ['/obp/v1.4.0/banks/gh.29.uk/crm-events', 401],
      ['/obp/v4.0.0/nonsense', 404],
    ] as const) {
      const get = await call(path)
      const head = await call(path, { method: 'HEAD' })
      expect([head.status, head.text]).toEqual([status, ''])
      for (const name of ['content-type', 'content-length', 'etag', 'www-authenticate'])
        expect([name, head.headers.get(name)]).toEqual([name, get.headers.get(name)])
    }
  })

  test('a verb that HTTP does not know, and one that we do not, are answered in the envelope', async () => {
    expect((await raw(`NONSENSE ${root} HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n`)).status).toBe(400)
    const trace = await raw(`TRACE ${root} HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n`)
    expect(trace.body).toEqual({ code: trace.status, message: expect.stringMatching(/^OBP-10404: /) })
    expect([404, 405]).toContain(trace.status)
  })
})

describe('OPTIONS', () => {
  test.each([root, customer, '/my/logins/direct', '/obp/v4.0.0/nonsense', '/'])(
    '204 on %s for a browser, with what it may send',
    async (path) => {
      const plain = await call(path, { method: 'OPTIONS' })
      const preflight = await call(path, {
        method: 'OPTIONS',
        headers: {
          Origin: 'https://app.example.com',
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'content-type, directlogin',
        },
      })
      for (const answer of [plain, preflight]) {
        expect([answer.status, answer.text]).toEqual([204, ''])
        expect(answer.headers.get('access-control-allow-methods')).toBe('GET, POST, OPTIONS, PUT, PATCH, DELETE')
        expect(answer.headers.get('access-control-allow-headers')).toMatch(
          /^\*, Authorization, DirectLogin, Content-Type/,
        )
        expect(answer.headers.get('access-control-max-age')).toBe('1728000')
      }
    },
  )
})

describe('every answer', () => {
  test.each([
    ['200', 200, root, {}],
    ['304', 304, root, { headers: { 'If-None-Match': '*' } }],
    ['400', 400, `${root}?a=1&a=2`, {}],
    ['401', 401, customer, {}],
    ['404 of an unknown path', 404, '/nonsense', {}],
    ['404 of an unknown bank', 404, '/obp/v1.4.0/banks/none/customer', { token: 'own' }],
    ['403', 403, customer, { token: 'own', body: {} }],
    ['405', 405, customer, { method: 'DELETE' }],
    ['415', 415, customer, { body: 'x', headers: { 'Content-Type': 'text/plain' } }],
  ])('lets pages of other origins read it, %s', async (_, status, path, ask: Ask) => {
    const { headers, ...rest } = ask
    const answer = await call(path, {
      ...rest,
      ...(ask.token && { token }),
      headers: { ...headers, Origin: 'https://app.example.com' },
    })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('access-control-expose-headers')).toContain('Correlation-Id')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('x-frame-options')).toBe('DENY')
    expect(answer.headers.get('cache-control')).toBe('no-cache, private, no-store')
  })
})

describe('a content type', () => {
  test.each([
    undefined,
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/xml',
    'application/jsonp',
    'application/json-patch+json',
    'multipart/form-data; boundary=x',
    'nonsense',
    'application/json/',
  ])('415 for %s', async (type) => {
    const headers: Record<string, string> = type === undefined ? {} : { 'Content-Type': type }
    const answer = await call(customer, { method: 'POST', token, headers })
    expect(answer.status).toBe(415)
    expect(answer.body.message.startsWith(notFound)).toBe(true)
    expect(answer.body.message.endsWith(`Current Content-Type Header is (${type ?? ''})`)).toBe(true)
    const full = await call(customer, { token, body: 'x', headers: { 'Content-Type': type ?? 'text/plain' } })
    expect(full.status).toBe(415)
  })

  test.each([
    'application/json',
    'text/json',
    'APPLICATION/JSON',
    'application/json; charset=utf-8',
    'text/json;charset=UTF-8',
  ])('%s is taken', async (type) => {
    // no role: the call gets past the content type
    const answer = await call(customer, { token, body: '{}', headers: { 'Content-Type': type } })
    expect(answer.status).toBe(403)
  })

  test('does not matter where there is nothing', async () => {
    for (const type of ['text/plain', 'nonsense']) {
      const answer = await call('/obp/v4.0.0/nonsense', { body: 'x', headers: { 'Content-Type': type } })
      expect([type, answer.status]).toEqual([type, 404])
    }
  })

  test('does not matter to a GET', async () => {
    const answer = await call(root, { headers: { 'Content-Type': 'text/plain' } })
    expect(answer.status).toBe(200)
  })
})

describe('a body', () => {
  test('413 where it is larger than 1 MiB, and not before', async () => {
    const most = `{"a":"${'x'.repeat(1024 * 1024 - 8)}"}`
    expect(Buffer.byteLength(most)).toBe(1024 * 1024)
    expect((await call(customer, { token, body: most })).status).toBe(403)
    const answer = await call(customer, { token, body: `${most} ` })
    expect(answer.status).toBe(413)
    expect(answer.body.message).toBe('OBP-10001: Incorrect json format. The body is larger than 1 MiB.')
  })

  test('that is broken is looked at only when it is known who calls and that they may', async () => {
    expect((await call(customer, { body: '{' })).status).toBe(401)
    expect((await call('/obp/v1.4.0/banks/none/customer', { token, body: '{' })).status).toBe(404)
    expect((await call(customer, { token, body: '{' })).status).toBe(403)
    const may = await server.user({ 'gh.29.uk': ['CanCreateCustomer', 'CanCreateUserCustomerLink'] })
    expect((await call(customer, { token: may.token, body: '{' })).status).toBe(400)
  })
})

describe('a query', () => {
  test.each(['a=1&a=2', 'limit=1&offset=0&limit=1', 'a&a', 'a=&b=&a='])(
    '400 OBP-09016 for the same parameter twice, ?%s',
    async (query) => {
      const answer = await call(`${root}?${query}`)
      expect(answer.status).toBe(400)
      expect(answer.body.message).toMatch(/^OBP-09016: Duplicate Query Parameters are not allowed\./)
    },
  )

  test.each(['', '?', '?&&', '?a=1&A=2', '?a=1&&b=2', '?unknown=1'])('200 for %s', async (query) => {
    expect((await call(root + query)).status).toBe(200)
  })
})

describe('headers', () => {
  test('400 OBP-09017 for the same one twice, whatever the letter case', async () => {
    const answer = await rawGet(root, 'X-Twice: 1', 'x-twice: 2')
    expect(answer.status).toBe(400)
    expect(answer.body).toEqual({ code: 400, message: 'OBP-09017: Duplicate Header Keys are not allowed.' })
    expect(answer.headers['access-control-allow-origin']).toBe('*')
    expect(answer.headers['correlation-id']).toBeDefined()
    const login = await rawGet(root, `DirectLogin: token=${token}`, 'DirectLogin: token=other')
    expect(login.body.message).toMatch(/^OBP-09017: /)
  })

  test('those that HTTP reads as one list may come twice', async () => {
    const answer = await rawGet(
      root,
      'Via: 1.1 a',
      'Via: 1.1 b',
      'X-Forwarded-For: 1.2.3.4',
      'X-Forwarded-For: 5.6.7.8',
    )
    expect(answer.status).toBe(200)
  })

  test('an expectation that there is not is passed over', async () => {
    const answer = await rawGet(root, 'Expect: nonsense')
    expect(answer.status).toBe(200)
  })

  test('431 where they are too large, in the envelope', async () => {
    const answer = await rawGet(root, `X-Large: ${'x'.repeat(20_000)}`)
    expect(answer.status).toBe(431)
    expect(answer.body).toEqual({ code: 431, message: expect.stringMatching(/^OBP-10404: /) })
    expect(answer.headers['access-control-allow-origin']).toBe('*')
    expect(answer.headers['correlation-id']).toBeDefined()
  })
})

describe('Correlation-Id', () => {
  test.each(['abc', '7f3c1e0a-58f4-4bb0-9a3a-1d1c8f7f9a10', 'A.b_C-9', 'x'.repeat(64)])(
    'is the X-Request-ID %s',
    async (id) => {
      for (const path of [root, '/nonsense', customer]) {
        const answer = await call(path, { headers: { 'X-Request-ID': id } })
        expect(answer.headers.get('correlation-id')).toBe(id)
      }
    },
  )

  test.each(['', 'x'.repeat(65), 'a b', '<script>', 'a,b', 'é'])('is a new one instead of "%s"', async (id) => {
    const { headers } = await call(root, { headers: { 'X-Request-ID': id } })
    expect(headers.get('correlation-id')).toMatch(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/)
  })

  test('is another one for every call', async () => {
    const ids = await Promise.all(
      Array.from({ length: 20 }, async () => (await call(root)).headers.get('correlation-id')),
    )
    expect(new Set(ids).size).toBe(20)
  })
})

describe('ETag', () => {
  test('304 for a client that has it, in every form that clients send', async () => {
    const first = await call(root)
    const tag = first.headers.get('etag')!
    expect(tag).toMatch(/^"[A-Za-z0-9_-]{20,}"$/)
    const bare = tag.replaceAll('"', '')
    for (const known of [tag, bare, `W/${tag}`, `"other", ${tag}`, `"other",W/${tag} , "third"`, '*']) {
      const answer = await call(root, { headers: { 'If-None-Match': known } })
      expect([known, answer.status, answer.text, answer.headers.get('etag')]).toEqual([known, 304, '', tag])
    }
    const head = await call(root, { method: 'HEAD', headers: { 'If-None-Match': tag } })
    expect(head.status).toBe(304)
  })

  test('200 for a client that has another one', async () => {
    const bare = (await call(root)).headers.get('etag')!.replaceAll('"', '')
    for (const other of ['"other"', bare.slice(1), `"${bare}`, bare.toUpperCase()]) {
      const answer = await call(root, { headers: { 'If-None-Match': other } })
      expect([other, answer.status]).toEqual([other, 200])
    }
  })

  test('errors have none', async () => {
    const answer = await call('/nonsense', { headers: { 'If-None-Match': '*' } })
    expect([answer.status, answer.headers.get('etag')]).toEqual([404, null])
  })
})

describe('locale', () => {
  test.each([
    ['/nonsense', 'OBP-10404: 404 No encontrado. El servidor no ha encontrado la URI solicitada.'],
    [customer, 'OBP-20001: El usuario no ha iniciado sesión. ¡La autenticación es obligatoria!'],
    [`${root}/`, undefined],
  ])('es_ES on %s', async (path, message) => {
    for (const locale of ['es_ES', 'ES_es']) {
      const answer = await call(`${path}?locale=${locale}`)
      if (message === undefined) expect(answer.status).toBe(200)
      else expect(answer.body.message.slice(0, message.length)).toBe(message)
    }
  })

  test('an error is English where the locale is none of ours', async () => {
    const answer = await call('/nonsense?locale=zh_CN')
    expect(answer.body.message.startsWith(notFound)).toBe(true)
  })
})

describe('what is not HTTP', () => {
  test.each([
    ['words', 'hello there\r\n\r\n'],
    ['a TLS greeting', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n'],
    ['a header without a colon', `GET ${root} HTTP/1.1\r\nHost: test\r\nnonsense\r\n\r\n`],
    ['a version that there is not', `GET ${root} HTTP/9.9\r\nHost: test\r\n\r\n`],
    ['two lengths', `POST ${customer} HTTP/1.1\r\nHost: test\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx`],
    [
      'a length and chunks',
      `POST ${customer} HTTP/1.1\r\nHost: test\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ],
    ['no Host', `GET ${root} HTTP/1.1\r\nConnection: close\r\n\r\n`],
  ])('400 in the envelope for %s', async (_, request) => {
    const answer = await raw(request)
    expect(answer.status).toBe(400)
    expect(answer.body).toEqual({ code: 400, message: expect.stringMatching(/^OBP-10404: /) })
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(answer.headers['access-control-allow-origin']).toBe('*')
    expect(answer.headers['correlation-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(answer.headers.connection).toBe('close')
  })

  test('and the server goes on answering', async () => {
    expect((await call(root)).status).toBe(200)
  })
})
