/** The codes of a second factor: those by the clock (RFC 6238, as every authenticator app has them), and recovery codes. */
import { Secret, TOTP } from 'otpauth'

const period = 30
/** of a code by the clock */
const digits = 6
const form = new RegExp(`^[0-9]{${digits}}$`)
/** A clock may be one step off, either way (RFC 6238 5.2). */
const window = 1
/** 120 bits: 112 and more may be kept as a plain hash (OWASP ASVS 5, 6.5.2) */
const recoveryBytes = 15

const totp = (secret: Uint8Array, user = '', issuer = '') =>
  new TOTP({ secret: new Secret({ buffer: Uint8Array.from(secret).buffer }), period, digits, issuer, label: user })

/** A new secret of 160 bits (RFC 4226 4). */
export const newSecret = (): Uint8Array => new Secret({ size: 20 }).bytes

/** The secret as somebody types it into an app, in groups of four. */
export const secretText = (secret: Uint8Array): string => inGroups(totp(secret).secret.base32)

/** The secret as an app reads it from a link or a QR code. */
export const secretUri = (secret: Uint8Array, { username, issuer }: { username: string; issuer: string }): string =>
  totp(secret, username, issuer).toString()

/** The code of a secret at a moment, in milliseconds. */
export const codeAt = (secret: Uint8Array, timestamp: number): string => totp(secret).generate({ timestamp })

/** The time step that a code is of, where that is about now; else null. */
export function stepOf(secret: Uint8Array, code: string): number | null {
  const token = plain(code)
  // the library throws at characters of more than one byte, which would tell who has a second factor
  if (!form.test(token)) return null
  const timestamp = Date.now()
  const off = totp(secret).validate({ token, timestamp, window })
  return off === null ? null : TOTP.counter({ period, timestamp }) + off
}

/** A new code that is good once, in groups of four. */
export const newRecoveryCode = (): string => inGroups(new Secret({ size: recoveryBytes }).base32)

/** A code as it is compared: without the blanks and hyphens that people put between groups. */
export const plain = (code: string): string => code.replaceAll(/[\s-]/g, '').toUpperCase()

const inGroups = (text: string): string => text.match(/.{1,4}/g)!.join(' ')
