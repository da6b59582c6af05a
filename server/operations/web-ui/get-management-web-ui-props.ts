import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { activeParameter, exampleWebUiProp, toWebUiPropV310, WebUiPropsV310 } from './web-ui-prop.ts'

export const getManagementWebUiProps = operation({
  version: 'v3.1.0',
  name: 'getWebUiProps',
  verb: 'GET',
  path: '/management/webui_props',
  summary: { en: 'Get WebUiProps (Management)', es: 'Obtener las propiedades de la interfaz web (gestión)' },
  description: {
    en: `What front ends show: addresses, logos, texts. From v5.1.0 on \`GET /webui-props\` gives the same to everybody.

Authentication is Mandatory`,
    es: `Lo que muestran las aplicaciones web: direcciones, logotipos, textos. Desde v5.1.0, \`GET /webui-props\` da lo mismo a cualquiera.

Autenticación obligatoria`,
  },
  tags: ['WebUi-Props'],
  roles: allOf('CanGetWebUiProps'),
  query: activeParameter,
  response: WebUiPropsV310,
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.InvalidFilter, error.UnknownError],
  example: { response: { webui_props: [toWebUiPropV310(exampleWebUiProp)] } },
  async handle(_call, _connector, { webUiProps }) {
    return { webui_props: (await webUiProps.all()).map(toWebUiPropV310) }
  },
})
