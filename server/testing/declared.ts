/** Whether an answer is what its operation declares. */
import type { FastifyInstance } from 'fastify'
import { Compile } from 'typebox/compile'
import { expect } from 'vitest'
import { servedBy } from '../observation/served.ts'
import { documentedText } from '../protocol/errors.ts'
import { locales } from '../protocol/languages.ts'
import type { Operation } from '../protocol/operation.ts'
import { generalErrors, possibleErrors } from '../protocol/possible-errors.ts'
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

/** Gathers, of all that the app answers, the refusals that the operation cannot answer by its declaration. */
export function undeclaredRefusals(app: FastifyInstance, catalogue: readonly Operation[]): string[] {
  const found: string[] = []
  app.addHook('onSend', async (request, reply, payload) => {
    const operation = catalogue.find(({ id }) => id === servedBy(request)?.operationId)
    // OAuth has words of its own, and a forced error any status
    const isOwn = request.headers.authorization?.startsWith('OAuth') || request.headers['response-code'] !== undefined
    if (!operation || reply.statusCode < 400 || isOwn || typeof payload !== 'string') return
    const { message } = JSON.parse(payload)
    const isDeclared = [...possibleErrors(operation), ...generalErrors].some(
      (entry) =>
        entry.status === reply.statusCode &&
        locales.some((locale) => message.startsWith(documentedText(entry, locale))),
    )
    if (!isDeclared) found.push(`${operation.id} ${reply.statusCode} ${message.slice(0, 60)}`)
  })
  return found
}
