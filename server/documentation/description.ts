/** The description of an operation: its own text, and the fields of its URL and bodies. */
import type { TSchema } from 'typebox'
import { inLocale, type Locale, type Localised } from '../protocol/languages.ts'
import type { Operation } from '../protocol/operation.ts'
import { placeholder } from '../protocol/versions.ts'
import { exampleOfField, exampleOfPlaceholder } from './field-examples.ts'
import { anchorOfField } from './glossary.ts'
import { asText, harmless } from './markdown.ts'

const urlParameters: Localised = { en: 'URL Parameters:', es: 'Parámetros de la URL:' }
const requestFields: Localised = { en: 'JSON request body fields:', es: 'Campos del cuerpo JSON de la petición:' }
const responseFields: Localised = { en: 'JSON response body fields:', es: 'Campos del cuerpo JSON de la respuesta:' }

const mandatory: Localised = { en: 'Authentication is Mandatory', es: 'Autenticación obligatoria' }
const optional: Localised = { en: 'Authentication is Optional', es: 'Autenticación opcional' }

/** In Markdown. The sentence on authentication is added where the operation's own text has none. */
export function descriptionOf(operation: Operation, locale: Locale): string {
  const { path, request, response, example } = operation
  const placeholders = [...path.matchAll(placeholder)].map(([name]) => name).sort()
  return [
    ...ownText(operation, locale),
    ...(placeholders.length > 0 ? [heading(urlParameters, locale)] : []),
    ...placeholders.map((name) => line(name, name, exampleOfPlaceholder(name))),
    ...(example.request === undefined ? [] : [heading(requestFields, locale), ...fields(example.request, request)]),
    heading(responseFields, locale),
    ...fields(example.response, response),
  ].join('\n\n')
}

/** The operation's own text, in paragraphs, with the sentence on authentication. */
export function ownText({ description, login }: Operation, locale: Locale): string[] {
  const text = harmless(inLocale(description, locale).trim())
  const saysSo = [mandatory, optional].some((sentence) => text.includes(inLocale(sentence, locale)))
  return saysSo ? [text] : [text, inLocale(login === 'required' ? mandatory : optional, locale)]
}

const heading = (text: Localised, locale: Locale): string => `**${inLocale(text, locale)}**`

const line = (label: string, name: string, example: string): string =>
  `[${label.replaceAll(name, () => asText(name))}](/glossary#${anchorOfField(name)}): ${asText(example)}`

/** One line a field, by name; mandatory ones are bold. Page: nested fields stand among the others. */
function fields(example: unknown, schema: TSchema | undefined): string[] {
  return [...collect(example, schema)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { shown, isMandatory }]) =>
      line(isMandatory ? `**${name}**` : name, name, exampleOfField(name, shown)),
    )
}

interface Field {
  shown: unknown
  isMandatory: boolean
}

/** The fields of an example at every depth; where a name comes twice, its first place counts. */
function collect(example: unknown, schema: TSchema | undefined, found = new Map<string, Field>()): Map<string, Field> {
  const { properties, required, items } = (schema ?? {}) as {
    properties?: Record<string, TSchema>
    required?: string[]
    items?: TSchema
  }
  if (Array.isArray(example)) {
    for (const each of example) collect(each, items, found)
  } else if (typeof example === 'object' && example !== null) {
    for (const [name, shown] of Object.entries(example)) {
      if (!found.has(name)) found.set(name, { shown, isMandatory: required?.includes(name) ?? false })
      collect(shown, properties?.[name], found)
    }
  }
  return found
}
