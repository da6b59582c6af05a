import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import {
  ApiCollectionV400,
  created,
  exampleApiCollection,
  exampleNewApiCollection,
  NewApiCollection,
  toApiCollection,
  toFields,
} from './api-collection.ts'

export const createMyApiCollection = operation({
  version: 'v4.0.0',
  name: 'createMyApiCollection',
  verb: 'POST',
  path: '/my/api-collections',
  summary: { en: 'Create My Api Collection', es: 'Crear una colección de API' },
  description: {
    en: `Keeps a list of operations under a name, which is still empty. A user has each name once, and 100 collections at most. One that is sharable can be read by everybody who knows its id.

Authentication is Mandatory`,
    es: `Guarda con un nombre una lista de operaciones, aún vacía. Un usuario tiene cada nombre una vez y 100 colecciones como máximo. Si es compartible, la puede leer cualquiera que conozca su identificador.

Autenticación obligatoria`,
  },
  tags: ['Api-Collection'],
  request: NewApiCollection,
  response: ApiCollectionV400,
  status: 201,
  errors: [
    error.UserNotLoggedIn,
    error.InvalidJson,
    error.UserIsDeleted,
    error.CannotCreateApiCollection,
    error.ApiCollectionAlreadyExists,
    error.UnknownError,
  ],
  example: { request: exampleNewApiCollection, response: exampleApiCollection },
  async handle({ user, body, origin }, _connector, { apiCollections }) {
    return toApiCollection(created(await apiCollections.create(origin, user.userId, toFields(body))))
  },
})
