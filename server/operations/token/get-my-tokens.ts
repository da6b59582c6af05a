import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { exampleToken, Token, toToken } from './token.ts'

export const getMyTokens = operation({
  version: 'v6.0.0',
  name: 'getMyTokens',
  verb: 'GET',
  path: '/my/tokens',
  summary: { en: 'Get My Tokens', es: 'Obtener mis tokens' },
  description: {
    en: `The DirectLogin tokens with which the user who is logged in can call, newest first: with which application each was asked for, when, and when it expires. The tokens themselves are not shown: nobody has them but those who were given them.

Authentication is Mandatory`,
    es: `Los tokens de DirectLogin con los que puede llamar el usuario que ha iniciado sesión; primero los más recientes: con qué aplicación se pidió cada uno, cuándo, y cuándo caduca. Los tokens en sí no se muestran: solo los tiene quien los recibió.

Autenticación obligatoria`,
  },
  tags: ['User'],
  response: field.object({ tokens: field.array(Token) }),
  status: 200,
  errors: [error.UserNotLoggedIn, error.UnknownError],
  example: { response: { tokens: [exampleToken] } },
  async handle({ user, tokenId }, _connector, { loginTokens }) {
    const tokens = await loginTokens.ofUser(user.userId)
    return { tokens: tokens.map((token) => toToken(token, tokenId)) }
  },
})
