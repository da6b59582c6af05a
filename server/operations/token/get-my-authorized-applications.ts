import { toSeconds } from '../../protocol/dates.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'

const Application = field.object({
  consumer_id: field.string(),
  app_name: field.string(),
  redirect_url: field.string(),
  scopes: field.array(field.string()),
  authorized: field.dateTime(),
})

export const getMyAuthorizedApplications = operation({
  version: 'v6.0.0',
  name: 'getMyAuthorizedApplications',
  verb: 'GET',
  path: '/my/authorized-applications',
  summary: { en: 'Get My Authorized Applications', es: 'Obtener mis aplicaciones autorizadas' },
  description: {
    en: `The applications that may call for the user who is logged in, by name: those that they gave a consent, and those that have a token of theirs which has not expired, in whichever way they logged in. \`redirect_url\` says where each application is, \`scopes\` what was allowed by OpenID Connect, and \`authorized\` since when it may.

Delete My Authorized Application takes one of them back.

Authentication is Mandatory`,
    es: `Las aplicaciones que pueden llamar en nombre del usuario que ha iniciado sesión, por orden alfabético: las que tienen su consentimiento y las que tienen un token suyo que no ha caducado, fuera cual fuera la forma de iniciar sesión. \`redirect_url\` indica dónde está cada aplicación; \`scopes\`, lo que se autorizó mediante OpenID Connect, y \`authorized\`, desde cuándo está autorizada.

La operación para eliminar una de mis aplicaciones autorizadas retira la autorización de una de ellas.

Autenticación obligatoria`,
  },
  tags: ['User'],
  response: field.object({ authorized_applications: field.array(Application) }),
  status: 200,
  errors: [error.UserNotLoggedIn, error.UnknownError],
  example: {
    response: {
      authorized_applications: [
        {
          consumer_id: '5dc1a7e4-6d02-40e3-a129-0b2bf89de8c4',
          app_name: 'Branch desk',
          redirect_url: 'https://desk.example.com/callback',
          scopes: ['openid', 'email'],
          authorized: '2024-02-11T09:30:00Z',
        },
      ],
    },
  },
  async handle({ user }, _connector, { authorizedApplications }) {
    const applications = await authorizedApplications.ofUser(user.userId)
    return {
      authorized_applications: applications.map(({ consumerId, appName, redirectUrl, scopes, authorizedAt }) => ({
        consumer_id: consumerId,
        app_name: appName,
        redirect_url: redirectUrl,
        scopes: [...scopes],
        authorized: toSeconds(authorizedAt),
      })),
    }
  },
})
