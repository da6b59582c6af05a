/** An answer looked at as a table, or along time. */

export interface Table {
  columns: readonly string[]
  rows: readonly (readonly string[])[]
}

export interface Moment {
  date: string
  title: string
  /** '' where nobody is named */
  who: string
  details: readonly (readonly [string, string])[]
}

/** The first list of objects in an answer. */
function listIn(json: unknown): Record<string, unknown>[] | null {
  if (Array.isArray(json)) return json.length > 0 && json.every(isObject) ? json : null
  if (!isObject(json)) return null
  for (const value of Object.values(json)) {
    const found = Array.isArray(value) ? listIn(value) : null
    if (found) return found
  }
  return null
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Which shapes an answer has; sooner known than the shapes are made. */
export function hasShapes(json: unknown): { table: boolean; timeline: boolean } {
  const list = listIn(json)
  return {
    table: list !== null || (isObject(json) && Object.keys(json).length > 0),
    timeline: list?.some((each) => dateFieldOf(each) !== undefined) ?? false,
  }
}

/** Null where there is nothing to make a table of. A single thing is a table of its fields. */
export function tableOf(json: unknown): Table | null {
  const list = listIn(json)
  if (!list) {
    if (!isObject(json) || Object.keys(json).length === 0) return null
    return { columns: [], rows: flat(json) }
  }
  const flattened = list.map((each) => new Map(flat(each) as [string, string][]))
  const columns = [...new Set(flattened.flatMap((row) => [...row.keys()]))].sort((a, b) => rankOf(a) - rankOf(b))
  return { columns, rows: flattened.map((row) => columns.map((column) => row.get(column) ?? '')) }
}

/** What people know a thing by comes first, ids last. */
function rankOf(column: string): number {
  if (/(^|_)(name|username)$/.test(column)) return 0
  if (/^(customer_)?number$|(^|_)(date|created|category|detail)$/.test(column)) return 1
  return /(^|[._])ids?$/.test(column) ? 3 : 2
}

function flat(value: Record<string, unknown>, before = ''): [string, string][] {
  return Object.entries(value).flatMap(([name, field]): [string, string][] => {
    const path = before + name
    if (isObject(field)) return flat(field, `${path}.`)
    return [[path, typeof field === 'string' ? field : JSON.stringify(field)]]
  })
}

const dateFields = ['actual_date', 'date', 'created', 'created_at', 'date_inserted', 'scheduled_date']
const whoFields = ['customer_name', 'legal_name', 'username']
const titleFields = ['detail', 'message', 'category', 'name', 'role_name']

const dateFieldOf = (thing: Record<string, unknown>): string | undefined =>
  dateFields.find((field) => typeof thing[field] === 'string' && !Number.isNaN(Date.parse(thing[field])))

/** The things of an answer that have a date, newest first; null where none has. */
export function timelineOf(json: unknown): Moment[] | null {
  const list = listIn(json)
  if (!list) return null
  const moments = list.flatMap((each) => {
    const name = dateFieldOf(each)
    if (!name) return []
    const firstOf = (fields: readonly string[]) =>
      fields.find((field) => typeof each[field] === 'string' && each[field] !== '')
    const [title, who] = [firstOf(titleFields), firstOf(whoFields)]
    const details = flat(each).filter(([field, value]) => ![name, title, who].includes(field) && value !== '')
    return [
      { date: String(each[name]), title: title ? String(each[title]) : '', who: who ? String(each[who]) : '', details },
    ]
  })
  if (moments.length === 0) return null
  return moments.sort((a, b) => Date.parse(b.date) - Date.parse(a.date))
}
