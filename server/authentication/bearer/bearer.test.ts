import { createHmac } from 'node:crypto'
import { exportSPKI, importJWK } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSettings } from '../../settings.ts'
import { auditOf } from '../../testing/audit.ts'
import { audience, claimsOf, startIssuer, type TestIssuer } from '../../testing/issuer.ts'
import { type Answer, origin, startTestServer, type TestServer } from '../../testing/server.ts'
import { foreignSessions } from '../foreign-sessions.ts'

let issuer: TestIssuer
let other: TestIssuer
let byMail: TestIssuer
let exotic: TestIssuer
let strict: TestIssuer
let server: TestServer
const settingFor = ({ issuer, jwksUri }: TestIssuer, more: Record<string, unknown> = {}) => ({
  issuer,
  audience,
  jwks_uri: jwksUri,
  ...more,
})
const trusting = (...entries: unknown[]) => readSettings({ TRUSTED_ISSUERS: JSON.stringify(entries) }).trustedIssuers
beforeAll(async () => {
  issuer = await startIssuer()
  other = await startIssuer('https://other.example.com', 'ES256')
  byMail = await startIssuer('https://mail.example.com', 'EdDSA')
  exotic = await startIssuer('https://exotic.example.com', 'RS512')
  strict = await startIssuer('https://strict.example.com')
  server = await startTestServer({
    trustedIssuers: trusting(
      settingFor(issuer, { name: 'Example' }),
      settingFor(other, { audience: ['somebody-else', audience] }),
      settingFor(byMail, { user_claim: 'upn', consumer_claim: 'client_id' }),
      settingFor(exotic),
      settingFor(strict, { scope: 'bank.read bank.write', acr: ['two-factors', 'hardware'] }),
    ),
  })
  await server.bank('gh.29.uk')
})
afterAll(async () => {
  await server.close()
  for (const each of [issuer, other, byMail, exotic, strict]) await each.close()
})

const me = (token: string, at: TestServer = server): Promise<Answer> =>
  at.call('/obp/v3.0.0/users/current', { headers: { Authorization: `Bearer ${token}` } })
const refusal = async (token: string): Promise<[number, string]> => {
  const { status, body } = await me(token)
  expect(body.code).toBe(status)
  return [status, body.message]
}
let subjects = 0
const newSubject = () => `subject-of-a-test-${subjects++}`
const rows = async (text: string, ...values: unknown[]) => (await server.storage.pool.query(text, values)).rows
const userRows = (sub: string) => rows('select * from app_user where username = $1', sub)
const consumerOf = async (clientId: string, provider = issuer.issuer) =>
  (
    await rows(
      'select c.* from consumer c join provider_consumer using (consumer_id) where client_id = $1 and provider = $2',
      clientId,
      provider,
    )
  )[0]
const everything = async () => ({
  users: await rows('select * from app_user order by user_id'),
  consumers: await rows('select * from consumer order by consumer_id'),
})
const asIs = (header: object, payload: object, signature = '') =>
  `${[header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.${signature}`

