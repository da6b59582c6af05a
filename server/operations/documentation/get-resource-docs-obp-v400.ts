import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { described, exampleResourceDoc, ResourceDoc, resourceDocs } from './resource-docs.ts'

export const getResourceDocsObpV400 = operation({
  ...described,
  version: 'v4.0.0',
  name: 'getResourceDocsObpV400',
  verb: 'GET',
  path: '/resource-docs/API_VERSION/obp',
  login: 'optional',
  response: field.written(
    field.object({
      resource_docs: field.array(ResourceDoc),
      meta: field.object({ response_date: field.dateTime(), count: field.number() }),
    }),
  ),
  status: 200,
  example: {
    response: { resource_docs: [exampleResourceDoc], meta: { response_date: '2023-06-28T21:00:46Z', count: 1 } },
  },
  async handle(call, _connector, services) {
    const { count, text } = await resourceDocs(call, services)
    // the date of the docs, not of this answer: an answer that is the same keeps its ETag
    const meta = { response_date: services.documentation.madeAt, count }
    return `{"resource_docs":${text},"meta":${JSON.stringify(meta)}}`
  },
})
