import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import {
  bankRow,
  create,
  newId,
  testsOfEveryVersion,
  testsOfRequiredFields,
  testsOfTextFields,
} from './create-bank.cases.ts'
import { createBankV400 } from './create-bank-v400.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const path = '/obp/v4.0.0/banks'
const body = {
  short_name: 'Second',
  full_name: 'Second Bank of Spain',
  logo: 'https://second.example.com/logo.png',
  website: 'https://second.example.com',
}
const bic = { scheme: 'BIC', address: 'SECDESMM' }
const national = { scheme: 'BankCode', address: '0099' }

describe('createBank v4.0.0', () => {
  testsOfEveryVersion(() => server, {
    operation: createBankV400,
    path,
    body: { ...body, bank_routings: [bic, national] },
    longest: 16,
    tooShort: { id: 'abc', message: 'Min length of BANK_ID should be greater than 3 characters.' },
  })
  testsOfRequiredFields(() => server, path, { id: 'a.bank', ...body })
  testsOfTextFields(() => server, {
    path,
    body,
    longest: { short_name: 100, full_name: 255, logo: 2000, website: 2000 },
  })

  test('every field is answered and kept as it was sent, and the id is a routing by itself', async () => {
    const id = newId()
    const answer = await create(server, path, { id, ...body, bank_routings: [national, bic] })
    expect(answer.body).toEqual({
      id,
      ...body,
      bank_routings: [{ scheme: 'OBP', address: id }, bic, national],
      attributes: [],
    })
    expect(await bankRow(server, id)).toMatchObject({
      bank_id: id,
      short_name: 'Second',
      full_name: 'Second Bank of Spain',
      logo_url: 'https://second.example.com/logo.png',
      website_url: 'https://second.example.com',
      swift_bic: 'SECDESMM',
      national_identifier: '',
      routing_scheme: 'BankCode',
      routing_address: '0099',
    })
  })

  test.each([[[]], [null], [undefined], [[{ scheme: '', address: '' }]]])(
    '201 with the routings %j',
    async (routings) => {
      const id = newId()
      const answer = await create(server, path, { id, ...body, bank_routings: routings })
      expect(answer.status, answer.text).toBe(201)
      expect(answer.body.bank_routings).toEqual([{ scheme: 'OBP', address: id }])
    },
  )

  test('201 with what Get Bank answered, the routing of the id among it', async () => {
    const id = newId()
    const sent = { id, ...body, bank_routings: [{ scheme: 'OBP', address: id }, bic, national], attributes: [] }
    expect((await create(server, path, sent)).body).toEqual(sent)
  })

  test.each([
    ['two of scheme BIC', [bic, { ...bic, address: 'OTHERBIC' }]],
    ['two of other schemes', [national, { scheme: 'SortCode', address: '200415' }]],
    ['the id of another bank', [{ scheme: 'OBP', address: 'gh.29.uk' }]],
  ])('400 OBP-10001 for %s: none is dropped without a word', async (_, routings) => {
    const id = newId()
    const answer = await create(server, path, { id, ...body, bank_routings: routings })
    expect([answer.status, answer.body.message]).toEqual([
      400,
      'OBP-10001: Incorrect json format. bank_routings may hold one of scheme BIC and one of another scheme; that of scheme OBP is always the id of the bank.',
    ])
    expect(await bankRow(server, id)).toBeUndefined()
  })

  test.each([
    ['bank_routings must be a list of at most 100 items.', 'BIC'],
    ['bank_routings[1].address is missing.', [bic, { scheme: 'X' }]],
    ['bank_routings[0].scheme must be a text of at most 255 characters.', [{ scheme: 'x'.repeat(256), address: '' }]],
    ['bank_routings[0].address must be a text of at most 255 characters.', [{ scheme: 'X', address: true }]],
    ['bank_routings[0] must be an object.', ['BIC']],
  ])('400 OBP-10001: %s', async (sentence, routings) => {
    const answer = await create(server, path, { id: newId(), ...body, bank_routings: routings })
    expect([answer.status, answer.body.message]).toEqual([400, `OBP-10001: Incorrect json format. ${sentence}`])
  })
})
