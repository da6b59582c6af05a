import { expect, test } from 'vitest'
import { typedBody } from './typed-body.ts'

const text = { type: 'string' }
const date = { type: 'string', format: 'date-time' }

test.each([
  ['text', 'String', text],
  ['text in digits', '5987953', text],
  ['instant', '1100-01-01T00:00:00Z', date],
  ['plain date in a field that is not called one', '2018-03-09', text],
  ['integer', 1, { type: 'integer' }],
  ['number', 10.12, { type: 'number' }],
  ['boolean', false, { type: 'boolean' }],
  ['null', null, { type: 'null' }],
  ['empty list', [], { type: 'array' }],
  ['list, by its first element', [1, 'two'], { type: 'array', items: { type: 'integer' } }],
  [
    'object in an object',
    { face_image: { url: 'www' } },
    {
      type: 'object',
      properties: { face_image: { type: 'object', properties: { url: text } } },
    },
  ],
  ['plain date in a date field', { issue_date: '2020-01-27' }, { type: 'object', properties: { issue_date: date } }],
  ['text in a date field', { update_by: 'String' }, { type: 'object', properties: { update_by: text } }],
  [
    'list of instants',
    { dob: ['1100-01-01T00:00:00Z'] },
    { type: 'object', properties: { dob: { type: 'array', items: date } } },
  ],
  ['absent field', { gone: undefined }, { type: 'object', properties: {} }],
])('%s', (_, example, typed) => {
  expect(typedBody(example)).toEqual(typed)
})

test('properties keep the order of the example', () => {
  expect(JSON.stringify(typedBody({ b: 1, a: 2 }))).toBe(
    '{"type":"object","properties":{"b":{"type":"integer"},"a":{"type":"integer"}}}',
  )
})
