/** What must not be kept of a call that somebody tried. */

/** Names of headers that say who calls, or hold what only the caller knows. */
const credential = /authorization|directlogin|dauth|cookie|token|secret|password|api-?key/i
const secret = /password|secret|^tokens?$|_tokens?$/i
/**
 * What follows such a name in text that is no JSON, to the end of the line: there no quote says where a value ends, and
 * no bracket where a list does, which goes with all behind it.
 */
const afterSecret = /((?:password|secret|(?:\b|_)tokens?\b)[\w-]*["']?(?:\s*[:=])?)\s*(?:[[{][\s\S]*|[^\n]*)/gi

/** Header lines without those that say who calls. */
export const headersWithoutSecrets = (lines: string): string =>
  lines
    .split('\n')
    .filter((line) => !credential.test(line.split(':')[0]!))
    .join('\n')

/** Headers as they may be shown: of a secret there is but its scheme. */
export const headersMasked = (headers: Headers): [string, string][] =>
  [...headers].map(([name, value]) => [name, credential.test(name) ? `${schemeOf(name, value)}••••` : value])

// RFC 9110 11.4: a scheme, then what proves who calls
const schemeOf = (name: string, value: string) => (name === 'authorization' && /^\w+ (?=.)/.exec(value)?.[0]) || ''

/** JSON text with passwords, secrets and tokens emptied, at every depth; of other text, lines end after their names. Text without them is as it is. */
export function textWithoutSecrets(text: string): string {
  let found = false
  try {
    const body = JSON.parse(text, (name, value) => {
      if (!secret.test(name)) return value
      const empty = emptied(value)
      found ||= JSON.stringify(empty) !== JSON.stringify(value)
      return empty
    })
    return found ? JSON.stringify(body, null, 2) : text
  } catch {
    return text.replaceAll(afterSecret, '$1')
  }
}

/** Without its texts and numbers, at every depth. */
function emptied(value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'number') return ''
  if (Array.isArray(value)) return value.map(emptied)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, emptied(each)]))
}
