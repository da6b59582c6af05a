/** Passwords that many people use, and what they make of them to please a rule: `P@ssw0rd123!` (OWASP ASVS 5, 6.2.4). */
import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** Of a longer password this much decides: what it costs to look at one grows faster than its length. */
const looksAt = 64

/** Of zxcvbn's scores from 0 to 4 the first that stands for a hundred million guesses. */
const leastScore = 3

// read when somebody first chooses a password: it takes a third of a second and 34 MB
let opened: Promise<ZxcvbnFactory> | undefined
function opening(): Promise<ZxcvbnFactory> {
  opened ??= Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]).then(
    ([{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }]) =>
      new ZxcvbnFactory({
        dictionary: { passwords: dictionary['passwords-common'] },
        graphs: adjacencyGraphs,
        maxLength: looksAt,
      }),
  )
  return opened
}

/**
 * Whether who tries the 49,233 most common passwords, and what is usually made of them, meets a password early: in other
 * letters' case, with digits for letters, turned round, repeated, with a year or a sign behind it.
 */
export async function isCommonPassword(password: string): Promise<boolean> {
  const zxcvbn = await opening()
  return zxcvbn.check(password).score < leastScore
}
