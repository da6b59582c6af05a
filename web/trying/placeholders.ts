/** The parts of a path that stand for values, and where values come from. */

const placeholder = /(?<=\/)[A-Z][A-Z_]*(?=\/|$)/g

/** `/banks/BANK_ID/customer` has BANK_ID. */
export const placeholdersOf = (path: string): string[] => path.match(placeholder) ?? []

/** What stands in a path in the place of each placeholder; an address with a query is one too. */
export function valuesIn(specifiedUrl: string, path: string): Record<string, string> {
  const parts = path.split('?')[0]!.split('/')
  return Object.fromEntries(
    specifiedUrl
      .split('/')
      .map((part, index) => [part, decodeURIComponent(parts[index] ?? '')] as const)
      .filter(([part]) => placeholdersOf(`/${part}`).length > 0),
  )
}

/** A URL drops these parts of a path, encoded too, and would name another operation (WHATWG URL 4.1). */
export const isDropped = (value: string | undefined): boolean => value === '.' || value === '..'

/** A value for a placeholder, and the name of what it identifies; '' where none is known. */
export interface Offer {
  value: string
  name: string
}

/** The first of each value, with the first name that one of its doubles has. */
export function withoutDoubles(offers: readonly Offer[]): Offer[] {
  const named = new Map<string, string>()
  for (const { value, name } of offers) if (!named.get(value)) named.set(value, name)
  return [...named].map(([value, name]) => ({ value, name }))
}

/** Ids and numbers in an answer, by the placeholder that they can stand for: `customer_id` for CUSTOMER_ID. */
export function offersIn(text: string): Record<string, Offer[]> {
  const found: Record<string, Offer[]> = {}
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return found
  }
  const walk = (value: unknown, parent: string) => {
    if (Array.isArray(value)) for (const each of value) walk(each, parent)
    else if (typeof value === 'object' && value !== null)
      for (const [field, inside] of Object.entries(value)) {
        if (typeof inside === 'string' && isId(field) && inside !== '' && inside.length <= 255) {
          // the id of a thing in a list of `banks` is a BANK_ID
          const placeholder = field === 'id' ? `${singular(parent)}_ID` : field.toUpperCase()
          found[placeholder] ??= []
          found[placeholder].push({ value: inside, name: nameIn(value as Record<string, unknown>, placeholder) })
        }
        walk(inside, field)
      }
  }
  walk(body, '')
  return Object.fromEntries(Object.entries(found).map(([name, offers]) => [name, withoutDoubles(offers)]))
}

const isId = (field: string) => /(^id$|_id$|_number$|^username$|^role_name$)/.test(field)

/** Fields that name what a placeholder identifies, where they stand beside its id. */
const naming: Record<string, readonly string[]> = {
  BANK_ID: ['short_name', 'full_name'],
  CUSTOMER_ID: ['legal_name'],
  USER_ID: ['username'],
  CONSUMER_ID: ['app_name'],
}

function nameIn(thing: Record<string, unknown>, placeholder: string): string {
  const field = naming[placeholder]?.find((each) => typeof thing[each] === 'string' && thing[each] !== '')
  return field ? String(thing[field]) : ''
}

const singular = (name: string): string => name.toUpperCase().replace(/IES$/, 'Y').replace(/S$/, '')
