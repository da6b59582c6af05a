import { describe, expect, test } from 'vitest'
import { operationDocumentOf } from '../../server/documentation/operation-document.ts'
import { catalogue } from '../../server/operations/catalogue.ts'
import { locales } from '../../server/protocol/languages.ts'
import { readSettings } from '../../server/settings.ts'
import { labels } from '../languages/labels.ts'
import { fieldRows, limitsOf, type typeOf } from './field-rows.ts'

const documentOf = (id: string, locale: (typeof locales)[number]) =>
  operationDocumentOf(catalogue.find((each) => each.id === id)!, catalogue, 'v6.0.0', locale, readSettings({}))

const saying =
  (locale: (typeof locales)[number]): Parameters<typeof typeOf>[1] =>
  (label, values = {}) =>
    labels[label][locale === 'es_ES' ? 'es' : 'en'].replaceAll(/\{(\w+)\}/g, (_, name) => values[name]!)

describe.each(locales)('in %s', (locale) => {
  const { request_schema, example_request_body } = documentOf('OBPv1.4.0-addCustomer', locale)
  const rows = fieldRows(request_schema, example_request_body, saying(locale))
  const rowOf = (path: string) => rows.find((row) => row.path === path)

  test('a field says its type, form, limits, example and meaning, and whether it is required', () => {
    expect(rowOf('email')).toMatchObject({
      type: locale === 'es_ES' ? 'texto (correo electrónico)' : 'string (email)',
      limits: '≤ 200',
      isRequired: true,
      example: 'felixsmith@example.com',
      meaning: expect.stringMatching(locale === 'es_ES' ? /correo/ : /e-mail/),
    })
    expect(rowOf('title')).toMatchObject({
      type: locale === 'es_ES' ? 'texto | número | null' : 'string | number | null',
      isRequired: false,
    })
    expect(rowOf('dob_of_dependants')).toMatchObject({
      type:
        locale === 'es_ES'
          ? 'lista de tipo texto (fecha | fecha y hora) | null'
          : 'array of string (date | date-time) | null',
      limits: '≤ 100',
    })
    expect(rowOf('dependants')).toMatchObject({
      type: locale === 'es_ES' ? 'número entero' : 'integer',
      limits: '≥ 0',
    })
  })

  test('deeper fields stand under theirs, with their whole path', () => {
    expect(rows.filter(({ path }) => path.startsWith('face_image')).map(({ path, depth }) => [path, depth])).toEqual([
      ['face_image', 0],
      ['face_image.url', 1],
      ['face_image.date', 1],
    ])
    expect(rowOf('face_image.url')?.example).toBe('www.openbankproject')
  })
})

test('those of the things in a list say that there are many', () => {
  const { response_schema, success_response_body } = documentOf('OBPv1.4.0-getCrmEvents', 'en_GB')
  const rows = fieldRows(response_schema, success_response_body, saying('en_GB'))
  expect(rows[0]).toMatchObject({ path: 'crm_events', example: '' })
  expect(rows.find(({ path }) => path === 'crm_events[].bank_id')?.example).toBe('gh.29.uk')
})

test('those of a body that is changed are there as those of one that is made', () => {
  const { request_schema, example_request_body } = documentOf('OBPv5.0.0-updateBank', 'en_GB')
  expect(fieldRows(request_schema, example_request_body, saying('en_GB')).map(({ path }) => path)).toContain(
    'bank_code',
  )
})

test('a least value of 0 is a limit, a least length of 0 is none, and neither is the whole range of an integer', () => {
  expect(limitsOf({ minimum: 0, maximum: 10 })).toBe('≥ 0, ≤ 10')
  expect(limitsOf({ minLength: 0, maxLength: 10, minItems: 0 })).toBe('≤ 10')
  expect(limitsOf({ minimum: -2_147_483_648, maximum: 2_147_483_647 })).toBe('')
})
