/** The shapes of API collections, and which of them a call may see. */
import type { Static } from 'typebox'
import {
  type ApiCollection,
  type ApiCollectionEndpoint,
  type ApiCollections,
  mostCollections,
  mostEndpoints,
} from '../../api-collections/api-collections.ts'
import { readableBy } from '../../api-collections/readable.ts'
import type { User } from '../../authentication/caller.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import type { Call, Operation } from '../../protocol/operation.ts'

/** The collection that comes into being when its first operation is added to it. */
const favourites = 'Favourites'

export const ApiCollectionV400 = field.object({
  api_collection_id: field.string(),
  user_id: field.string(),
  api_collection_name: field.string(),
  is_sharable: field.boolean(),
  description: field.string(),
})
export const ApiCollectionsV400 = field.object({ api_collections: field.array(ApiCollectionV400) })

export const ApiCollectionEndpointV400 = field.object({
  api_collection_endpoint_id: field.string(),
  api_collection_id: field.string(),
  operation_id: field.string(),
})
export const ApiCollectionEndpointsV400 = field.object({
  api_collection_endpoints: field.array(ApiCollectionEndpointV400),
})

export const NewApiCollection = field.object({
  api_collection_name: field.matching({
    pattern: '^.*\\S.*$',
    least: 1,
    most: 100,
    mustBe: {
      en: 'a text of at most 100 characters, not all of them blank',
      es: 'un texto de como mucho 100 caracteres, no todos en blanco',
    },
  }),
  is_sharable: field.flag(),
  description: field.optional(field.text({ most: 2000 })),
})

export const NewApiCollectionEndpoint = field.object({ operation_id: field.text({ most: 255 }) })

export const toApiCollection = (collection: ApiCollection): Static<typeof ApiCollectionV400> => ({
  api_collection_id: collection.apiCollectionId,
  user_id: collection.userId,
  api_collection_name: collection.name,
  is_sharable: collection.isSharable,
  description: collection.description,
})

export const toApiCollectionEndpoint = (endpoint: ApiCollectionEndpoint): Static<typeof ApiCollectionEndpointV400> => ({
  api_collection_endpoint_id: endpoint.apiCollectionEndpointId,
  api_collection_id: endpoint.apiCollectionId,
  operation_id: endpoint.operationId,
})

export const toFields = (body: Static<typeof NewApiCollection>) => ({
  name: body.api_collection_name,
  isSharable: body.is_sharable,
  description: body.description ?? '',
})

/** The caller's own collection of the id. @throws Refusal OBP-30079, also where it is somebody else's */
export async function ownCollection(collections: ApiCollections, user: User, id: string): Promise<ApiCollection> {
  const collection = await collections.byId(id)
  if (collection?.userId !== user.userId) throw new error.Refusal(error.ApiCollectionNotFound)
  return collection
}

/** The caller's own collection of the name. @throws Refusal OBP-30079 */
export async function namedCollection(collections: ApiCollections, user: User, name: string): Promise<ApiCollection> {
  const collection = await collections.byName(user.userId, name)
  if (!collection) throw new error.Refusal(error.ApiCollectionNotFound)
  return collection
}

/** The caller's own collection of the name, or else of the id. @throws Refusal OBP-30079 */
export const collectionOfPath = async (collections: ApiCollections, user: User, nameOrId: string) =>
  (await collections.byName(user.userId, nameOrId)) ?? (await ownCollection(collections, user, nameOrId))

/** As {@link collectionOfPath}, but the favourites are made where they are not there yet: nobody else sees them. */
export async function collectionToFill(
  collections: ApiCollections,
  { user, origin }: Pick<Call, 'user' | 'origin'>,
  nameOrId: string,
): Promise<ApiCollection> {
  if (nameOrId === favourites && !(await collections.byName(user.userId, favourites))) {
    const fields = { name: favourites, isSharable: false, description: '' }
    const made = await collections.create(origin, user.userId, fields)
    // another call has made them meanwhile
    if (made !== 'taken') return created(made)
  }
  return collectionOfPath(collections, user, nameOrId)
}

/** What was made. @throws Refusal OBP-20064, OBP-30080, OBP-30086 */
export function created(made: Awaited<ReturnType<ApiCollections['create']>>): ApiCollection {
  if (made === 'user is deleted') throw new error.Refusal(error.UserIsDeleted)
  if (made === 'taken') throw new error.Refusal(error.ApiCollectionAlreadyExists)
  if (made === 'too many')
    throw new error.Refusal(error.CannotCreateApiCollection, {
      en: ` You have ${mostCollections}, which is the most; delete one first.`,
      es: ` Tiene ${mostCollections}, que es el máximo; elimine una antes.`,
    })
  return made
}

/** Puts an operation into a collection. @throws Refusal OBP-30079, OBP-30083, OBP-30085 */
export async function addedEndpoint(
  collections: ApiCollections,
  origin: Call['origin'],
  { apiCollectionId }: ApiCollection,
  operationId: string,
): Promise<ApiCollectionEndpoint> {
  const added = await collections.addEndpoint(origin, apiCollectionId, operationId)
  if (added === 'gone') throw new error.Refusal(error.ApiCollectionNotFound)
  if (added === 'there already') throw new error.Refusal(error.ApiCollectionEndpointAlreadyExists)
  if (added === 'too many')
    throw new error.Refusal(error.CannotCreateApiCollectionEndpoint, {
      en: ` There are ${mostEndpoints} in the collection, which is the most; take one out first.`,
      es: ` La colección contiene ${mostEndpoints}, que es el máximo; quite una antes.`,
    })
  return added
}

/** A collection that the caller may read: their own, or one that is sharable. @throws Refusal OBP-30079 for any other */
export async function readableCollection(
  collections: ApiCollections,
  user: User | null,
  id: string,
): Promise<ApiCollection> {
  const collection = await readableBy(collections, user, id)
  if (!collection) throw new error.Refusal(error.ApiCollectionNotFound)
  return collection
}

/** @throws Refusal OBP-40048 for an operation that there is not */
export function assertOperation(catalogue: readonly Operation[], operationId: string): void {
  if (!catalogue.some(({ id }) => id === operationId)) throw new error.Refusal(error.InvalidOperationId)
}

export const exampleApiCollection = {
  api_collection_id: '7d9a8e64-6d02-40e3-a129-0b2bf89de8c1',
  user_id: '9ca9a7e4-6d02-40e3-a129-0b2bf89de9b1',
  api_collection_name: 'Favourites',
  is_sharable: true,
  description: 'What we call most.',
}

export const exampleApiCollectionEndpoint = {
  api_collection_endpoint_id: '8c1f0b7e-2a53-4d0e-9f6b-5b1f3c0a7d22',
  api_collection_id: '7d9a8e64-6d02-40e3-a129-0b2bf89de8c1',
  operation_id: 'OBPv1.4.0-addCustomer',
}

export const exampleNewApiCollection = {
  api_collection_name: 'Favourites',
  is_sharable: true,
  description: 'What we call most.',
}