describe('a token of a trusted issuer', () => {
  test('is a way in: its user is that of the issuer', async () => {
    const sub = newSubject()
    const answer = await me(
      await issuer.token({ sub, email: ' Ada@Example.com', given_name: 'Ada', family_name: 'L.' }),
    )
    expect(answer.status, answer.text).toBe(200)
    expect(answer.body).toMatchObject({
      provider: issuer.issuer,
      provider_id: sub,
      username: sub,
      email: 'ada@example.com',
    })
    expect(await userRows(sub)).toMatchObject([{ first_name: 'Ada', last_name: 'L.', password_hash: null }])
  })

  test('brings a consumer, which is active and has a key that nobody knows, and no secret', async () => {
    await me(await issuer.token({ sub: newSubject(), azp: 'branch-desk' }))
    expect(await consumerOf('branch-desk')).toMatchObject({
      app_name: 'branch-desk (Example)',
      is_active: true,
      consumer_key: expect.stringMatching(/^[0-9a-f]{40}$/),
      sealed_secret: null,
    })
  })

  test('leaves in the audit trail who was created by which call, and no keys', async () => {
    const [sub, azp] = [newSubject(), 'audited']
    const { body, headers } = await me(await issuer.token({ sub, azp }))
    const consumer = await consumerOf(azp)
    const row = {
      bank_id: '',
      user_id: null,
      consumer_id: null,
      operation_id: 'OBPv3.0.0-getCurrentUser',
      correlation_id: headers.get('correlation-id'),
    }
    expect(await auditOf(server, 'app_user', body.user_id)).toEqual([
      { ...row, change: { created: expect.objectContaining({ provider: issuer.issuer, username: sub }) } },
    ])
    expect(await auditOf(server, 'consumer', consumer.consumer_id)).toMatchObject([row])
    expect(await auditOf(server, 'provider_consumer', consumer.consumer_id)).toEqual([
      { ...row, change: { created: { provider: issuer.issuer, client_id: azp } } },
    ])
    expect(JSON.stringify(await rows('select change from audit_event'))).not.toContain(consumer.consumer_key)
  })

  test('of later calls finds the same user and consumer, and changes nothing', async () => {
    const sub = newSubject()
    const first = await me(await issuer.token({ sub, email: 'first@example.com' }))
    const before = await everything()
    const second = await me(await issuer.token({ sub, email: 'second@example.com', given_name: 'New' }))
    expect(second.body).toEqual(first.body)
    expect(await everything()).toEqual(before)
  })

  test.each([
    ['is false', { email: 'ada@example.com', email_verified: false }, ''],
    ['is "false"', { email: 'ada@example.com', email_verified: 'false' }, ''],
    ['is true', { email: 'ada@example.com', email_verified: true }, 'ada@example.com'],
    ['is not there', { email: 'ada@example.com' }, 'ada@example.com'],
    ['is not there, nor an address', { email: 'nobody' }, ''],
    ['is not there, nor a text', { email: 7 }, ''],
  ])('the e-mail address, where email_verified %s', async (_case, claims, kept) => {
    expect((await me(await issuer.token({ sub: newSubject(), ...claims }))).body.email).toBe(kept)
  })

  test.each(['bearer', 'BEARER', ' Bearer ', 'Bearer  '])('after %j in the header', async (word) => {
    const token = await issuer.token()
    const answer = await server.call('/obp/v3.0.0/users/current', { headers: { Authorization: `${word} ${token}` } })
    expect(answer.status, answer.text).toBe(200)
  })

  test.each(['JWT', 'at+jwt', 'application/at+jwt', 'AT+JWT', undefined])('with the type %s', async (typ) => {
    expect((await me(await issuer.token({}, { typ }))).status).toBe(200)
  })

  test('for several audiences, and of an issuer for which several will do', async () => {
    expect((await me(await issuer.token({ aud: ['a', audience, 'b'] }))).status).toBe(200)
    expect((await me(await other.token({ aud: 'somebody-else' }))).status).toBe(200)
  })

  test('names user and consumer by the claims that the settings say', async () => {
    const { body } = await me(await byMail.token({ upn: 'ada@corp.example', client_id: 'crm' }))
    expect(body).toMatchObject({ provider: byMail.issuer, username: 'ada@corp.example' })
    expect(await consumerOf('crm', byMail.issuer)).toMatchObject({ app_name: 'crm (https://mail.example.com)' })
    expect(await refusal(await byMail.token({ client_id: 'crm' }))).toEqual([
      401,
      'OBP-20204: Bad JWT error. upn is missing or not what it must be.',
    ])
  })

  test('may have a subject of 255 characters, and a client of one', async () => {
    const sub = 'x'.repeat(255)
    expect((await me(await issuer.token({ sub, azp: 'y' }))).body.username).toBe(sub)
    expect(await consumerOf('y')).toMatchObject({ app_name: 'y (Example)' })
    const azp = 'z'.repeat(255)
    expect((await me(await issuer.token({ sub, azp }))).status).toBe(200)
    expect((await consumerOf(azp)).app_name).toBe('z'.repeat(100))
  })

  test('adds a customer and reads it, with roles that the user was granted', async () => {
    const token = await issuer.token({ sub: newSubject() })
    const { user_id } = (await me(token)).body
    const path = '/obp/v1.4.0/banks/gh.29.uk/customer'
    const headers = { Authorization: `Bearer ${token}` }
    const body = {
      customer_number: 'B-1',
      legal_name: 'Ada Example',
      mobile_phone_number: '+44 20 7946 0123',
      email: 'ada@example.com',
      face_image: { url: 'https://example.com/ada.png', date: '2026-01-27T00:00:00Z' },
      date_of_birth: '1988-03-09',
      relationship_status: 'single',
      dependants: 0,
      dob_of_dependants: [],
      highest_education_attained: 'Master',
      employment_status: 'worker',
      kyc_status: true,
      last_ok_date: '2026-06-28T21:00:45Z',
    }
    expect((await server.call(path, { headers, body })).status).toBe(403)
    for (const roleName of ['CanCreateCustomer', 'CanCreateUserCustomerLink'] as const)
      await server.services.entitlements.grant(origin, { userId: user_id, roleName, bankId: 'gh.29.uk' })
    const added = await server.call(path, { headers, body })
    expect(added.status, added.text).toBe(200)
    expect((await server.call(path, { headers })).body).toEqual(added.body)
    expect((await auditOf(server, 'customer', added.body.customer_id))[0]).toMatchObject({
      user_id,
      consumer_id: (await consumerOf('desk')).consumer_id,
    })
  })
})

