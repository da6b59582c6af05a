import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { assertPropName, exampleWebUiProp, propValue, toWebUiPropV600, WebUiPropV600 } from './web-ui-prop.ts'

export const createOrUpdateWebUiProps = operation({
  version: 'v6.0.0',
  name: 'createOrUpdateWebUiProps',
  verb: 'PUT',
  path: '/management/webui_props/WEBUI_PROP_NAME',
  summary: { en: 'Create or Update WebUiProps', es: 'Crear o cambiar una propiedad de la interfaz web' },
  description: {
    en: `Sets something that front ends show, whether the name had a value or not. The name begins with \`webui_\`. Everybody may read it, so it is no place for secrets.

Authentication is Mandatory`,
    es: `Fija algo que muestran las aplicaciones web, tuviera el nombre un valor o no. El nombre empieza por \`webui_\`. Cualquiera puede leerlo, así que no es sitio para secretos.

Autenticación obligatoria`,
  },
  tags: ['WebUi-Props'],
  roles: allOf('CanCreateWebUiProps'),
  request: field.object({ value: propValue() }),
  response: WebUiPropV600,
  status: 200,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.InvalidJson,
    error.InvalidWebUiPropName,
    error.UnknownError,
  ],
  example: { request: { value: exampleWebUiProp.value }, response: toWebUiPropV600(exampleWebUiProp) },
  async handle({ path, body, origin }, _connector, { webUiProps }) {
    assertPropName(path.WEBUI_PROP_NAME)
    return toWebUiPropV600(await webUiProps.set(origin, path.WEBUI_PROP_NAME, body.value))
  },
})
