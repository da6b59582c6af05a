import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal, ServiceTooBusy } from '../../protocol/errors.ts'
import { hashPassword, hashPasswords, isPassword, isStrongPassword, unmatchableHash } from './passwords.ts'

const digits = [...'0123456789']
const lower = [...'abcdefghijklmnopqrstuvwxyz']
const upper = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const special = [...'!"#$%&\'()*+,-./:;<=>?@[]^_`{|}~\\']
const kinds = [digits, lower, upper, special]
const visible = kinds.flat()

const wordOf = (characters: string[], minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...characters), minLength, maxLength })

/** One character of each kind and others of any, in any order. */
const mixed = (least: number, most: number) =>
  fc
    .tuple(...kinds.map((kind) => fc.constantFrom(...kind)), wordOf(visible, least - 4, most - 4))
    .chain((parts) => {
      const characters = parts.flatMap((part) => [...part])
      return fc.shuffledSubarray(characters, { minLength: characters.length })
    })
    .map((characters) => characters.join(''))

describe('isStrongPassword, the rule of OBP-30207', () => {
  test('10 to 16 characters with all four kinds are strong', () => {
    fc.assert(fc.property(mixed(10, 16), (password) => isStrongPassword(password)))
  })

  test('10 to 16 characters without one of the four kinds are not', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds).chain((left) => wordOf(kinds.filter((kind) => kind !== left).flat(), 10, 16)),
        (password) => !isStrongPassword(password),
      ),
    )
  })

  test('10 to 16 characters with a blank are not', () => {
    fc.assert(
      fc.property(mixed(9, 15), fc.nat(15), (password, place) => {
        const at = Math.min(place, password.length)
        return !isStrongPassword(`${password.slice(0, at)} ${password.slice(at)}`)
      }),
    )
  })

  test('fewer than 10 characters never are', () => {
    fc.assert(fc.property(mixed(4, 9), (password) => !isStrongPassword(password)))
    expect(isStrongPassword('')).toBe(false)
  })

  test('17 to 512 characters of the allowed ones always are', () => {
    fc.assert(fc.property(wordOf([...visible, ' '], 17, 512), (password) => isStrongPassword(password)))
  })

  test('more than 512 never are', () => {
    fc.assert(fc.property(wordOf(visible, 513, 2000), (password) => !isStrongPassword(password)))
  })

  test('a character that is not allowed spoils any password', () => {
    const strange = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))
    const refused = strange.filter((character) => character !== ' ' && !visible.includes(character))
    fc.assert(
      fc.property(
        fc.oneof(mixed(10, 16), wordOf(visible, 17, 60)),
        refused,
        fc.nat(60),
        (password, character, place) => {
          const at = Math.min(place, password.length)
          return !isStrongPassword(password.slice(0, at) + character + password.slice(at))
        },
      ),
    )
  })

  test.each([
    ['Sehr-gut-7', true],
    ['Sehr-gut7', false],
    ['ExactlySixteen-1', true],
    ['exactlysixteen-1', false],
    ['exactlyseventeen1', true],
    ['x'.repeat(512), true],
    ['x'.repeat(513), false],
    ['Newline-at-1\n', false],
  ])('at the borders: %j is %s', (password, strong) => {
    expect(isStrongPassword(password)).toBe(strong)
  })
})

describe('hashes', () => {
  test('a password matches its own hash and no other', async () => {
    const hash = await hashPassword('Sehr-gut-7')
    expect(await isPassword('Sehr-gut-7', hash)).toBe(true)
    expect(await isPassword('Sehr-gut-8', hash)).toBe(false)
    expect(await isPassword('', hash)).toBe(false)
  })

  test('equal passwords have different hashes, and both match', async () => {
    const [one, other] = await hashPasswords(['Sehr-gut-7', 'Sehr-gut-7'])
    expect(one).not.toBe(other)
    expect(await isPassword('Sehr-gut-7', one!)).toBe(true)
    expect(await isPassword('Sehr-gut-7', other!)).toBe(true)
  })

  test('are Argon2id with the cost that OWASP asks for, and hold no password', async () => {
    const hash = await hashPassword('Sehr-gut-7')
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(hash).not.toContain('Sehr')
  })

  test('many passwords have their hashes in their order, and each is told of', async () => {
    const passwords = Array.from({ length: 5 }, (_, place) => `Password-${place}`)
    const told: number[] = []
    const hashes = await hashPasswords(passwords, (done) => told.push(done))
    for (const [place, password] of passwords.entries()) expect(await isPassword(password, hashes[place]!)).toBe(true)
    expect(told).toEqual([1, 2, 3, 4, 5])
  })

  test('no password matches the hash of an unknown name, nor a text that is no hash', async () => {
    expect(await isPassword('Sehr-gut-7', unmatchableHash)).toBe(false)
    for (const text of ['', 'Sehr-gut-7', '$argon2id$v=19$m=8,t=1,p=1$', '$2b$10$abcdefghijklmnopqrstuv'])
      expect(await isPassword('Sehr-gut-7', text)).toBe(false)
  })

  test('the hash of an unknown name costs as much as a real one', async () => {
    const cost = (hash: string) => hash.split('$').slice(1, 4)
    expect(cost(unmatchableHash)).toEqual(cost(await hashPassword('x')))
  })
})

test('of hundreds of hashings at once those beyond 64 are refused at once with 503 OBP-10040, and then there is room again', async () => {
  const hash = '$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$az7JOmUEi05rG8s4LEeIZzfbysLZk8C81FE6cIA2vgc'
  const asked = Array.from({ length: 300 }, (_, place) =>
    place % 2 ? hashPassword('Sehr-gut-7') : isPassword('Correct-horse-1', hash),
  )
  const answers = await Promise.allSettled(asked)
  const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []))
  expect(answers.slice(0, 64).map(({ status }) => status)).toEqual(Array(64).fill('fulfilled'))
  expect(refused).toHaveLength(300 - 64)
  for (const reason of refused) {
    expect(reason).toBeInstanceOf(Refusal)
    expect([reason.entry, reason.headers]).toEqual([ServiceTooBusy, { 'Retry-After': '1' }])
  }
  expect(await isPassword('Correct-horse-1', hash)).toBe(true)
})

test('an import is not refused while logins wait, nor are logins while it hashes', async () => {
  const logins = Array.from({ length: 64 }, () => hashPassword('Sehr-gut-7'))
  expect(await hashPasswords(['Sehr-gut-7'])).toHaveLength(1)
  await Promise.all(logins)
})
