import { afterEach, describe, expect, test, vi } from 'vitest'
import { codeAt, newRecoveryCode, newSecret, plain, secretText, secretUri, stepOf } from './one-time-codes.ts'

// RFC 6238 appendix B, for SHA-1; the last six of its eight digits
const rfcSecret = new TextEncoder().encode('12345678901234567890')
const vectors: [number, string][] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
]
const at = (seconds: number) => vi.useFakeTimers({ toFake: ['Date'], now: seconds * 1000 })
afterEach(() => {
  vi.useRealTimers()
})

describe('a code by the clock', () => {
  test.each(vectors)('at %i seconds is %s, as RFC 6238 says', (seconds, code) => {
    expect(codeAt(rfcSecret, seconds * 1000)).toBe(code)
    at(seconds)
    expect(stepOf(rfcSecret, code)).toBe(Math.floor(seconds / 30))
  })

  test('counts one step early and one step late, and no more', () => {
    const step = 41_152_263
    for (const [off, counts] of [
      [-2, false],
      [-1, true],
      [0, true],
      [1, true],
      [2, false],
    ] as const) {
      at((step + off) * 30 + 15)
      expect(stepOf(rfcSecret, codeAt(rfcSecret, step * 30_000)), String(off)).toBe(counts ? step : null)
    }
  })

  test('counts with the blanks that apps show, and is nothing for another secret', () => {
    at(1_234_567_890)
    expect(stepOf(rfcSecret, ' 005 924 ')).toBe(41_152_263)
    expect(stepOf(newSecret(), '005924')).toBeNull()
  })

  test.each(['', '0', '05924', '0005924', '00592x', '89005924', '００５９２４', '-05924'])('%j is none', (code) => {
    at(1_234_567_890)
    expect(stepOf(rfcSecret, code)).toBeNull()
  })
})

test('a secret has 160 random bits, and an app reads it from its address', () => {
  const secret = newSecret()
  expect(secret).toHaveLength(20)
  expect(newSecret()).not.toEqual(secret)
  const uri = new URL(secretUri(secret, { username: 'ana@example.com', issuer: 'bank.example.com' }))
  expect(uri.protocol).toBe('otpauth:')
  expect(decodeURIComponent(uri.href)).toContain('totp/bank.example.com:ana@example.com?')
  expect(Object.fromEntries(uri.searchParams)).toEqual({
    issuer: 'bank.example.com',
    secret: plain(secretText(secret)),
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  })
  expect(secretText(rfcSecret)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
})

test('a recovery code has 120 random bits, and is the same however its groups are written', () => {
  const code = newRecoveryCode()
  expect(code).toMatch(/^([A-Z2-7]{4} ){5}[A-Z2-7]{4}$/)
  expect(plain(code.toLowerCase().replaceAll(' ', '-'))).toBe(plain(code))
  expect(new Set(Array.from({ length: 100 }, newRecoveryCode)).size).toBe(100)
})
