/** What must not be kept of a call that somebody tried. */

const credential = /^\s*(authorization|directlogin|cookie)\s*:/i
const secret = /password|secret|^token$|_token$/i

/** Header lines without those that say who calls. */
export const headersWithoutSecrets = (lines: string): string =>
  lines
    .split('\n')
    .filter((line) => !credential.test(line))
    .join('\n')

/** JSON text with passwords, secrets and tokens emptied, at every depth; other text, and JSON without them, as it is. */
export function textWithoutSecrets(text: string): string {
  let found = false
  try {
    const body = JSON.parse(text, (name, value) => {
      if (!secret.test(name) || typeof value !== 'string' || value === '') return value
      found = true
      return ''
    })
    return found ? JSON.stringify(body, null, 2) : text
  } catch {
    return text
  }
}
