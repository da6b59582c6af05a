/** Reads the body of a call: bytes to JSON to the value that the operation's schema describes. */
import type { TSchema } from 'typebox'
// not typebox/compile, which reads another hundred modules for what a body does not need
import { Compile, type Validator } from 'typebox/schema'
import { InvalidJson, Refusal } from './errors.ts'
import { decode, numbersAsTexts, reshape, ruleOf } from './fields.ts'
import type { Localised } from './languages.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Makes the reader of one operation's bodies. */
export function bodyReader(schema: TSchema): (bytes: Buffer | undefined) => unknown {
  let validator: Validator | undefined
  return (bytes) => {
    validator ??= Compile(schema)
    const value = numbersAsTexts(schema, reshape(schema, parseJson(bytes)))
    if (!validator.Check(value)) throw wrongShape(schema, value, validator)
    return decode(schema, value)
  }
}

/** @throws Refusal OBP-10001 where the bytes are no JSON text in UTF-8 */
function parseJson(bytes: Buffer | undefined): unknown {
  if (!bytes || bytes.length === 0)
    throw new Refusal(InvalidJson, sentence({ en: 'The body is empty', es: 'El cuerpo está vacío' }))
  try {
    return JSON.parse(utf8.decode(bytes))
  } catch {
    // the parser's own text repeats parts of the body, and with them personal data
    throw new Refusal(
      InvalidJson,
      sentence({ en: 'The body is not JSON in UTF-8', es: 'El cuerpo no es JSON en UTF-8' }),
    )
  }
}

/** Names the first field that is wrong and what it must be; never the value. */
function wrongShape(schema: TSchema, value: unknown, validator: Validator): Refusal {
  const [, [error]] = validator.Errors(value)
  if (!error) return new Refusal(InvalidJson)
  const { keyword, instancePath, params } = error
  const path = instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const missing =
    keyword === 'required' ? (params as { requiredProperties: string[] }).requiredProperties[0] : undefined
  if (missing !== undefined) path.push(missing)
  const { rule, name } = walk(schema, path)
  if (rule?.error) return new Refusal(rule.error)
  if (name === '')
    return new Refusal(InvalidJson, sentence({ en: 'The body must be an object', es: 'El cuerpo debe ser un objeto' }))
  if (missing !== undefined)
    return new Refusal(InvalidJson, sentence({ en: `${name} is missing`, es: `Falta ${name}` }))
  const own = rule?.refusals?.[keyword]
  if (own) return own
  const said = rule?.sayings?.[keyword]
  if (said) return new Refusal(InvalidJson, sentence({ en: `${name} ${said.en}`, es: `${name} ${said.es}` }))
  const mustBe = rule?.mustBe ?? { en: 'an object', es: 'un objeto' }
  return new Refusal(InvalidJson, sentence({ en: `${name} must be ${mustBe.en}`, es: `${name} debe ser ${mustBe.es}` }))
}

/** Follows a path such as ['crm_events', '1', 'actual_date'] and gives its rule and its name, `crm_events[1].actual_date`. */
function walk(schema: TSchema, path: string[]) {
  let here: TSchema | undefined = schema
  let name = ''
  for (const part of path) {
    const { properties, items } = (here ?? {}) as { properties?: Record<string, TSchema>; items?: TSchema }
    if (items) {
      here = items
      name += `[${part}]`
    } else {
      here = properties?.[part]
      name += name ? `.${part}` : part
    }
  }
  return { rule: here && ruleOf(here), name }
}

const sentence = ({ en, es }: Localised): Localised => ({ en: ` ${en}.`, es: ` ${es}.` })
