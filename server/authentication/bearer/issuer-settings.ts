/** The setting TRUSTED_ISSUERS: what its JSON must be, and the issuers that come of it. */
import { remoteKeys } from './remote-keys.ts'
import { asymmetric, type TrustedIssuer } from './trusted-issuer.ts'

export interface IssuerSetting {
  readonly issuer: string
  readonly audience: readonly string[]
  readonly jwksUri: string
  readonly userClaim: string
  readonly consumerClaim: string
  readonly name: string
  readonly scope: readonly string[]
  readonly acr: readonly string[]
}

/** The issuers of the setting, or what it must be instead: the end of the sentence "TRUSTED_ISSUERS must …". */
export function readIssuers(text: string): { issuers: IssuerSetting[] } | { mustBe: string } {
  let entries: unknown
  try {
    entries = JSON.parse(text)
  } catch {
    entries = undefined
  }
  if (!Array.isArray(entries)) return { mustBe: 'a JSON list of objects with issuer, audience and jwks_uri' }
  const issuers: IssuerSetting[] = []
  for (const [index, entry] of entries.entries()) {
    const read = readIssuer(entry)
    if (typeof read === 'string') return { mustBe: `a JSON list of issuers: in entry ${index + 1} ${read}` }
    if (issuers.some(({ issuer }) => issuer === read.issuer))
      return { mustBe: `a JSON list of issuers: entry ${index + 1} has the issuer of an earlier one` }
    issuers.push(read)
  }
  return { issuers }
}

const keys = new Set(['issuer', 'audience', 'jwks_uri', 'user_claim', 'consumer_claim', 'name', 'scope', 'acr'])

function readIssuer(entry: unknown): IssuerSetting | string {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return 'there is no object'
  const unknown = Object.keys(entry).find((key) => !keys.has(key))
  if (unknown !== undefined) return `there is the unknown key ${JSON.stringify(unknown)}`
  const {
    issuer,
    audience,
    jwks_uri,
    user_claim = 'sub',
    consumer_claim = 'azp',
    name,
    scope,
    acr = [],
  } = entry as Record<string, unknown>
  if (!isText(issuer, 512)) return 'issuer must be a text of 1 to 512 characters'
  // the provider names that others have
  if (/^(gateway$|dauth\.)/i.test(issuer)) return 'issuer must not be the name of another way in'
  const audiences = Array.isArray(audience) ? audience : [audience]
  if (audiences.length === 0 || !audiences.every((each) => isText(each, 512)))
    return 'audience must be a text or a list of texts'
  if (!isText(jwks_uri, 2000) || !isKeyServer(jwks_uri))
    return 'jwks_uri must be a URL that starts with https:// (http:// for this machine only)'
  if (!isText(user_claim, 100)) return 'user_claim must be a text'
  if (!isText(consumer_claim, 100)) return 'consumer_claim must be a text'
  if (name !== undefined && !isText(name, 50)) return 'name must be a text of 1 to 50 characters'
  // RFC 6749 3.3
  if (
    scope !== undefined &&
    (!isText(scope, 1000) || !/^[\x21\x23-\x5b\x5d-\x7e]+( [\x21\x23-\x5b\x5d-\x7e]+)*$/.test(scope))
  )
    return 'scope must be a text: scopes with a blank between them'
  const classes = Array.isArray(acr) ? acr : [acr]
  if ('acr' in entry && (classes.length === 0 || !classes.every((each) => isText(each, 512))))
    return 'acr must be a text or a list of texts'
  return {
    issuer,
    audience: audiences,
    jwksUri: jwks_uri,
    userClaim: user_claim,
    consumerClaim: consumer_claim,
    name: name ?? issuer,
    scope: scope?.split(' ') ?? [],
    acr: classes,
  }
}

const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' &&
  value.length >= 1 &&
  value.length <= most &&
  !value.includes('\0') &&
  value.isWellFormed()

/** Keys that came unprotected over a network could be anybody's. */
function isKeyServer(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, username, password } = new URL(address)
  if (username !== '' || password !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname))
}

/** The issuers of the settings; `onAway` is told when the key server of one does not answer. */
export const issuersOf = (
  settings: readonly IssuerSetting[],
  onAway: (error: Error, issuer: string) => void,
): TrustedIssuer[] =>
  settings.map(({ issuer, audience, jwksUri, userClaim, consumerClaim, name, scope, acr }) => ({
    issuer,
    audience,
    algorithms: asymmetric,
    keys: remoteKeys(jwksUri, { onAway: (error) => onAway(error, issuer) }),
    userClaim,
    consumerClaim,
    provider: issuer,
    name,
    scope,
    acr,
  }))
