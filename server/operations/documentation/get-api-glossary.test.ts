import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { glossaryEntries } from '../../documentation/glossary.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { getApiGlossary } from './get-api-glossary.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const path = '/obp/v3.0.0/api/glossary'
const textOf = (body: { glossary_items: { title: string; description: { markdown: string } }[] }, wanted: string) =>
  body.glossary_items.find(({ title }) => title === wanted)?.description.markdown

describe('getApiGlossary', () => {
  test.each(['v3.0.0', 'v5.1.0', 'v6.0.0'])('200 under %s without a login, by title', async (prefix) => {
    const answer = await server.call(`/obp/${prefix}/api/glossary`)
    expectDeclared(answer, getApiGlossary, 200)
    expect(answer.body.glossary_items.map(({ title }: { title: string }) => title)).toEqual(
      glossaryEntries().map(({ title }) => title),
    )
    expect(
      answer.body.glossary_items.find(({ title }: { title: string }) => title === 'KYC Check').description,
    ).toEqual({
      markdown: expect.stringMatching(/^A check .*\[Customer\]\(\/glossary#Customer\)/),
      html: expect.stringMatching(/^<p>A check .*<a href="\/glossary#Customer">Customer<\/a>/),
    })
  })

  test('404 under versions before v3.0.0', async () => {
    expect((await server.call('/obp/v2.2.0/api/glossary')).status).toBe(404)
  })

  test('locale chooses the language, then Accept-Language; titles stay', async () => {
    const english = await server.call(path)
    const spanish = await server.call(`${path}?locale=es_ES`)
    expect(textOf(english.body, 'legal_name')).toBe('The name of a customer as the identity document has it.')
    expect(textOf(spanish.body, 'legal_name')).toBe(
      'El nombre de un cliente tal como figura en su documento de identidad.',
    )
    const liked = await server.call(path, { headers: { 'Accept-Language': 'ca, es-MX;q=0.9, en;q=0.8' } })
    expect(liked.text).toBe(spanish.text)
    const both = await server.call(`${path}?locale=en_GB`, { headers: { 'Accept-Language': 'es' } })
    expect(both.text).toBe(english.text)
  })

  test('400 OBP-10041 for a locale that there is not', async () => {
    const { status, body } = await server.call(`${path}?locale=fr_FR`)
    expect([status, body.message.slice(0, 10)]).toEqual([400, 'OBP-10041:'])
  })

  test('401 for credentials that are wrong', async () => {
    expect((await server.call(path, { token: 'wrong' })).status).toBe(401)
  })

  test('GLOSSARY_REQUIRES_ROLE: 401, then 403, then 200 with CanReadGlossary, and no shared cache keeps it', async () => {
    const closed = await startTestServer({ glossaryRequiresRole: true })
    try {
      const anonymous = await closed.call(path)
      expect([anonymous.status, anonymous.body.message.slice(0, 10)]).toEqual([401, 'OBP-20001:'])
      const { token } = await closed.user()
      const { status, body } = await closed.call(path, { token })
      expect([status, body.message]).toEqual([403, 'OBP-20006: User is missing one or more roles: CanReadGlossary'])
      const reader = await closed.user({ '': ['CanReadGlossary'] })
      const answer = await closed.call(path, { token: reader.token })
      expectDeclared(answer, getApiGlossary, 200)
      expect(answer.headers.get('cache-control')).toBe('private, no-cache')
      const docs = await closed.call('/obp/v3.0.0/resource-docs/v3.0.0/obp?functions=getApiGlossary')
      expect(docs.body.resource_docs[0].roles).toEqual([{ role: 'CanReadGlossary', requires_bank_id: false }])
      expect(docs.body.resource_docs[0].description).toContain('Authentication is Mandatory')
    } finally {
      await closed.close()
    }
  })
})
