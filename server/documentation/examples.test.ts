import { Compile } from 'typebox/compile'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../operations/catalogue.ts'
import { bodyReader } from '../protocol/body.ts'
import { readSettings } from '../settings.ts'
import { resourceDocOf } from './resource-doc.ts'

const settings = readSettings({})

describe.each(catalogue.map((operation) => ({ id: operation.id, operation })))('$id', ({ operation }) => {
  const { example, request, response, status } = operation

  test('its example of a request is one that it takes', () => {
    expect(example.request === undefined).toBe(request === undefined)
    if (request) expect(() => bodyReader(request)(Buffer.from(JSON.stringify(example.request)))).not.toThrow()
  })

  test('its example of an answer is one that it gives', () => {
    if (status === 204) return
    const errors = [...Compile(response).Errors(example.response)]
    expect(errors).toEqual([])
  })

  test('it is documented in both languages, and its Spanish is not its English', () => {
    const english = resourceDocOf(operation, 'v1.4.0', { locale: 'en_GB', errors: 'en_GB' }, settings)
    const spanish = resourceDocOf(operation, 'v1.4.0', { locale: 'es_ES', errors: 'en_GB' }, settings)
    expect(spanish.summary).not.toBe(english.summary)
    expect(spanish.description).not.toBe(english.description)
    for (const { summary, description } of [english, spanish]) {
      expect(summary).not.toBe('')
      expect(description).toMatch(/^<p>/)
      expect(description).not.toMatch(/undefined|null<|\[object/)
    }
    expect(english.description).toMatch(/Authentication is (Mandatory|Optional)/)
    expect(spanish.description).toMatch(/Autenticación (obligatoria|opcional)/)
    expect(english.error_response_bodies).toContain('OBP-50000: Unknown Error.')
  })
})

test('no two operations have the same id', () => {
  const ids = catalogue.map(({ id }) => id)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
})
