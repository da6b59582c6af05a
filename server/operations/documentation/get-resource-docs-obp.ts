import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { described, exampleResourceDoc, ResourceDoc, resourceDocs } from './resource-docs.ts'

export const getResourceDocsObp = operation({
  ...described,
  version: 'v1.4.0',
  name: 'getResourceDocsObp',
  verb: 'GET',
  path: '/resource-docs/API_VERSION/obp',
  login: 'optional',
  response: field.written(field.object({ resource_docs: field.array(ResourceDoc) })),
  status: 200,
  example: { response: { resource_docs: [exampleResourceDoc] } },
  async handle(call, _connector, services) {
    const { text } = await resourceDocs(call, services)
    return `{"resource_docs":${text}}`
  },
})
