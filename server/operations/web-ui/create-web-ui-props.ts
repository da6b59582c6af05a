import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { exampleWebUiProp, propName, propValue, toWebUiPropV310, WebUiPropV310 } from './web-ui-prop.ts'

export const createWebUiProps = operation({
  version: 'v3.1.0',
  name: 'createWebUiProps',
  verb: 'POST',
  path: '/management/webui_props',
  summary: { en: 'Create WebUiProps', es: 'Crear una propiedad de la interfaz web' },
  description: {
    en: `Sets something that front ends show. The name begins with \`webui_\`; one that is there already gets the new value. Everybody may read it, so it is no place for secrets.

Authentication is Mandatory`,
    es: `Fija algo que muestran las aplicaciones web. El nombre empieza por \`webui_\`; si ya existe, recibe el valor nuevo. Cualquiera puede leerlo, así que no es sitio para secretos.

Autenticación obligatoria`,
  },
  tags: ['WebUi-Props'],
  roles: allOf('CanCreateWebUiProps'),
  request: field.object({ name: propName(), value: propValue() }),
  response: WebUiPropV310,
  status: 201,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.InvalidJson,
    error.InvalidWebUiPropName,
    error.UnknownError,
  ],
  example: {
    request: { name: exampleWebUiProp.name, value: exampleWebUiProp.value },
    response: toWebUiPropV310(exampleWebUiProp),
  },
  handle: async ({ body, origin }, _connector, { webUiProps }) =>
    toWebUiPropV310(await webUiProps.set(origin, body.name, body.value)),
})
