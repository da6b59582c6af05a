import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { ApiCollectionV400, exampleApiCollection, readableCollection, toApiCollection } from './api-collection.ts'

export const getSharableApiCollectionById = operation({
  version: 'v4.0.0',
  name: 'getSharableApiCollectionById',
  verb: 'GET',
  path: '/api-collections/sharable/API_COLLECTION_ID',
  login: 'optional',
  summary: { en: 'Get Sharable Api Collection By Id', es: 'Obtener una colección de API compartible' },
  description: {
    en: `A collection that its owner made sharable; one that is not counts as one that is not there.

Authentication is Optional`,
    es: `Una colección que su propietario hizo compartible; la que no lo es cuenta como inexistente.

Autenticación opcional`,
  },
  tags: ['Api-Collection'],
  response: ApiCollectionV400,
  status: 200,
  errors: [error.ApiCollectionNotFound, error.UnknownError],
  example: { response: exampleApiCollection },
  handle: async ({ path }, _connector, { apiCollections }) =>
    toApiCollection(await readableCollection(apiCollections, null, path.API_COLLECTION_ID)),
})
