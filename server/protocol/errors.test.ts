import { describe, expect, test } from 'vitest'
import * as errors from './errors.ts'

const entries = Object.entries(errors).filter((pair): pair is [string, errors.ErrorEntry] => {
  const [, value] = pair
  return typeof value === 'object' && 'status' in value && 'en' in value
})

describe('the catalogue', () => {
  test.each(entries)('%s has a code, a status and a text in each language', (_, { code, status, en, es }) => {
    expect(code ?? 'OBP-00000').toMatch(/^OBP-\d{5}$/)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(600)
    expect(en.trim()).not.toBe('')
    expect(es.trim()).not.toBe('')
    expect(es).not.toBe(en)
    // what comes behind the text joins on as it does in English
    expect(/\s$/.test(es)).toBe(/\s$/.test(en))
  })

  // what HTTP has statuses of its own for, while OBP has but one code
  const variants = ['OBP-10404', 'OBP-10001']

  test('has one status for one code', () => {
    const statuses = new Map<string, Set<number>>()
    for (const [, { code, status }] of entries)
      if (code && !variants.includes(code)) statuses.set(code, (statuses.get(code) ?? new Set()).add(status))
    expect([...statuses].filter(([, several]) => several.size > 1)).toEqual([])
  })

  test('has one entry for one code, or for one text where there is no code', () => {
    const names = new Map<string, string[]>()
    for (const [name, { code, en }] of entries) {
      const key = code ?? en
      if (!variants.includes(key)) names.set(key, [...(names.get(key) ?? []), name])
    }
    expect([...names].filter(([, several]) => several.length > 1)).toEqual([])
  })

  test('its variants are those of HTTP', () => {
    const statuses = (wanted: string) =>
      entries
        .filter(([, { code }]) => code === wanted)
        .map(([, { status }]) => status)
        .sort()
    expect(statuses('OBP-10404')).toEqual([400, 404, 405, 414, 415, 431])
    expect(statuses('OBP-10001')).toEqual([400, 413])
  })

  test.each([
    ['OBP-20001', 401],
    ['OBP-20003', 401],
    ['OBP-20004', 401],
    ['OBP-20005', 404],
    ['OBP-20006', 403],
    ['OBP-20008', 401],
    ['OBP-20013', 401],
    ['OBP-00002', 403],
    ['OBP-01000', 408],
    ['OBP-30001', 404],
    ['OBP-30006', 400],
    ['OBP-30007', 400],
    ['OBP-30008', 404],
    ['OBP-30019', 404],
    ['OBP-30046', 404],
    ['OBP-30212', 404],
    ['OBP-50000', 500],
    ['OBP-50019', 503],
  ])('%s is %i', (wanted, status) => {
    expect(entries.filter(([, { code }]) => code === wanted).map(([, entry]) => entry.status)).toEqual([status])
  })
})

describe('a refusal', () => {
  test('says the documented text first, in the language of the call, and then its own', () => {
    const refusal = new errors.Refusal(errors.BankNotFound, { en: ' More.', es: ' Más.' })
    expect(refusal.text('en_GB')).toBe(`${errors.documentedText(errors.BankNotFound)} More.`)
    expect(refusal.text('es_ES')).toBe('OBP-30001: Banco no encontrado. Indique un valor válido para BANK_ID. Más.')
    expect(new errors.Refusal(errors.BankNotFound, ' x').text('es_ES')).toMatch(/^OBP-30001: Banco .* x$/)
  })

  test('without a code is just its text', () => {
    expect(new errors.Refusal(errors.NoCrmEvents).text('en_GB')).toBe('No CRM Events available.')
  })

  test('goes out with its status as its code', () => {
    expect(errors.envelope(404, 'text "quoted"')).toBe('{"code":404,"message":"text \\"quoted\\""}')
  })
})
