import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { origin, startTestServer, type TestServer } from '../../testing/server.ts'
import { hashPassword } from './passwords.ts'

let server: TestServer
afterAll(() => server?.close())

const logIn = (username: string, at = server) =>
  at.call('/my/logins/direct', {
    method: 'POST',
    headers: { DirectLogin: `username=${username},password=Wrong-horse-1,consumer_key=test-consumer` },
  })

/** How far the times of two samples are apart, in standard deviations of Mann and Whitney's U where they are not. */
function distance(one: readonly number[], other: readonly number[]): number {
  const wins = one.flatMap((a) => other.map((b): number => (a > b ? 1 : a === b ? 0.5 : 0)))
  const u = wins.reduce((sum, win) => sum + win, 0)
  const [m, n] = [one.length, other.length]
  return (u - (m * n) / 2) / Math.sqrt((m * n * (m + n + 1)) / 12)
}

/** Milliseconds of logins under each of the names, in turns, so that whatever slows the machine down slows all of them. */
async function times(names: readonly string[], rounds: number): Promise<number[][]> {
  const taken = names.map((): number[] => [])
  for (let round = 0; round < rounds; round++)
    for (let turn = 0; turn < names.length; turn++) {
      // who comes first changes
      const place = (turn + round) % names.length
      const start = performance.now()
      expect((await logIn(names[place]!)).status).toBe(401)
      taken[place]!.push(performance.now() - start)
    }
  return taken
}

describe('how long a refusal takes', () => {
  beforeAll(async () => {
    server = await startTestServer({ wrongPasswordsUntilLocked: 1000 })
  })

  test('does not tell whether somebody has the name, and would if no hash were computed', async () => {
    const create = async (passwordHash: string) => {
      const username = `somebody.${randomUUID()}`
      const user = {
        provider: 'fichero',
        username,
        email: '',
        firstName: '',
        lastName: '',
        passwordHash,
        isValidated: true,
      }
      await server.services.users.create(origin, user)
      return username
    }
    const known = await create(await hashPassword('Correct-horse-1'))
    // compared without hashing: what an unknown name would look like without the hash that nothing matches
    const unhashed = await create('none')
    const names = [known, `nobody.${randomUUID()}`, unhashed]
    await times(names, 3)
    const [ofKnown, ofUnknown, ofUnhashed] = await times(names, 30)
    expect(Math.abs(distance(ofKnown!, ofUnknown!))).toBeLessThan(4)
    expect(distance(ofKnown!, ofUnhashed!)).toBeGreaterThan(4)
  })
})

describe('one password tried at many names', () => {
  test('counts at each of them, however slowly the rounds come, and for names that nobody has', async () => {
    const strict = await startTestServer()
    try {
      const users = await Promise.all(Array.from({ length: 12 }, () => strict.user()))
      const names = [
        ...users.map(({ username }) => username),
        ...Array.from({ length: 12 }, () => `no.${randomUUID()}`),
      ]
      const messages = async () =>
        (await Promise.all(names.map((name) => logIn(name, strict)))).map(({ body }) => body.message.slice(0, 9))
      for (let round = 1; round <= 5; round++) expect(await messages()).toEqual(names.map(() => 'OBP-20004'))
      expect(await messages()).toEqual(names.map(() => 'OBP-20013'))
    } finally {
      await strict.close()
    }
  })
})
