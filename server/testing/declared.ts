/** Whether an answer is what its operation declares. */
import { Compile } from 'typebox/compile'
import { expect } from 'vitest'
import type { Operation } from '../protocol/operation.ts'
import type { Answer } from './server.ts'

/** Asserts that a success has this status, the declared schema, and just the fields that the declared example shows. */
export function expectDeclared(answer: Answer, { response, example }: Operation, status: 200 | 201 | 204): void {
  expect(answer.status, answer.text).toBe(status)
  if (status === 204) {
    expect(answer.text).toBe('')
    return
  }
  expect(Compile(response).Errors(answer.body)).toEqual([])
  expect(fieldsOf(answer.body, example.response)).toEqual(fieldsOf(example.response, answer.body))
}

/** The names of all fields, `list[].role_name`; of a list that is empty here or there, only its own. */
function fieldsOf(value: unknown, twin: unknown, name = ''): string[] {
  if (Array.isArray(value)) {
    const other = Array.isArray(twin) ? twin : []
    if (value.length === 0 || other.length === 0) return [name]
    return [...new Set(value.flatMap((item) => fieldsOf(item, other[0], `${name}[]`)))].sort()
  }
  if (typeof value !== 'object' || value === null) return [name]
  return Object.entries(value)
    .flatMap(([key, item]) => fieldsOf(item, (twin as Record<string, unknown> | null)?.[key], `${name}.${key}`))
    .sort()
}
