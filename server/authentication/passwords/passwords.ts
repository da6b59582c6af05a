/** Passwords: hashed with Argon2id (RFC 9106) on the thread pool, off the event loop, kept as PHC strings. */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { Refusal, ServiceTooBusy } from '../../protocol/errors.ts'

const derive = promisify(argon2)

/** Most hashings of calls under way at once: those of half a second or so. The thread pool queues without end. */
const mostUnderWay = 64
let underWay = 0

/** Derives for a call. @throws Refusal OBP-10040 where so many wait already that another would wait for too long */
async function deriveForCall(options: Parameters<typeof derive>[1]): Promise<Buffer> {
  if (underWay >= mostUnderWay) throw new Refusal(ServiceTooBusy, '', { 'Retry-After': '1' })
  underWay++
  try {
    return await derive('argon2id', options)
  } finally {
    underWay--
  }
}

/** OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. Memory in KiB. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** Gives `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. @throws Refusal OBP-10040 */
export const hashPassword = (password: string): Promise<string> => hash(password, deriveForCall)

async function hash(password: string, derived: typeof deriveForCall): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derived({ message: password, nonce, ...cost })
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(nonce)}$${base64(tag)}`
}

/**
 * Hashes many passwords, in their order, a few at a time: the thread pool has four places, and logins need one of them.
 * `onHashed` is told after each how many are done, and may throw to end it.
 */
export async function hashPasswords(
  passwords: readonly string[],
  onHashed: (done: number) => void = () => {},
): Promise<string[]> {
  const hashes = new Array<string>(passwords.length)
  let next = 0
  let done = 0
  const work = async () => {
    while (next < passwords.length) {
      const place = next++
      hashes[place] = await hash(passwords[place]!, (options) => derive('argon2id', options))
      onHashed(++done)
    }
  }
  await Promise.all([work(), work(), work()])
  return hashes
}

/** Compares in constant time; false for a hash that is none. @throws Refusal OBP-10040 */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const match = phc.exec(hash)
  if (!match) return false
  const [, memory, passes, parallelism, salt, expected] = match
  const tag = Buffer.from(expected!, 'base64')
  const actual = await deriveForCall({
    message: password,
    nonce: Buffer.from(salt!, 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: tag.length,
  })
  return timingSafeEqual(actual, tag)
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replaceAll('=', '')

/** A hash that no password matches, for names that no user has: looking at it takes as long as at a real one. */
export const unmatchableHash: string = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(randomBytes(16))}$${base64(randomBytes(32))}`

/** At least so many characters of a name must be there before it counts as part of a password. */
const shortestName = 4

/**
 * Whether a password has a part that somebody who knows its user would try: the user name, the e-mail address up to its
 * `@`, or the name of this software (OWASP ASVS 5, 6.2.11).
 */
export function holdsName(password: string, { username, email }: { username: string; email: string }): boolean {
  const lower = password.toLowerCase()
  return [username, username.split('@')[0]!, email.split('@')[0]!, 'fichero'].some(
    (name) => name.length >= shortestName && lower.includes(name.toLowerCase()),
  )
}

const special = /[!"#$%&'()*+,\-./:;<=>?@[\]^_`{|}~\\]/
const allowed = /^[A-Za-z0-9!"#$%&'()*+,\-./:;<=>?@[\]^_`{|}~\\ ]+$/

/** OBP-30207: at least 10 characters of all four kinds, or 17 to 512 of any kind; a blank only in the long form. */
export function isStrongPassword(password: string): boolean {
  if (!allowed.test(password) || password.length > 512) return false
  if (password.length > 16) return true
  return (
    password.length >= 10 &&
    !password.includes(' ') &&
    /[0-9]/.test(password) &&
    /[a-z]/.test(password) &&
    /[A-Z]/.test(password) &&
    special.test(password)
  )
}
