/** Which collections a caller may read. */
import type { User } from '../authentication/caller.ts'
import type { ApiCollection, ApiCollections } from './api-collections.ts'

/** The collection of the id, where it is sharable or the caller's own; null for any other. */
export async function readableBy(
  collections: Pick<ApiCollections, 'byId'>,
  user: User | null,
  id: string,
): Promise<ApiCollection | null> {
  const collection = await collections.byId(id)
  return collection && (collection.isSharable || collection.userId === user?.userId) ? collection : null
}
