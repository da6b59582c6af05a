/** The operations of all versions: fetched once, when somebody searches or has one in a collection that the version shown does not serve. */
import type { Fichero } from '../../client/index.ts'
import { getResourceDocsSearchTerms } from '../../client/operations/v6.0.0.ts'
import { loadSearch } from '../parts.ts'
import type { Hit } from './hits.ts'
import type { Search } from './search.ts'

export class AllOperations {
  /** by id; empty until they are here */
  byId: ReadonlyMap<string, Hit> = $state.raw(new Map())
  private opening: Promise<Search> | undefined
  private readonly api: Fichero

  constructor(api: Fichero) {
    this.api = api
  }

  /** Rejects where the server does not give them; it is asked again the next time. */
  open(): Promise<Search> {
    this.opening ??= this.fetch().catch((error) => {
      this.opening = undefined
      throw error
    })
    return this.opening
  }

  private async fetch(): Promise<Search> {
    const [{ operations, meanings }, { hitsOf, searchOver }] = await Promise.all([
      this.api.call(getResourceDocsSearchTerms, { path: { API_VERSION: 'all' } }),
      loadSearch(),
    ])
    const hits = hitsOf(operations, meanings)
    this.byId = new Map(hits.map((hit) => [hit.operation_id, hit]))
    return searchOver(hits)
  }
}
