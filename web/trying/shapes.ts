/** An answer looked at as a table, or along time. */

export interface Table {
  columns: readonly string[]
  rows: readonly (readonly string[])[]
  /** columns for which there was no room */
  leftOut: number
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

/** Names on the way to a column: what lies deeper is JSON in one cell. */
const deepest = 3
/** Columns that one field may become: a larger one is JSON in one cell. */
const mostOfOne = 8
/** Columns of a table: some thousand cells, with its first rows, are what a browser lays out at once. */
const mostColumns = 40
/** Characters of a cell that are drawn. */
const longest = 300

/** A field, by the names on the way to it. */
interface Column {
  names: readonly string[]
  isDeep: boolean
}

/** Null where there is nothing to make a table of. A single thing is a table of its fields. */
export function tableOf(json: unknown): Table | null {
  const list = listIn(json)
  if (!list) {
    if (!isObject(json) || Object.keys(json).length === 0) return null
    return { columns: [], rows: columnsOf([json]).map((column) => [nameOf(column), cellOf(json, column)]), leftOut: 0 }
  }
  const all = columnsOf(list, mostOfOne).sort((a, b) => rankOf(a) - rankOf(b))
  const columns = all.slice(0, mostColumns)
  return {
    columns: columns.map(nameOf),
    rows: list.map((row) => columns.map((column) => cellOf(row, column))),
    leftOut: all.length - columns.length,
  }
}

/** What people know a thing by comes first, its ids last, and behind them what is no single value. */
function rankOf(column: Column): number {
  const name = nameOf(column)
  if (column.isDeep) return 4
  if (/^(operation_id|summary)$|(^|_)(name|username)$/.test(name)) return 0
  if (/^(customer_)?number$|(^|_)(date|created|category|detail)$/.test(name)) return 1
  return /(^|[._])ids?$/.test(name) ? 3 : 2
}

/** The fields of all things of a list, each once; those of an object stand among the others, unless there are more than `most`. */
function columnsOf(
  list: readonly Record<string, unknown>[],
  most = Number.POSITIVE_INFINITY,
  before: readonly string[] = [],
): Column[] {
  const fields = new Map<string, unknown[]>()
  for (const [name, value] of list.flatMap((each) => Object.entries(each))) {
    const values = fields.get(name)
    if (values) values.push(value)
    else fields.set(name, [value])
  }
  return [...fields].flatMap(([name, values]) => {
    const names = [...before, name]
    const things = values.filter((value) => value !== null)
    const areObjects = things.length > 0 && things.every(isObject)
    if (areObjects && names.length < deepest) {
      const inner = columnsOf(things, most, names)
      if (inner.length <= most) return inner
    }
    return [{ names, isDeep: things.some((value) => [value].flat().some(isObject)) }]
  })
}

const nameOf = ({ names }: Column): string => names.join('.')

/** What a thing has in a column. */
const valueIn = (thing: Record<string, unknown>, { names }: Column): unknown =>
  names.reduce<unknown>((here, name) => (isObject(here) && Object.hasOwn(here, name) ? here[name] : undefined), thing)

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)

/** A cell as it is drawn; what is looked for is found in the whole of it. */
export const cut = (cell: string): string => (cell.length > longest ? `${cell.slice(0, longest)}…` : cell)

const cellOf = (thing: Record<string, unknown>, column: Column): string => textOf(valueIn(thing, column))

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
    const details = columnsOf([each])
      .map((column) => [nameOf(column), textOf(valueIn(each, column))] as const)
      .filter(([field, value]) => ![name, title, who].includes(field) && value !== '')
    return [
      { date: String(each[name]), title: title ? String(each[title]) : '', who: who ? String(each[who]) : '', details },
    ]
  })
  if (moments.length === 0) return null
  return moments.sort((a, b) => Date.parse(b.date) - Date.parse(a.date))
}
