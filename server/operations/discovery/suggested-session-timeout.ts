import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'

export const suggestedSessionTimeout = operation({
  version: 'v5.1.0',
  name: 'suggestedSessionTimeout',
  verb: 'GET',
  path: '/ui/suggested-session-timeout',
  login: 'optional',
  summary: { en: 'Get Suggested Session Timeout', es: 'Obtener la duración de sesión recomendada' },
  description: {
    en: `After how many seconds without activity a front end should end a session: \`SESSION_TIMEOUT\`, five minutes where nothing else is set.

Authentication is Optional`,
    es: `Tras cuántos segundos sin actividad debe una aplicación web cerrar la sesión: \`SESSION_TIMEOUT\`, cinco minutos si no se configura otra cosa.

Autenticación opcional`,
  },
  tags: ['API'],
  response: field.object({ timeout_in_seconds: field.string() }),
  status: 200,
  errors: [error.UnknownError],
  example: { response: { timeout_in_seconds: '300' } },
  handle: (_call, _connector, { settings }) => ({ timeout_in_seconds: String(settings.sessionTimeout) }),
})
