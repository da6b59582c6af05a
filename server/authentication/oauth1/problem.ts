/** What can be wrong with a signed request, in the words that OBP's clients know. */
import { documentedText, InvalidConsumerCredentials, Refusal } from '../../protocol/errors.ts'

/** `initiate` and `token` answer it as plain text, operations in OBP's envelope. */
export class Problem extends Error {
  readonly status: 400 | 401
  constructor(status: 400 | 401, text: string) {
    super(text)
    this.status = status
  }
}

export const missing = (names: readonly string[]) =>
  new Problem(400, `the following parameters are missing : ${names.join(', ')}`)
export const duplicated = new Problem(400, 'Duplicated oauth protocol parameters')
export const unknownVersion = new Problem(400, 'OAuth version not supported')
export const unknownMethod = new Problem(400, 'Unsupported signature method, please use hmac-sha1 or hmac-sha256')
export const unknownConsumer = new Problem(401, documentedText(InvalidConsumerCredentials))
export const noTimestamp = (text: string) => new Problem(400, `oauth_timestamp value: ${text.slice(0, 32)} is invalid`)
export const staleTimestamp = (text: string) =>
  new Problem(400, `oauth_timestamp value: ${text} is in and invalid time range`)
export const usedNonce = new Problem(401, 'Nonce already used')
// the reference repeats the token; a secret stays out of an error
export const invalidRequestToken = new Problem(401, 'Invalid or expired request token')
export const invalidAccessToken = new Problem(401, 'Invalid or expired access token')
export const invalidSignature = new Problem(401, 'Invalid signature')
export const invalidCallback = new Problem(400, 'oauth_callback is not the redirect URL of the consumer')

/** As an operation answers it. */
export function refusalOf({ status, message }: Problem): Refusal {
  if (message === unknownConsumer.message) return new Refusal(InvalidConsumerCredentials)
  return new Refusal({ code: null, status, en: message, es: message })
}
