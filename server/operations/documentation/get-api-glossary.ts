import { allOf } from '../../authorisation/requirement.ts'
import { glossaryItems } from '../../documentation/glossary-items.ts'
import { InvalidLocale, UnknownError } from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'

export const getApiGlossary = operation({
  version: 'v3.0.0',
  name: 'getApiGlossary',
  verb: 'GET',
  path: '/api/glossary',
  login: 'optional',
  rolesWhere: { setting: 'glossaryRequiresRole', roles: allOf('CanReadGlossary') },
  document: {},
  summary: { en: 'Get Glossary of the API', es: 'Obtener el glosario de la API' },
  description: {
    en: `What the terms of this API mean, and every field of its bodies and every capital part of its paths, by title. The texts come in Markdown and in HTML. Documentation links to an entry as \`/glossary#\` and its title, with hyphens for blanks.

\`locale\` is \`en_GB\` or \`es_ES\`; without it \`Accept-Language\` counts. Titles are the same in every language.`,
    es: `Qué significan los términos de esta API, cada campo de sus cuerpos y cada parte en mayúsculas de sus rutas, por título. Los textos vienen en Markdown y en HTML. La documentación enlaza con una entrada como \`/glossary#\` y su título, con guiones en lugar de espacios.

\`locale\` es \`en_GB\` o \`es_ES\`; sin él cuenta \`Accept-Language\`. Los títulos son iguales en todos los idiomas.`,
  },
  tags: ['Documentation', 'API'],
  response: field.object({
    glossary_items: field.array(
      field.object({
        title: field.string(),
        description: field.object({ markdown: field.string(), html: field.string() }),
      }),
    ),
  }),
  status: 200,
  errors: [InvalidLocale, UnknownError],
  example: {
    response: {
      glossary_items: [
        {
          title: 'Branch',
          description: { markdown: 'An office of a bank.', html: '<p>An office of a bank.</p>' },
        },
      ],
    },
  },
  handle: ({ locale }) => ({ glossary_items: glossaryItems(locale) }),
})
