/** What the claims of a verified token say about its user and its consumer. */
import type { JWTPayload } from 'jose'
import { Refusal, TokenWithoutConsumer } from '../../protocol/errors.ts'
import { isEmail } from '../../protocol/fields.ts'
import type { ForeignIdentity } from '../foreign-sessions.ts'
import type { TrustedIssuer } from './trusted-issuer.ts'
import { wrong } from './verify.ts'

/**
 * The user and the consumer that a token names.
 * @throws Refusal OBP-20204 without a user, OBP-20209 without a consumer
 */
export function foreignIdentity(payload: JWTPayload, issuer: TrustedIssuer): ForeignIdentity {
  const username = nameIn(payload[issuer.userClaim], 255)
  if (!username) throw wrong(issuer.userClaim)
  const clientId = nameIn(payload[issuer.consumerClaim], 255)
  if (!clientId)
    throw new Refusal(TokenWithoutConsumer, {
      en: `The claim ${issuer.consumerClaim} must name one, in at most 255 characters.`,
      es: `El atributo ${issuer.consumerClaim} debe indicar uno, en como mucho 255 caracteres.`,
    })
  return {
    provider: issuer.provider,
    username,
    clientId,
    appName: `${clientId} (${issuer.name ?? issuer.issuer})`.slice(0, 100).toWellFormed(),
    email: verifiedEmail(payload),
    firstName: nameIn(payload.given_name, 100),
    lastName: nameIn(payload.family_name, 100),
  }
}

/** A text that the database can keep; '' for anything else. */
const nameIn = (claim: unknown, most: number): string =>
  typeof claim === 'string' && claim.length <= most && !claim.includes('\0') && claim.isWellFormed() ? claim : ''

/** The e-mail address, unless the issuer says that it may be somebody else's (OpenID Connect Core 5.1). */
function verifiedEmail({ email, email_verified }: JWTPayload): string {
  // some issuers write the flag as a text
  if (email_verified === false || email_verified === 'false') return ''
  const address = nameIn(email, 200).trim().toLowerCase()
  return address.length <= 200 && isEmail(address) ? address : ''
}
