/** The shapes of a prop of the front ends, and the names that it can have. */
import Type, { type Static } from 'typebox'
import { InvalidWebUiPropName, Refusal } from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { type QueryParameter, wrongFilterValue } from '../../protocol/query.ts'
import type { WebUiProp } from '../../web-ui/web-ui-props.ts'

/** v3.1.0 to v5.1.0 */
export const WebUiPropV310 = field.object({
  name: field.string(),
  value: field.string(),
  web_ui_props_id: field.string(),
})
export const WebUiPropsV310 = field.object({ webui_props: field.array(WebUiPropV310) })

/** From v6.0.0 on. Clients read the id by either name. */
export const WebUiPropV600 = field.object({
  ...WebUiPropV310.properties,
  webUiPropsId: field.string(),
  source: field.string(),
})

export const toWebUiPropV310 = ({ id, name, value }: WebUiProp): Static<typeof WebUiPropV310> => ({
  name,
  value,
  web_ui_props_id: id,
})

export const toWebUiPropV600 = (prop: WebUiProp): Static<typeof WebUiPropV600> => ({
  ...toWebUiPropV310(prop),
  webUiPropsId: prop.id,
  source: 'database',
})

export const exampleWebUiProp: WebUiProp = {
  id: '1fa9d6c3-53c1-4a7e-8f39-9a2b53d0a4c7',
  name: 'webui_api_explorer_url',
  value: 'https://explorer.example.com',
}

export const propValue = () => field.text({ most: 65_536 })

const namePattern = '^webui_[A-Za-z0-9_.-]+$'

const nameRule = new Refusal(InvalidWebUiPropName, {
  en: ' It must begin with webui_ and have at most 255 letters, digits, underscores, dots and hyphens.',
  es: ' Debe empezar por webui_ y tener como mucho 255 letras, cifras, guiones bajos, puntos y guiones.',
})

export const propName = () =>
  field.refusedBy(
    { pattern: nameRule, maxLength: nameRule },
    field.matching({
      pattern: namePattern,
      most: 255,
      mustBe: { en: 'a name such as webui_top_text', es: 'un nombre como webui_top_text' },
    }),
  )

/** @throws Refusal OBP-08001 */
export function assertPropName(name: string): void {
  if (name.length > 255 || !new RegExp(namePattern).test(name)) throw nameRule
}

/**
 * The parameter `active`. It asks for defaults besides what was set; this server has no defaults, so that both of its
 * values lead to the same answer.
 */
export const activeParameter: { active: QueryParameter<boolean> } = {
  active: {
    schema: Type.Boolean({ default: false }),
    meaning: {
      en: 'true also asks for default values; this server has none.',
      es: 'true pide también los valores por defecto; este servidor no tiene ninguno.',
    },
    example: true,
    readsEmpty: true,
    read(sent) {
      if (sent !== 'true' && sent !== 'false')
        throw wrongFilterValue({
          en: '`active` must be true or false.',
          es: '`active` debe ser true o false.',
        })
      return sent === 'true'
    },
  },
}
