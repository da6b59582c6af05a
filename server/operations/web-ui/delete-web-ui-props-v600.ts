import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'

export const deleteWebUiPropsV600 = operation({
  version: 'v6.0.0',
  name: 'deleteWebUiProps',
  verb: 'DELETE',
  path: '/management/webui_props/WEBUI_PROP_NAME',
  summary: { en: 'Delete WebUiProps', es: 'Eliminar una propiedad de la interfaz web' },
  description: {
    en: `Deletes something that front ends show, by its name.

Authentication is Mandatory`,
    es: `Elimina algo que muestran las aplicaciones web, por su nombre.

Autenticación obligatoria`,
  },
  tags: ['WebUi-Props'],
  roles: allOf('CanDeleteWebUiProps'),
  response: field.object({}),
  status: 204,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.WebUiPropNotFoundByName, error.UnknownError],
  example: { response: {} },
  async handle({ path, origin }, _connector, { webUiProps }) {
    if (!(await webUiProps.remove(origin, { name: path.WEBUI_PROP_NAME })))
      throw new error.Refusal(error.WebUiPropNotFoundByName)
    return {}
  },
})
