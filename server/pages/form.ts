/** Forms of pages: their fields, what was sent in them, and what is wrong with it. */
import type { FastifyRequest, onRequestHookHandler } from 'fastify'
import type { Static, TObject, TSchema } from 'typebox'
import { bodyReader } from '../protocol/body.ts'
import { Refusal } from '../protocol/errors.ts'
import * as field from '../protocol/fields.ts'
import { inLocale, type Locale, type Localised } from '../protocol/languages.ts'
import { type Html, html, localeOf, sendPage } from './page.ts'

export interface Field {
  name: string
  label: Localised
  hint?: Localised
  type?: 'text' | 'password' | 'email' | 'url'
  /** what a browser may fill in (HTML 4.10.18.7) */
  autocomplete: string
  isOptional?: true
  /** to choose one of, by what is sent; instead of a text */
  choices?: Readonly<Record<string, Localised>>
}

/** Why a form was not taken: a sentence for its user, and the field that it is about. */
export interface Problem {
  text: Localised
  field: string | undefined
  status: number
}

/** Of one form: none, one, or one for each field that is wrong. */
export type Problems = Problem | readonly Problem[] | undefined

const optional: Localised = { en: '(optional)', es: '(opcional)' }

/** The field with its label; a password is never written back into a page. */
export function fieldOf(locale: Locale, field: Field, sent: URLSearchParams, problems: Problems): Html {
  const { name, label, hint, type = 'text', autocomplete, isOptional, choices } = field
  const say = (text: Localised) => inLocale(text, locale)
  const isWrong = [problems ?? []].flat().some((problem) => problem.field === name)
  const value = type === 'password' ? '' : (sent.get(name) ?? '')
  const about = [...(hint ? [`${name}-hint`] : []), ...(isWrong ? [`${name}-error`] : [])].join(' ')
  const attributes = html`id="${name}" name="${name}"${isOptional ? '' : html` required`}${about ? html` aria-describedby="${about}"` : ''}${isWrong ? html` aria-invalid="true"` : ''}`
  const control = choices
    ? html`<select ${attributes}>${Object.entries(choices).map(
        ([chosen, text]) =>
          html`<option value="${chosen}"${chosen === value ? html` selected` : ''}>${say(text)}</option>`,
      )}</select>`
    : html`<input ${attributes} type="${type}" autocomplete="${autocomplete}" autocapitalize="none" spellcheck="false" value="${value}">`
  return html`<label for="${name}">${say(label)}${isOptional ? html` <span class="hint">${say(optional)}</span>` : ''}</label>
${hint ? html`<p class="hint" id="${name}-hint">${say(hint)}</p>` : ''}${control}`
}

/** What is wrong, for above a form; a screen reader says it at once. */
export function problemOf(locale: Locale, problems: Problems): Html | string {
  const all = [problems ?? []].flat()
  if (all.length === 0) return ''
  return html`<div class="error" role="alert">
${all.map(({ text, field }) => html`<p${field ? html` id="${field}-error"` : ''}>${inLocale(text, locale)}</p>`)}
</div>`
}

/**
 * Lets only those forms pass that come from pages of this server. On most pages nobody is logged in, so that another server
 * could only send what its own users could send as well; it is refused all the same, by what browsers say of a request
 * (Fetch Metadata, and `Origin` where they are too old for it; our own pages send `null` there).
 */
export const refuseForeignForms =
  (publicUrl: () => string): onRequestHookHandler =>
  (request, reply, done) => {
    if (request.method !== 'POST' || isFromHere(request, publicUrl())) return done()
    const locale = localeOf(request)
    sendPage(reply, 403, locale, {
      title: inLocale(texts.foreign, locale),
      content: html`<p>${inLocale(texts.foreignHelp, locale)}</p>`,
    })
  }

const texts = {
  foreign: { en: 'This form did not come from this page', es: 'Este formulario no procede de esta página' },
  foreignHelp: {
    en: 'Please open the page again and fill it in there.',
    es: 'Abra de nuevo la página y rellénelo allí.',
  },
} satisfies Record<string, Localised>

function isFromHere({ headers, host }: FastifyRequest, publicUrl: string): boolean {
  const { 'sec-fetch-site': site, origin } = headers
  if (site) return site === 'same-origin' || site === 'none'
  if (!origin || origin === 'null') return true
  return URL.canParse(origin) && [host, new URL(publicUrl).host].includes(new URL(origin).host)
}

export const sentForm = ({ body }: FastifyRequest): URLSearchParams => new URLSearchParams(String(body ?? ''))

/**
 * Makes the reader of a form, whose fields are read as a call of the API would send them: it gives the body, or one problem for
 * each field that is wrong, where the API tells the first.
 * @param more what the body holds besides
 */
export function formReader<Schema extends TObject>(schema: Schema, fields: readonly Field[], more: object = {}) {
  const readBody = bodyReader(schema) as (bytes: Buffer) => Static<Schema>
  const properties: Record<string, TSchema> = schema.properties
  const readers = fields.map(({ name }) => ({ name, read: bodyReader(field.object({ [name]: properties[name]! })) }))
  return (sent: URLSearchParams): { body: Static<Schema> } | { problems: readonly Problem[] } => {
    const values = Object.fromEntries(fields.map(({ name }) => [name, sent.get(name) ?? '']))
    const problems = readers.flatMap(({ name, read }) => {
      const refusal = refusalBy(() => read(jsonOf({ [name]: values[name] })))
      return refusal ? [problemWith(refusal, fields)] : []
    })
    return problems.length > 0 ? { problems } : { body: readBody(jsonOf({ ...values, ...more })) }
  }
}

const jsonOf = (value: object) => Buffer.from(JSON.stringify(value))

function refusalBy(act: () => unknown): Refusal | undefined {
  try {
    act()
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

/** What a refusal of the API says to the user of a form: its field by its label, and without the code. */
export function problemWith(refusal: Refusal, fields: readonly Field[], field?: string): Problem {
  const named = /^ (\w+) /.exec(refusal.detail.en)?.[1]
  const about = fields.find(({ name }) => name === (field ?? named))
  const text = (locale: 'en' | 'es') => {
    const detail = refusal.detail[locale].trim()
    if (detail === '' || field !== undefined) return `${refusal.entry[locale]} ${detail}`.trim()
    return about ? detail.replace(about.name, about.label[locale]) : detail
  }
  return { text: { en: text('en'), es: text('es') }, field: about?.name, status: refusal.entry.status }
}
