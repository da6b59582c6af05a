import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { activeParameter, exampleWebUiProp, toWebUiPropV600, WebUiPropV600 } from './web-ui-prop.ts'

export const getWebUiProp = operation({
  version: 'v6.0.0',
  name: 'getWebUiProp',
  verb: 'GET',
  path: '/webui-props/WEBUI_PROP_NAME',
  login: 'optional',
  summary: { en: 'Get WebUiProp by Name', es: 'Obtener una propiedad de la interfaz web por su nombre' },
  description: {
    en: `One of the things that front ends show, by its name. Everybody may read it.

Authentication is Optional`,
    es: `Una de las cosas que muestran las aplicaciones web, por su nombre. Cualquiera puede leerla.

Autenticación opcional`,
  },
  tags: ['WebUi-Props'],
  query: activeParameter,
  response: WebUiPropV600,
  status: 200,
  errors: [error.InvalidFilter, error.WebUiPropNotFoundByName, error.UnknownError],
  example: { response: toWebUiPropV600(exampleWebUiProp) },
  async handle({ path }, _connector, { webUiProps }) {
    const prop = await webUiProps.named(path.WEBUI_PROP_NAME)
    if (!prop) throw new error.Refusal(error.WebUiPropNotFoundByName)
    return toWebUiPropV600(prop)
  },
})
