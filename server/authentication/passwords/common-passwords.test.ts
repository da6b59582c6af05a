import { describe, expect, test } from 'vitest'
import { isCommonPassword } from './common-passwords.ts'
import { isStrongPassword } from './passwords.ts'

describe('a password that keeps OBP’s rule', () => {
  test.each([
    'Password123!',
    'P@ssw0rd123!',
    'Password2029!',
    'Qwertyuiop1!',
    'Welcome123!',
    'Summer2024!',
    'Barcelona1!',
    'Iloveyou1!',
    '!1drowssaP',
    'Password1234567890',
    'qwertyuiopasdfghjkl',
    'passwordpasswordpassword',
    'iloveyouiloveyouiloveyou',
    'aaaaaaaaaaaaaaaaaaaaaaaa',
    'a'.repeat(512),
    '12345678901234567',
  ])('is common: %s', async (password) => {
    expect([isStrongPassword(password), await isCommonPassword(password)]).toEqual([true, true])
  })

  test.each([
    'Correct-horse-1',
    'Tidewater-2029',
    'Marzipan-10!',
    'Xk29-vanguard',
    'correct horse battery staple',
    'x8!Kq0vT$w',
    Array.from({ length: 512 }, (_, n) => String.fromCharCode(33 + ((n * 37) % 90))).join(''),
  ])('is not common: %s', async (password) => {
    expect([isStrongPassword(password), await isCommonPassword(password)]).toEqual([true, false])
  })
})
