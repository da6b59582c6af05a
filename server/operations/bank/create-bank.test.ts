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
import { createBank } from './create-bank.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const path = '/obp/v2.2.0/banks'
const body = {
  full_name: 'Second Bank of Spain',
  short_name: 'Second',
  logo_url: 'https://second.example.com/logo.png',
  website_url: 'https://second.example.com',
  swift_bic: 'SECDESMM',
  national_identifier: '0099',
  bank_routing: { scheme: 'OBP', address: 'second' },
}

describe('createBank v2.2.0', () => {
  testsOfEveryVersion(() => server, {
    operation: createBank,
    path,
    body,
    longest: 16,
    tooShort: { id: 'four', message: 'Min length of BANK_ID should be 5 characters.' },
  })
  testsOfRequiredFields(() => server, path, { id: 'a.bank', ...body })
  testsOfTextFields(() => server, {
    path,
    body,
    longest: {
      full_name: 255,
      short_name: 100,
      logo_url: 2000,
      website_url: 2000,
      swift_bic: 255,
      national_identifier: 255,
    },
  })

  test('every field is answered and kept as it was sent', async () => {
    const id = newId()
    const answer = await create(server, path, { id, ...body })
    expect(answer.body).toEqual({ id, ...body })
    expect(await bankRow(server, id)).toMatchObject({
      bank_id: id,
      full_name: 'Second Bank of Spain',
      short_name: 'Second',
      logo_url: 'https://second.example.com/logo.png',
      website_url: 'https://second.example.com',
      swift_bic: 'SECDESMM',
      national_identifier: '0099',
      routing_scheme: 'OBP',
      routing_address: 'second',
    })
  })

  test.each(['scheme', 'address'])('400 OBP-10001 when bank_routing.%s is missing, wrong or too long', async (part) => {
    const ask = (value: unknown) =>
      create(server, path, { ...body, id: newId(), bank_routing: { ...body.bank_routing, [part]: value } })
    expect((await ask(undefined)).body.message).toBe(
      `OBP-10001: Incorrect json format. bank_routing.${part} is missing.`,
    )
    for (const wrong of [null, 'x'.repeat(256)])
      expect((await ask(wrong)).body.message).toBe(
        `OBP-10001: Incorrect json format. bank_routing.${part} must be a text of at most 255 characters.`,
      )
    expect((await ask('x'.repeat(255))).status).toBe(201)
  })

  test('400 OBP-10001 when bank_routing is no object', async () => {
    const answer = await create(server, path, { ...body, id: newId(), bank_routing: 'BIC' })
    expect(answer.body.message).toBe('OBP-10001: Incorrect json format. bank_routing must be an object.')
  })

  test('v3.0.0 and v3.1.0 serve it too, v2.1.0 does not', async () => {
    for (const version of ['v3.0.0', 'v3.1.0'])
      expect((await create(server, `/obp/${version}/banks`, { id: newId(), ...body })).body).toHaveProperty('swift_bic')
    expect((await create(server, '/obp/v2.1.0/banks', { id: newId(), ...body })).status).toBe(405)
  })
})
