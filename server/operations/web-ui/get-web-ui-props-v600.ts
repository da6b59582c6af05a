import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { defaultingTo, oneOf, wrongFilterValue } from '../../protocol/query.ts'
import { exampleWebUiProp, toWebUiPropV600, WebUiPropV600 } from './web-ui-prop.ts'

const what = oneOf(
  ['active', 'database', 'config'],
  (sent) => {
    throw wrongFilterValue({
      en: `\`what\` must be one of: active, database, config. Current value: ${sent}`,
      es: `\`what\` debe ser uno de: active, database, config. Valor actual: ${sent}`,
    })
  },
  {
    en: 'active: the values in force; database: the values that were set; config: the default values.',
    es: 'active: los valores vigentes; database: los valores que se han fijado; config: los valores por defecto.',
  },
  'database',
)

export const getWebUiPropsV600 = operation({
  version: 'v6.0.0',
  name: 'getWebUiProps',
  verb: 'GET',
  path: '/webui-props',
  login: 'optional',
  summary: { en: 'Get WebUiProps', es: 'Obtener las propiedades de la interfaz web' },
  description: {
    en: `What front ends show: addresses, logos, texts. Everybody may read it, so it is no place for secrets.

This server has no default values: \`active\` and \`database\` give the same, and \`config\` an empty list.

Authentication is Optional`,
    es: `Lo que muestran las aplicaciones web: direcciones, logotipos, textos. Cualquiera puede leerlo, así que no es sitio para secretos.

Este servidor no tiene valores por defecto: \`active\` y \`database\` dan lo mismo y \`config\`, una lista vacía.

Autenticación opcional`,
  },
  tags: ['WebUi-Props'],
  query: { what: { ...defaultingTo('active', what), readsEmpty: true } },
  response: field.object({ webui_props: field.array(WebUiPropV600) }),
  status: 200,
  errors: [error.InvalidFilter, error.UnknownError],
  example: { response: { webui_props: [toWebUiPropV600(exampleWebUiProp)] } },
  async handle({ query }, _connector, { webUiProps }) {
    return { webui_props: query.what === 'config' ? [] : (await webUiProps.all()).map(toWebUiPropV600) }
  },
})
