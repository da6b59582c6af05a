/** The documentation of this server's operations, made from their declarations. */
import type { Locale } from '../protocol/languages.ts'
import type { Operation } from '../protocol/operation.ts'
import { type Prefix, servedUnder } from '../protocol/versions.ts'
import { type DocumentationSettings, requestUrlOf, resourceDocOf } from './resource-doc.ts'

export interface DocumentationFilter {
  /** keeps operations with one of these tags; empty: all */
  readonly tags: readonly string[]
  /** keeps operations with one of these names; empty: all */
  readonly functions: readonly string[]
}

export interface Documentation {
  /** since when the documentation is as it is, to the second: it changes with a new start only */
  readonly madeAt: string
  /** The resource docs of what a version serves, by URL and verb: how many, and the JSON text of the list. */
  resourceDocs(version: Prefix, locale: Locale, filter: DocumentationFilter): { count: number; text: string }
}

/** Text is made once for each operation and language; versions differ in `specified_url` only. */
export function documentation(catalogue: readonly Operation[], settings: DocumentationSettings): Documentation {
  const sorted = remembered((version: Prefix) => servedUnder(version, catalogue).sort(byUrlAndVerb))
  const written = {
    en_GB: remembered((operation: Operation) => write(operation, 'en_GB', settings)),
    es_ES: remembered((operation: Operation) => write(operation, 'es_ES', settings)),
  }
  return {
    madeAt: `${new Date().toISOString().slice(0, 19)}Z`,
    resourceDocs(version, locale, filter) {
      const chosen = sorted(version).filter((operation) => isChosen(operation, filter))
      const texts = chosen.map((operation) => {
        const [before, after] = written[locale](operation)
        return `${before}/obp/${version}${after}`
      })
      return { count: texts.length, text: `[${texts.join(',')}]` }
    },
  }
}

const byUrlAndVerb = (a: Operation, b: Operation): number =>
  compare(requestUrlOf(a), requestUrlOf(b)) || compare(a.verb, b.verb)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const isChosen = ({ tags, name }: Operation, filter: DocumentationFilter): boolean =>
  (filter.tags.length === 0 || filter.tags.some((tag) => tags.includes(tag))) &&
  (filter.functions.length === 0 || filter.functions.includes(name))

/** The JSON of a resource doc in two parts, between which `/obp/vX.Y.Z` of the version asked for goes. */
function write(operation: Operation, locale: Locale, settings: DocumentationSettings): [before: string, after: string] {
  const doc = resourceDocOf(operation, 'v1.4.0', locale, settings)
  const json = JSON.stringify(doc)
  // the key stands near the end, behind every text that could repeat it
  const start = json.lastIndexOf('"specified_url":"') + '"specified_url":"'.length
  return [json.slice(0, start), json.slice(start + '/obp/v1.4.0'.length)]
}

/** The function, whose answer for each argument is made once. */
function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>()
  return (key) => {
    const known = made.get(key) ?? make(key)
    made.set(key, known)
    return known
  }
}
