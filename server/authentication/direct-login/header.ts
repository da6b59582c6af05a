/** The two forms of OBP's DirectLogin header. */
import type { IncomingHttpHeaders } from 'node:http'

const names = ['username', 'password', 'consumer_key', 'token'] as const
const separator = /,(?=\s*(?:[A-Za-z_]+\s*=|,|$))/
/** A value in quotes ends where a quote stands before a separator or the end, so that passwords may hold both. */
const quoted = new RegExp(`^\\s*[A-Za-z_]+\\s*=\\s*".*?"\\s*(?=$|${separator.source})`)
export type DirectLoginParameters = Partial<Record<(typeof names)[number], string>>

/**
 * Reads `DirectLogin: username="u",password="p",consumer_key="k"` or `Authorization: DirectLogin username=…`; the first
 * wins where both are sent. Quotes and blanks around a value are optional, an empty value counts as absent, the last of
 * two equal names counts. A comma separates only where a name, another comma or the end follows it, and not within quotes:
 * passwords have commas.
 * Undefined where neither header is there.
 */
export function directLoginParameters(headers: IncomingHttpHeaders): DirectLoginParameters | undefined {
  const own = headers.directlogin
  const value = typeof own === 'string' ? own : headers.authorization
  if (value === undefined || (own === undefined && !value.includes('DirectLogin'))) return undefined
  const parameters: DirectLoginParameters = {}
  for (const part of partsOf(value.trim().replace(/^DirectLogin\b/, ''))) {
    const equals = part.indexOf('=')
    const name = names.find((known) => known === part.slice(0, equals).trim())
    const text = part
      .slice(equals + 1)
      .trim()
      .replace(/^"/, '')
      .replace(/"$/, '')
    if (equals > 0 && name && text) parameters[name] = text
  }
  return parameters
}

function* partsOf(text: string): Generator<string> {
  for (let rest = text; rest !== ''; ) {
    const part = quoted.exec(rest)?.[0] ?? rest.split(separator, 1)[0]!
    yield part
    rest = rest.slice(part.length + 1)
  }
}
