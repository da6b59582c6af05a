import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adviceOf } from '../../documentation/error-advice.ts'
import * as errors from '../../protocol/errors.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { getErrorMessages } from './get-error-messages.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await server.bank('gh.29.uk')
})
afterAll(() => server.close())

const path = '/obp/v6.0.0/api/error-messages'
const entries = Object.entries(errors).filter((pair): pair is [string, errors.ErrorEntry] => {
  const [, value] = pair
  return typeof value === 'object' && 'status' in value && 'en' in value
})
interface Message {
  code: string | null
  status: number
  message: string
  cause: string
  fix: string
  operation_ids: string[]
}
const messages = async (query = ''): Promise<Message[]> => (await server.call(path + query)).body.error_messages

describe('the advice', () => {
  test.each(entries)('%s has a cause and a fix in each language', (_name, entry) => {
    const { cause, fix } = adviceOf(entry)
    for (const text of [cause.en, cause.es, fix.en, fix.es]) expect(text).toMatch(/^\S.+\.$/)
    expect(cause.es).not.toBe(cause.en)
    expect(fix.es).not.toBe(fix.en)
  })

  test('an error that is not in the catalogue is a fault of ours', () => {
    expect(() => adviceOf({ ...errors.BankNotFound })).toThrow('OBP-30001 is not in the catalogue')
  })
})

describe('getErrorMessages', () => {
  test('200 with every error by code, those without one last, without a login', async () => {
    const answer = await server.call(path)
    const list: Message[] = answer.body.error_messages
    const documented = list.filter(({ code, operation_ids }) => code !== null && operation_ids.length > 0)
    expectDeclared({ ...answer, body: { error_messages: documented } }, getErrorMessages, 200)
    expect(list).toHaveLength(entries.length)
    const codes = list.map(({ code }) => code ?? 'OBP-~')
    expect(codes).toEqual([...codes].sort())
    expect(list.find(({ code }) => code === 'OBP-30006')).toEqual({
      code: 'OBP-30006',
      status: 400,
      message:
        'OBP-30006: Customer Number already exists. Please specify a different value for BANK_ID or CUSTOMER_NUMBER.',
      cause: 'A customer of this bank has the number already.',
      fix: 'Use another number, or look whether the customer is there already.',
      operation_ids: ['OBPv1.4.0-addCustomer'],
    })
  })

  test('an error names the operations whose resource docs list it', async () => {
    const list = await messages()
    const docs = (await server.call('/obp/v1.4.0/resource-docs/v1.4.0/obp')).body.resource_docs
    for (const { operation_id, error_response_bodies } of docs) {
      const named = list.filter(({ operation_ids }) => operation_ids.includes(operation_id))
      expect(named.map(({ message }) => message).sort()).toEqual([...error_response_bodies].sort())
    }
  })

  test('what a call is refused with begins as the catalogue says', async () => {
    const unknown = await server.call('/obp/v6.0.0/banks/none')
    const [bankNotFound] = (await messages()).filter(({ code }) => code === 'OBP-30001')
    expect(unknown.body.message.startsWith(bankNotFound!.message)).toBe(true)
    expect(unknown.status).toBe(bankNotFound!.status)
  })

  test('in Spanish codes and statuses stay, and the texts are Spanish', async () => {
    const [english, spanish] = [await messages(), await messages('?locale=es_ES')]
    expect(spanish.map(({ code, status }) => [code, status])).toEqual(english.map(({ code, status }) => [code, status]))
    expect(spanish.filter(({ message }, index) => message === english[index]!.message)).toEqual([])
    const refused = await server.call('/obp/v6.0.0/banks/none?locale=es_ES')
    const [entry] = spanish.filter(({ code }) => code === 'OBP-30001')
    expect(refused.body.message.startsWith(entry!.message)).toBe(true)
  })

  test('behind the role of resource docs, who lacks it sees no operations, and no cache keeps that', async () => {
    const closed = await startTestServer({ resourceDocsRequiresRole: true })
    try {
      const [reader, other] = [await closed.user({ '': ['CanReadResourceDoc'] }), await closed.user()]
      for (const token of [undefined, other.token]) {
        const answer = await closed.call(path, token ? { token } : {})
        expect(answer.body.error_messages).toHaveLength(entries.length)
        expect(answer.body.error_messages.flatMap((each: Message) => each.operation_ids)).toEqual([])
        expect(answer.headers.get('cache-control')).toBe('private, no-cache')
      }
      expect((await closed.call(path, { token: reader.token })).text).toContain('OBPv1.4.0-addCustomer')
    } finally {
      await closed.close()
    }
  })

  test('400 OBP-10041 for a locale that there is not, 401 for wrong credentials, 404 before v6.0.0', async () => {
    const unknown = await server.call(`${path}?locale=fr`)
    expect([unknown.status, unknown.body.message.slice(0, 10)]).toEqual([400, 'OBP-10041:'])
    expect((await server.call(path, { token: 'wrong' })).status).toBe(401)
    expect((await server.call(path.replace('v6.0.0', 'v5.1.0'))).status).toBe(404)
  })
})
