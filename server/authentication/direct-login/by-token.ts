/** The way in by a DirectLogin token. */
import { DirectLoginInvalidToken, DirectLoginMissingParameters, Refusal } from '../../protocol/errors.ts'
import { admit } from '../caller.ts'
import type { WayIn } from '../way-in.ts'
import { directLoginParameters } from './header.ts'
import type { Tokens } from './tokens.ts'

export const directLoginToken = (tokens: Tokens): WayIn => ({
  type: 'DirectLogin',
  onlyLooks: true,
  carriedBy: ({ headers }) =>
    typeof headers.directlogin === 'string' || headers.authorization?.includes('DirectLogin') === true,
  async identify({ headers }) {
    const { token } = directLoginParameters(headers) ?? {}
    if (!token) throw new Refusal(DirectLoginMissingParameters, 'token')
    const session = await tokens.session(token)
    // the reference repeats the token here; a secret stays out of an error
    if (!session?.isConsumerActive)
      throw new Refusal(DirectLoginInvalidToken, { en: ' Please log in again.', es: ' Inicie sesión de nuevo.' })
    return admit(session)
  },
})
