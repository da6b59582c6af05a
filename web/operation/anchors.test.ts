import { expect, test } from 'vitest'
import { glossaryEntries } from '../../server/documentation/glossary.ts'
import { operationDocumentOf } from '../../server/documentation/operation-document.ts'
import { catalogue } from '../../server/operations/catalogue.ts'
import { readSettings } from '../../server/settings.ts'
import { anchorOf } from '../reading/glossary.ts'
import { fieldRows } from './field-rows.ts'

const anchors = new Set(glossaryEntries().map(({ title }) => anchorOf(title)))

test('each name on the page of an operation leads to its place in the glossary', () => {
  const nowhere = catalogue.flatMap((operation) => {
    const document = operationDocumentOf(operation, catalogue, 'v6.0.0', 'en_GB', readSettings({}))
    const named = [
      ...document.url_parameters,
      ...fieldRows(document.request_schema, document.example_request_body, String),
      ...fieldRows(document.response_schema, document.success_response_body, String),
    ]
    return named.filter(({ name }) => !anchors.has(name)).map(({ name }) => `${operation.id}: ${name}`)
  })
  expect(nowhere).toEqual([])
})
