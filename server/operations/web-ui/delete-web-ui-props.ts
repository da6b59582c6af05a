import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'

export const deleteWebUiProps = operation({
  version: 'v3.1.0',
  name: 'deleteWebUiProps',
  verb: 'DELETE',
  path: '/management/webui_props/WEB_UI_PROPS_ID',
  summary: { en: 'Delete WebUiProps', es: 'Eliminar una propiedad de la interfaz web' },
  description: {
    en: `Deletes something that front ends show, by its id; from v6.0.0 on it is named by its name.

Authentication is Mandatory`,
    es: `Elimina algo que muestran las aplicaciones web, por su identificador; desde v6.0.0 se indica por su nombre.

Autenticación obligatoria`,
  },
  tags: ['WebUi-Props'],
  roles: allOf('CanDeleteWebUiProps'),
  response: field.object({}),
  status: 204,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.WebUiPropNotFoundById, error.UnknownError],
  example: { response: {} },
  async handle({ path, origin }, _connector, { webUiProps }) {
    if (!(await webUiProps.remove(origin, { id: path.WEB_UI_PROPS_ID })))
      throw new error.Refusal(error.WebUiPropNotFoundById)
    return {}
  },
})
