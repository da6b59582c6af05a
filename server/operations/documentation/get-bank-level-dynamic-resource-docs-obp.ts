import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { isAtLeast } from '../../protocol/versions.ts'
import { assertNoneEmpty, docsParameters, exampleResourceDoc, ResourceDoc, versionNamed } from './resource-docs.ts'

export const getBankLevelDynamicResourceDocsObp = operation({
  version: 'v1.4.0',
  name: 'getBankLevelDynamicResourceDocsObp',
  verb: 'GET',
  path: '/banks/BANK_ID/resource-docs/API_VERSION/obp',
  login: 'optional',
  rolesWhere: { setting: 'resourceDocsRequiresRole', roles: allOf('CanReadDynamicResourceDocsAtOneBank') },
  document: {},
  query: docsParameters,
  summary: {
    en: 'Get Bank Level Dynamic Resource Docs',
    es: 'Obtener la documentación de los recursos dinámicos de un banco',
  },
  description: {
    en: `Documents the operations that were made for the bank of BANK_ID at run time. This server has none, so the list is empty; *Get Resource Docs* documents what every bank has.`,
    es: `Documenta las operaciones que se han creado para el banco de BANK_ID en tiempo de ejecución. Este servidor no tiene ninguna, así que la lista está vacía; *Obtener la documentación de los recursos* documenta lo que tienen todos los bancos.`,
  },
  tags: ['Documentation', 'API'],
  response: field.object({ resource_docs: field.array(ResourceDoc) }),
  status: 200,
  errors: [
    error.BankNotFound,
    error.InvalidApiVersion,
    error.InvalidLocale,
    error.InvalidContentParameter,
    error.InvalidTagsParameter,
    error.InvalidFunctionsParameter,
    error.InvalidApiCollectionIdParameter,
    error.UnknownError,
  ],
  example: { response: { resource_docs: [exampleResourceDoc] } },
  handle({ path, query, prefix }) {
    versionNamed(path.API_VERSION)
    if (isAtLeast(prefix, 'v6.0.0')) assertNoneEmpty(query)
    return { resource_docs: [] }
  },
})
