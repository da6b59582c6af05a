import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'

export const deleteMyAuthorizedApplication = operation({
  version: 'v6.0.0',
  name: 'deleteMyAuthorizedApplication',
  verb: 'DELETE',
  path: '/my/authorized-applications/CONSUMER_ID',
  summary: { en: 'Delete My Authorized Application', es: 'Eliminar una de mis aplicaciones autorizadas' },
  description: {
    en: `Takes back what the user allowed the application of CONSUMER_ID: its tokens, of whatever kind, are refused from the next call on, and it has to ask for consent again. Other applications, and other users, are not concerned. An application that may not call for the user counts as gone already.

Authentication is Mandatory`,
    es: `Retira la autorización que el usuario dio a la aplicación de CONSUMER_ID: sus tokens, de cualquier tipo, se rechazan desde la siguiente llamada, y tendrá que volver a pedir consentimiento. No afecta a otras aplicaciones ni a otros usuarios. Una aplicación que no está autorizada por el usuario cuenta como ya eliminada.

Autenticación obligatoria`,
  },
  tags: ['User'],
  response: field.object({}),
  status: 204,
  errors: [error.UserNotLoggedIn, error.UnknownError],
  example: { response: {} },
  async handle({ path, user: { userId }, origin }, _connector, { authorizedApplications }) {
    await authorizedApplications.withdraw(origin, { userId, consumerId: path.CONSUMER_ID })
    return {}
  },
})
