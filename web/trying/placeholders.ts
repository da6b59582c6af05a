/** The parts of a path that stand for values, and where values come from. */

const placeholder = /(?<=\/)[A-Z][A-Z_]*(?=\/|$)/g

/** `/banks/BANK_ID/customer` has BANK_ID. */
export const placeholdersOf = (path: string): string[] => path.match(placeholder) ?? []

/** Ids and numbers in an answer, by the placeholder that they can stand for: `customer_id` for CUSTOMER_ID. */
export function valuesIn(text: string): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return found
  }
  const add = (name: string, value: string) => {
    found[name] ??= []
    if (value !== '' && value.length <= 255 && !found[name].includes(value)) found[name].push(value)
  }
  const walk = (value: unknown, parent: string) => {
    if (Array.isArray(value)) for (const each of value) walk(each, parent)
    else if (typeof value === 'object' && value !== null)
      for (const [name, field] of Object.entries(value)) {
        if (typeof field === 'string' && /(^id$|_id$|_number$|^username$|^role_name$)/.test(name))
          // the id of a thing in a list of `banks` is a BANK_ID
          add(name === 'id' ? `${singular(parent)}_ID` : name.toUpperCase(), field)
        walk(field, name)
      }
  }
  walk(body, '')
  return found
}

const singular = (name: string): string => name.toUpperCase().replace(/IES$/, 'Y').replace(/S$/, '')
