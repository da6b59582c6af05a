import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'

export const deleteMyApiCollection = operation({
  version: 'v4.0.0',
  name: 'deleteMyApiCollection',
  verb: 'DELETE',
  path: '/my/api-collections/API_COLLECTION_ID',
  summary: { en: 'Delete My Api Collection', es: 'Eliminar una de mis colecciones de API' },
  description: {
    en: `Deletes a collection of the user who is logged in, with everything in it. Another user’s collection counts as one that is not there.

Authentication is Mandatory`,
    es: `Elimina una colección del usuario que ha iniciado sesión, con todo lo que contiene. La colección de otro usuario cuenta como inexistente.

Autenticación obligatoria`,
  },
  tags: ['Api-Collection'],
  response: field.object({}),
  status: 204,
  errors: [error.UserNotLoggedIn, error.ApiCollectionNotFound, error.UnknownError],
  example: { response: {} },
  async handle({ path, user, origin }, _connector, { apiCollections }) {
    if (!(await apiCollections.remove(origin, user.userId, path.API_COLLECTION_ID)))
      throw new error.Refusal(error.ApiCollectionNotFound)
    return {}
  },
})
