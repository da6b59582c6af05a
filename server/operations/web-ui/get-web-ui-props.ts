import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { activeParameter, exampleWebUiProp, toWebUiPropV310, WebUiPropsV310 } from './web-ui-prop.ts'

export const getWebUiProps = operation({
  version: 'v5.1.0',
  name: 'getWebUiProps',
  verb: 'GET',
  path: '/webui-props',
  login: 'optional',
  summary: { en: 'Get WebUiProps', es: 'Obtener las propiedades de la interfaz web' },
  description: {
    en: `What front ends show: addresses, logos, texts. Everybody may read it, so it is no place for secrets.

With \`active=true\` other servers list their defaults too; this one has none, and answers with what was set.

Authentication is Optional`,
    es: `Lo que muestran las aplicaciones web: direcciones, logotipos, textos. Cualquiera puede leerlo, así que no es sitio para secretos.

Con \`active=true\` otros servidores incluyen también sus valores por defecto; este no los tiene y responde con lo que se haya fijado.

Autenticación opcional`,
  },
  tags: ['WebUi-Props'],
  query: activeParameter,
  response: WebUiPropsV310,
  status: 200,
  errors: [error.InvalidFilter, error.UnknownError],
  example: { response: { webui_props: [toWebUiPropV310(exampleWebUiProp)] } },
  async handle(_call, _connector, { webUiProps }) {
    return { webui_props: (await webUiProps.all()).map(toWebUiPropV310) }
  },
})
