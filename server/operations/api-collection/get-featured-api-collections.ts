import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { ApiCollectionsV400, exampleApiCollection, toApiCollection } from './api-collection.ts'

export const getFeaturedApiCollections = operation({
  version: 'v4.0.0',
  name: 'getFeaturedApiCollections',
  verb: 'GET',
  path: '/api-collections/featured',
  login: 'optional',
  summary: { en: 'Get Featured Api Collections', es: 'Obtener las colecciones de API destacadas' },
  description: {
    en: `The collections that the settings of this server recommend, in their order, as far as they are sharable.

Authentication is Optional`,
    es: `Las colecciones que recomienda la configuración de este servidor, en su orden, en la medida en que sean compartibles.

Autenticación opcional`,
  },
  tags: ['Api-Collection'],
  response: ApiCollectionsV400,
  status: 200,
  errors: [error.UnknownError],
  example: { response: { api_collections: [exampleApiCollection] } },
  async handle(_call, _connector, { apiCollections, settings }) {
    const listed = await Promise.all(settings.featuredApiCollectionIds.map((id) => apiCollections.byId(id)))
    return { api_collections: listed.filter((each) => each?.isSharable).map((each) => toApiCollection(each!)) }
  },
})
