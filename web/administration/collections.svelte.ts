/** The collections of operations of whoever is signed in: read once for all parts of the page that show them, and changed in one place. */
import { SvelteMap } from 'svelte/reactivity'
import type { Answer } from '../../client/index.ts'
import * as obp from '../../client/operations/v6.0.0.ts'
import type { Answering } from '../session/answering.ts'
import { isMissing } from '../session/answering.ts'
import { fewAtOnce } from '../session/few-at-once.ts'

export interface Collection {
  id: string
  name: string
  isSharable: boolean
  description: string
}

const favourites = 'Favourites'

export class Collections {
  /** by name; null: not looked at yet */
  list: readonly Collection[] | null = $state.raw(null)
  /** ids of the operations in those that were opened, by the id of the collection */
  readonly contents = new SvelteMap<string, readonly string[]>()
  /** the one that the star puts operations into; made with the first of them */
  readonly favourites = $derived(this.list?.find(({ name }) => name === favourites))
  private readonly api: Answering
  private listing: Promise<Answer<unknown> | null> | undefined
  private turn = 0

  constructor(api: Answering) {
    this.api = api
  }

  /** Reads their names, once for all who ask meanwhile; null where it worked, else what was answered. */
  read(): Promise<Answer<unknown> | null> {
    if (this.listing) return this.listing
    const listing = this.readList().finally(() => {
      if (this.listing === listing) this.listing = undefined
    })
    this.listing = listing
    return listing
  }

  private async readList(): Promise<Answer<unknown> | null> {
    const { turn } = this
    const answer = await this.api.send(obp.getMyApiCollections)
    // nobody's collections are those of who was signed in
    if (turn !== this.turn) return null
    if (answer.ok) this.list = answer.json!.api_collections.map(collectionOf)
    return answer.ok ? null : answer
  }

  /** Reads what is in one, unless that is known; null where it worked, else what was answered. */
  async open(id: string): Promise<Answer<unknown> | null> {
    return this.contents.has(id) ? null : this.readOne(id)
  }

  private async readOne(id: string): Promise<Answer<unknown> | null> {
    const { turn } = this
    const answer = await this.api.send(obp.getMyApiCollectionEndpointsById, { path: { API_COLLECTION_ID: id } })
    if (turn !== this.turn) return null
    if (answer.ok)
      this.contents.set(
        id,
        answer.json!.api_collection_endpoints.map(({ operation_id }) => operation_id),
      )
    return answer.ok ? null : answer
  }

  /** Reads what is in each that is not known yet; null where it worked, else what was answered. */
  async openAll(): Promise<Answer<unknown> | null> {
    const refusals = await fewAtOnce(this.list ?? [], ({ id }) => this.open(id))
    // one may have been deleted meanwhile
    return refusals.find((refusal) => refusal && !isMissing(refusal)) ?? null
  }

  /** Makes an empty one and gives it, else what was answered. */
  async create(name: string, isSharable: boolean): Promise<{ made: Collection } | { refusal: Answer<unknown> }> {
    const { turn } = this
    const answer = await this.api.send(obp.createMyApiCollection, {
      body: { api_collection_name: name, is_sharable: isSharable, description: '' },
    })
    if (!answer.ok) return { refusal: answer }
    const made = collectionOf(answer.json!)
    if (turn !== this.turn) return { made }
    if (!this.contents.has(made.id)) this.contents.set(made.id, [])
    // a list that was read meanwhile has it already
    this.list = inOrder([...(this.list ?? []).filter(({ id }) => id !== made.id), made])
    return { made }
  }

  /** Gives one another name or other readers; null where it worked, else what was answered. */
  async change({ id, name, isSharable, description }: Collection): Promise<Answer<unknown> | null> {
    const { turn } = this
    const answer = await this.api.send(obp.updateMyApiCollection, {
      path: { API_COLLECTION_ID: id },
      body: { api_collection_name: name, is_sharable: isSharable, description },
    })
    if (!answer.ok) return answer
    if (turn !== this.turn) return null
    const changed = collectionOf(answer.json!)
    this.list = inOrder((this.list ?? []).map((each) => (each.id === id ? changed : each)))
    return null
  }

  async delete(id: string): Promise<Answer<unknown> | null> {
    const { turn } = this
    const answer = await this.api.send(obp.deleteMyApiCollection, { path: { API_COLLECTION_ID: id } })
    if (!answer.ok) return answer
    if (turn !== this.turn) return null
    this.list = (this.list ?? []).filter((each) => each.id !== id)
    this.contents.delete(id)
    return null
  }

  async putIn(id: string, operationId: string): Promise<Answer<unknown> | null> {
    const { turn } = this
    const answer = await this.api.send(obp.createMyApiCollectionEndpointById, {
      path: { API_COLLECTION_ID: id },
      body: { operation_id: operationId },
    })
    if (!answer.ok) return this.refused(id, answer)
    const content = this.contents.get(id)
    if (turn === this.turn && content) this.contents.set(id, [...new Set([...content, operationId])].sort())
    return null
  }

  async takeOut(id: string, operationId: string): Promise<Answer<unknown> | null> {
    const { turn } = this
    const answer = await this.api.send(obp.deleteMyApiCollectionEndpointByOperationId, {
      path: { API_COLLECTION_ID: id, OPERATION_ID: operationId },
    })
    if (!answer.ok) return this.refused(id, answer)
    const content = this.contents.get(id)
    if (turn === this.turn && content)
      this.contents.set(
        id,
        content.filter((each) => each !== operationId),
      )
    return null
  }

  /** Another tab may have changed what this one knows: it is read again. */
  private async refused(id: string, answer: Answer<unknown>): Promise<Answer<unknown>> {
    const missed = await this.readOne(id)
    if (missed && isMissing(missed)) {
      this.contents.delete(id)
      this.listing = undefined
      await this.read()
    }
    return answer
  }

  /** Puts an operation into the favourites, which the server makes with the first of them. */
  async putInFavourites(operationId: string): Promise<Answer<unknown> | null> {
    if (this.favourites) return this.putIn(this.favourites.id, operationId)
    const answer = await this.api.send(obp.createMyApiCollectionEndpoint, {
      path: { API_COLLECTION_NAME: favourites },
      body: { operation_id: operationId },
    })
    if (!answer.ok) return answer
    // a list that is on its way may have begun before
    this.listing = undefined
    return this.read()
  }

  forget(): void {
    this.turn += 1
    this.listing = undefined
    this.list = null
    this.contents.clear()
  }
}

const collectionOf = (collection: {
  api_collection_id: string
  api_collection_name: string
  is_sharable: boolean
  description: string
}): Collection => ({
  id: collection.api_collection_id,
  name: collection.api_collection_name,
  isSharable: collection.is_sharable,
  description: collection.description,
})

// as the server has them
const inOrder = (list: readonly Collection[]) => list.toSorted((one, other) => (one.name < other.name ? -1 : 1))