describe('first calls at once', () => {
  test('a hundred of one user through one consumer are one user and one consumer', async () => {
    const [sub, azp] = [newSubject(), 'hundred']
    const token = await issuer.token({ sub, azp })
    const answers = await Promise.all(Array.from({ length: 100 }, () => me(token)))
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.user_id}`)).size).toBe(1)
    expect(answers[0]!.status).toBe(200)
    expect(await userRows(sub)).toHaveLength(1)
    expect(await rows(`select from consumer where app_name = 'hundred (Example)'`)).toHaveLength(1)
    expect(await auditOf(server, 'app_user', answers[0]!.body.user_id)).toHaveLength(1)
  })

  test('of different users through one new consumer, and of one user through different ones', async () => {
    const sub = newSubject()
    const claims = Array.from({ length: 40 }, (_, n) =>
      n % 2 === 0 ? { sub: `${sub}-${n}`, azp: 'crowd' } : { sub, azp: `app-${n}` },
    )
    const answers = await Promise.all(claims.map(async (each) => me(await issuer.token(each))))
    expect(answers.map(({ status }) => status)).toEqual(Array(40).fill(200))
    expect(await userRows(sub)).toHaveLength(1)
    expect(await rows(`select from consumer where app_name = 'crowd (Example)'`)).toHaveLength(1)
    expect(await rows(`select from provider_consumer where client_id like 'app-%'`)).toHaveLength(20)
  })

  test('on several nodes are one user and one consumer', async () => {
    const identity = {
      provider: issuer.issuer,
      username: newSubject(),
      clientId: 'nodes',
      appName: 'nodes',
      email: '',
      firstName: '',
      lastName: '',
    }
    const nodes = Array.from({ length: 8 }, () => foreignSessions(server.storage, server.settings))
    const sessions = await Promise.all(nodes.map((node) => node.welcome(identity, origin)))
    expect(new Set(sessions.map(({ user, consumer }) => user.userId + consumer.consumerId)).size).toBe(1)
    expect(await rows(`select from consumer where app_name = 'nodes'`)).toHaveLength(1)
  })
})

describe('an issuer speaks for nobody but its own', () => {
  test('the same subject and client of two issuers are two users and two consumers', async () => {
    const sub = newSubject()
    const [mine, theirs] = [await me(await issuer.token({ sub })), await me(await other.token({ sub }))]
    expect([mine.body.provider, theirs.body.provider]).toEqual([issuer.issuer, other.issuer])
    expect(mine.body.user_id).not.toBe(theirs.body.user_id)
    const consumers = [await consumerOf('desk'), await consumerOf('desk', other.issuer)]
    expect(consumers[0].consumer_id).not.toBe(consumers[1].consumer_id)
  })

  test('a token that names another issuer is verified with that one’s keys', async () => {
    const claims = { iss: other.issuer, sub: newSubject() }
    expect((await refusal(await issuer.token(claims)))[1]).toMatch(/^OBP-20206: .*signature cannot be verified/)
    expect(await userRows(claims.sub)).toEqual([])
  })

  test('a local user of the same name is another user, whatever provider the token claims', async () => {
    const { userId, username } = await server.user()
    const claims = { sub: username, provider: 'fichero', user_id: userId, email: `${username}@example.com` }
    const { body } = await me(await issuer.token(claims))
    expect(body.provider).toBe(issuer.issuer)
    expect(body.user_id).not.toBe(userId)
  })

  test('a client that has the key of a local consumer is another consumer', async () => {
    await me(await issuer.token({ azp: 'test-consumer' }))
    const local = await server.services.consumers.withKey('test-consumer')
    expect((await consumerOf('test-consumer')).consumer_id).not.toBe(local!.consumer_id)
  })
})

describe('an issuer whose tokens must allow something, and say how their user logged in', () => {
  const allowed = { scope: 'openid bank.write bank.read', acr: 'hardware' }
  test.each<[string, Record<string, unknown>]>([
    ['all of the scopes, and one of the classes', allowed],
    ['scopes in a list', { ...allowed, scope: undefined, scp: ['bank.read', 'bank.write'] }],
  ])('200 with %s', async (_what, claims) => {
    expect((await me(await strict.token(claims))).status).toBe(200)
  })

  test.each<[string, Record<string, unknown>]>([
    ['scope', { ...allowed, scope: 'bank.read' }],
    ['scope', { ...allowed, scope: 'bank.read bank.writer' }],
    ['scope', { ...allowed, scope: undefined }],
    ['scope', { ...allowed, scope: { 'bank.read': true } }],
    // the one that counts is not made up for by the other
    ['scope', { ...allowed, scope: '', scp: 'bank.read bank.write' }],
    ['acr', { ...allowed, acr: 'password' }],
    ['acr', { ...allowed, acr: undefined }],
    ['acr', { ...allowed, acr: ['hardware'] }],
  ])('401 OBP-20204 without the right %s: %j', async (claim, claims) => {
    expect(await refusal(await strict.token({ sub: 'never-seen', ...claims }))).toEqual([
      401,
      `OBP-20204: Bad JWT error. ${claim} is missing or not what it must be.`,
    ])
    expect(await userRows('never-seen')).toEqual([])
  })
})

describe('401 on the next call', () => {
  const endedMessage =
    'OBP-20206: Bad JSON Object Signing and Encryption (JOSE) exception. The ID token is invalid or expired. Please log in again.'
  /** later than all that has been answered until now; in whole seconds, as issuers count, it would be worth a wait */
  const soon = () => (Date.now() + 1) / 1000

  test('OBP-20009 when the consumer is disabled, also for its other users, who log in again when it is enabled', async () => {
    const [one, two] = [await issuer.token({ azp: 'off' }), await issuer.token({ azp: 'off', sub: newSubject() })]
    const elsewhere = await issuer.token({ azp: 'on' })
    for (const token of [one, two, elsewhere]) expect((await me(token)).status).toBe(200)
    const { consumer_id } = await consumerOf('off')
    await server.services.consumers.setActive(origin, consumer_id, false)
    for (const token of [one, two])
      expect(await refusal(token)).toEqual([401, 'OBP-20009: Invalid consumer credentials'])
    expect((await me(elsewhere)).status).toBe(200)
    await server.services.consumers.setActive(origin, consumer_id, true)
    for (const token of [one, two]) expect(await refusal(token)).toEqual([401, endedMessage])
    expect((await me(await issuer.token({ azp: 'off', iat: soon() }))).status).toBe(200)
    expect(await refusal(await issuer.token({ azp: 'off', iat: undefined }))).toEqual([401, endedMessage])
    expect((await me(elsewhere)).status).toBe(200)
  })

  test('OBP-20206 when the logins of the user, or at the consumer, were ended', async () => {
    const [sub, azp] = [newSubject(), 'ended']
    const token = await issuer.token({ sub, azp })
    const { user_id: userId } = (await me(token)).body
    const { token: admin } = await server.user({ '': ['CanDeleteUserTokens', 'CanDeleteConsumerTokens'] })
    const { consumer_id } = await consumerOf(azp)
    let issued = token
    for (const path of [`/users/${userId}/tokens`, `/management/consumers/${consumer_id}/tokens`]) {
      expect((await me(issued)).status).toBe(200)
      expect((await server.call(`/obp/v6.0.0${path}`, { method: 'DELETE', token: admin })).status).toBe(204)
      expect(await refusal(issued)).toEqual([401, endedMessage])
      issued = await issuer.token({ sub, azp, iat: soon() })
    }
    expect((await me(issued)).status).toBe(200)
  })

  test('OBP-20064 when the user was deleted: they do not come again', async () => {
    const sub = newSubject()
    const token = await issuer.token({ sub })
    await me(token)
    await rows('update app_user set deleted_at = now() where username = $1', sub)
    expect((await refusal(token))[1]).toMatch(/^OBP-20064: /)
    expect((await refusal(await issuer.token({ sub, azp: 'new-app-of-the-deleted' })))[1]).toMatch(/^OBP-20064: /)
    expect(await userRows(sub)).toHaveLength(1)
  })

  test('OBP-20013 when the user is locked', async () => {
    const sub = newSubject()
    const token = await issuer.token({ sub })
    await me(token)
    await rows('update app_user set wrong_passwords = 5 where username = $1', sub)
    expect((await refusal(token))[1]).toMatch(/^OBP-20013: /)
  })
})

describe('401, and nobody is created', () => {
  const seconds = () => Math.floor(Date.now() / 1000)
  const refused = async (token: string, message: string) => {
    const before = await everything()
    expect(await refusal(token)).toEqual([401, message])
    expect(await everything()).toEqual(before)
  }
  const unverifiable =
    'OBP-20206: Bad JSON Object Signing and Encryption (JOSE) exception. The ID token is invalid or expired. Its signature cannot be verified.'
  const expired =
    'OBP-20206: Bad JSON Object Signing and Encryption (JOSE) exception. The ID token is invalid or expired. It has expired.'
  const bad = (claim: string) => `OBP-20204: Bad JWT error. ${claim} is missing or not what it must be.`
  const unparsed = 'OBP-20205: Parse error. Send a JWT of at most 8192 characters after the word Bearer.'
  const unknown = 'OBP-20208: Cannot match the issuer and JWKS URI at this server instance. '

  test.each([
    ['', unparsed],
    ['nonsense', unparsed],
    ['a.b.c', unparsed],
    ['..', unparsed],
    [asIs({ alg: 'RS256' }, [1]), unparsed],
    [`e30.${'x'.repeat(8190)}.x`, unparsed],
    [asIs({ alg: 'RS256' }, {}), unknown],
    [asIs({ alg: 'RS256' }, { iss: 7 }), unknown],
    [asIs({ alg: 'RS256' }, { iss: ['https://identity.example.com'] }), unknown],
  ])('for %j', (token, message) => refused(token, message))

  test.each([
    'https://unknown.example.com',
    'https://identity.example.com/',
    'https://IDENTITY.example.com',
    'https://identity.example.com.evil.example',
    'fichero',
    '__proto__',
    '',
  ])('OBP-20208 for the issuer %j', async (iss) => refused(await issuer.token({ iss }), unknown))

  test.each<[string, Record<string, unknown>, string]>([
    ['has expired', { exp: seconds() - 40 }, expired],
    ['never expires', { exp: undefined }, bad('exp')],
    ['expires at a text', { exp: '2999' }, bad('exp')],
    ['is not valid yet', { nbf: seconds() + 600 }, bad('nbf')],
    ['is for nobody', { aud: undefined }, bad('aud')],
    ['is for somebody else', { aud: 'somebody-else' }, bad('aud')],
    ['is for an audience with our name in it', { aud: `${audience}-2` }, bad('aud')],
    ['has no subject', { sub: undefined }, bad('sub')],
    ['has an empty subject', { sub: '' }, bad('sub')],
    ['has a number for a subject', { sub: 7 }, bad('sub')],
    ['has too long a subject', { sub: 'x'.repeat(256) }, bad('sub')],
    ['has a NUL in its subject', { sub: 'a\0b' }, bad('sub')],
    ['is a logout token', { events: { 'http://schemas.openid.net/event/backchannel-logout': {} } }, bad('events')],
  ])('when it %s', async (_case, claims, message) => refused(await issuer.token(claims), message))

  test('clocks may differ by half a minute', async () => {
    expect((await me(await issuer.token({ exp: seconds() - 10, nbf: seconds() + 10 }))).status).toBe(200)
  })

  test.each([undefined, '', 7, 'x'.repeat(256), 'a\0b'])('OBP-20209 when its consumer is %j', async (azp) =>
    refused(
      await issuer.token({ azp }),
      'OBP-20209: The token have no linked consumer. The claim azp must name one, in at most 255 characters.',
    ),
  )

  test('OBP-20204 for another kind of token', async () => {
    await refused(await issuer.token({}, { typ: 'logout+jwt' }), bad('typ'))
  })

  test.each<[string, () => Promise<string> | string]>([
    ['signed with another key', () => issuer.forge()],
    ['signed with another key under an unknown name', () => issuer.forge({}, { kid: 'unknown' })],
    [
      'changed after it was signed',
      async () => {
        const [header, , signature] = (await issuer.token()).split('.')
        return `${header}.${Buffer.from(JSON.stringify(claimsOf(issuer.issuer, { sub: 'admin' }))).toString('base64url')}.${signature}`
      },
    ],
    ['without its signature', async () => `${(await issuer.token()).split('.').slice(0, 2).join('.')}.`],
    ['without its key’s name, with another key', () => issuer.forge({}, { kid: undefined })],
    [
      'with an extension that must be understood',
      () => asIs({ alg: 'RS256', kid: issuer.published()[0]!.kid, crit: ['x'], x: 1 }, claimsOf(issuer.issuer), 'AAAA'),
    ],
    ['with its own key in the header', async () => issuer.forge({}, { jwk: issuer.published()[0], kid: undefined })],
    ['with alg none', () => asIs({ alg: 'none' }, claimsOf(issuer.issuer))],
    ['with alg NONE and a signature', () => asIs({ alg: 'NONE' }, claimsOf(issuer.issuer), 'AAAA')],
    ['with no alg', () => asIs({ typ: 'JWT' }, claimsOf(issuer.issuer), 'AAAA')],
    [
      'signed HS256 with the public key in PEM',
      async () => {
        const [jwk] = issuer.published()
        return signedWith(await exportSPKI((await importJWK(jwk!, 'RS256')) as never), jwk!.kid!)
      },
    ],
    [
      'signed HS256 with the public key as JSON',
      () => signedWith(JSON.stringify(issuer.published()[0]), issuer.published()[0]!.kid!),
    ],
    ['signed HS256 with nothing', () => signedWith('', issuer.published()[0]!.kid!)],
    ['signed rightly with an algorithm that is not on the list', () => exotic.token()],
  ])('OBP-20206 when it is %s', async (_case, token) => refused(await token(), unverifiable))

  const signedWith = (secret: string, kid: string) => {
    const unsigned = asIs({ alg: 'HS256', kid }, claimsOf(issuer.issuer)).slice(0, -1)
    return `${unsigned}.${createHmac('sha256', secret).update(unsigned).digest('base64url')}`
  }

  test('also where a DirectLogin header comes with it: it is looked for first', async () => {
    const { token } = await server.user()
    const headers = { Authorization: `Bearer ${await issuer.forge()}`, DirectLogin: `token=${token}` }
    expect((await server.call('/obp/v3.0.0/users/current', { headers })).status).toBe(401)
  })

  test('what is refused is not repeated', async () => {
    const { text } = await me(await issuer.token({ aud: 'a-wrong-audience', sub: 'a-certain-subject' }))
    expect(text).not.toMatch(/a-wrong-audience|a-certain-subject/)
  })

  test('also where no login is needed', async () => {
    const path = '/obp/v4.0.0/banks'
    expect((await server.call(path)).status).toBe(200)
    expect((await server.call(path, { headers: { Authorization: 'Bearer x' } })).status).toBe(401)
  })

  test('in Spanish', async () => {
    const answer = await server.call('/obp/v3.0.0/users/current?locale=es_ES', {
      headers: { Authorization: 'Bearer x' },
    })
    expect(answer.body.message).toBe(
      'OBP-20205: Error de análisis. Envíe un JWT de como mucho 8192 caracteres detrás de la palabra Bearer.',
    )
  })

  test('OBP-20203 where no issuer is trusted, OBP-20201 where no bearer token is taken', async () => {
    const [none, off] = await Promise.all([
      startTestServer(),
      startTestServer({ trustedIssuers: trusting(settingFor(issuer)), allowOAuth2Login: false }),
    ])
    const token = await issuer.token()
    const answers = [await me(token, none), await me(token, off)]
    await Promise.all([none.close(), off.close()])
    expect(answers.map(({ status, body }) => [status, body.message])).toEqual([
      [401, "OBP-20203: There is no an URL of OAuth 2.0 server's JWK set, published at a well-known URL."],
      [401, 'OBP-20201: OAuth2 is not allowed at this instance.'],
    ])
  })
})

describe('the key server', () => {
  test('is asked again when the keys have been replaced: new tokens count at once, old ones no more', async () => {
    const rotating = await startIssuer('https://rotating.example.com')
    const own = await startTestServer({ trustedIssuers: trusting(settingFor(rotating)) })
    const old = await rotating.token()
    expect((await me(old, own)).status).toBe(200)
    await rotating.rotate('PS256')
    const answers = [await me(await rotating.token(), own), await me(old, own)]
    await own.close()
    await rotating.close()
    expect(answers.map(({ status }) => status)).toEqual([200, 401])
  })

  test('that is away is a 503 for its own tokens, soon, and nothing to anybody else', async () => {
    const away = await startIssuer('https://away.example.com')
    const own = await startTestServer({ trustedIssuers: trusting(settingFor(away), settingFor(issuer)) })
    away.answer((_request, response) => response.writeHead(500).end())
    const { token: login } = await own.user()
    const token = await away.token()
    const answers = await Promise.all(Array.from({ length: 20 }, () => me(token, own)))
    for (const { status, body, headers } of answers) {
      expect([status, headers.get('retry-after')]).toEqual([503, '10'])
      expect(body.message).toMatch(/^OBP-20207: Bad JSON Object .* The keys of the issuer cannot be had now/)
    }
    expect(away.asked()).toBeLessThanOrEqual(5)
    expect((await me(await issuer.token(), own)).status).toBe(200)
    expect((await own.call('/obp/v3.0.0/users/current', { token: login })).status).toBe(200)
    await own.close()
    await away.close()
  })
})
