import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import {
  ApiCollectionV400,
  exampleApiCollection,
  exampleNewApiCollection,
  NewApiCollection,
  toApiCollection,
  toFields,
} from './api-collection.ts'

export const updateMyApiCollection = operation({
  version: 'v5.1.0',
  name: 'updateMyApiCollection',
  verb: 'PUT',
  path: '/my/api-collections/API_COLLECTION_ID',
  summary: { en: 'Update My Api Collection By API_COLLECTION_ID', es: 'Modificar una de mis colecciones de API' },
  description: {
    en: `Gives a collection of the user who is logged in another name, description, or readers; the operations in it stay. Another user’s collection counts as one that is not there.

Authentication is Mandatory`,
    es: `Cambia el nombre, la descripción o quién puede leer una colección del usuario que ha iniciado sesión; sus operaciones se conservan. La colección de otro usuario cuenta como inexistente.

Autenticación obligatoria`,
  },
  tags: ['Api-Collection'],
  request: NewApiCollection,
  response: ApiCollectionV400,
  status: 200,
  errors: [
    error.UserNotLoggedIn,
    error.InvalidJson,
    error.ApiCollectionNotFound,
    error.ApiCollectionAlreadyExists,
    error.UnknownError,
  ],
  example: { request: exampleNewApiCollection, response: exampleApiCollection },
  async handle({ path, user, body, origin }, _connector, { apiCollections }) {
    const changed = await apiCollections.update(origin, user.userId, path.API_COLLECTION_ID, toFields(body))
    if (!changed) throw new error.Refusal(error.ApiCollectionNotFound)
    if (changed === 'taken') throw new error.Refusal(error.ApiCollectionAlreadyExists)
    return toApiCollection(changed)
  },
})
