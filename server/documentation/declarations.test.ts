/**
 * A declaration is the one place where an operation is told: whatever is changed in it changes the documentation, the
 * documents for programs, the typed client, and what the pipeline does.
 */
import Type, { type TSchema } from 'typebox'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { generated } from '../../client/generate.ts'
import { allOf } from '../authorisation/requirement.ts'
import { catalogue } from '../operations/catalogue.ts'
import { InvalidAnonFilter, InvalidSortDirection } from '../protocol/errors.ts'
import * as field from '../protocol/fields.ts'
import type { Operation } from '../protocol/operation.ts'
import { flag, type QueryParameter, type QueryParameters, text } from '../protocol/query.ts'
import { placeholder, prefixes } from '../protocol/versions.ts'
import { startTestServer, type TestServer } from '../testing/server.ts'
import { documentation } from './documentation.ts'

const addedRole = 'CanDeleteScopeAtAnyBank'
const addedField = 'mutated_field'

const withField = (schema: TSchema | undefined, added: TSchema): TSchema => {
  const { properties = {}, required = [] } = (schema ?? {}) as { properties?: object; required?: string[] }
  return {
    ...Type.Object({}),
    properties: { ...properties, [addedField]: added },
    required: [...required, addedField],
  } as never
}
const isObject = (schema: unknown): boolean => typeof (schema as { properties?: unknown }).properties === 'object'

interface Mutation {
  applies: (operation: Operation) => boolean
  change: (operation: Operation) => Operation
  /** where it must show */
  shows: readonly Place[]
}
type Place = 'resourceDoc' | 'document' | 'openapi' | 'swagger' | 'client'

const mutations: Record<string, Mutation> = {
  'a role more': {
    applies: ({ login }) => login === 'required',
    change: (operation) => ({ ...operation, roles: allOf(...(operation.roles?.roles ?? []), addedRole) }),
    shows: ['resourceDoc', 'document', 'openapi', 'swagger', 'client'],
  },
  'an error more': {
    applies: ({ errors }) => !errors.includes(InvalidSortDirection),
    change: (operation) => ({ ...operation, errors: [...operation.errors, InvalidSortDirection] }),
    shows: ['resourceDoc', 'document', 'openapi', 'swagger', 'client'],
  },
  'another status': {
    applies: ({ status }) => status !== 204,
    change: (operation) => ({ ...operation, status: operation.status === 200 ? 201 : 200 }),
    shows: ['document', 'openapi', 'swagger'],
  },
  'another summary': {
    applies: () => true,
    change: (operation) => ({ ...operation, summary: { en: 'Mutated summary', es: 'Resumen mutado' } }),
    shows: ['resourceDoc', 'document', 'openapi', 'swagger', 'client'],
  },
  'a field more in the request': {
    applies: ({ request }) => request !== undefined && isObject(request),
    change: (operation) => ({
      ...operation,
      request: withField(operation.request, field.flag()),
      example: { ...operation.example, request: { ...(operation.example.request as object), [addedField]: true } },
    }),
    shows: ['resourceDoc', 'document', 'openapi', 'swagger', 'client'],
  },
  'a field more in the answer': {
    applies: ({ response, status }) => status !== 204 && isObject(response),
    change: (operation) => ({
      ...operation,
      response: withField(operation.response, field.string()),
      example: { ...operation.example, response: { ...(operation.example.response as object), [addedField]: 'x' } },
    }),
    shows: ['resourceDoc', 'document', 'openapi', 'swagger', 'client'],
  },
  'a query parameter more': {
    applies: () => true,
    change: (operation) => ({
      ...operation,
      query: { ...operation.query, [addedField]: text('x', { en: 'A mutation.', es: 'Una mutación.' }) },
    }),
    shows: ['document', 'openapi', 'swagger', 'client'],
  },
}

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

/** What every place says of one operation. */
function told(operation: Operation): Record<Place, string> {
  const version = prefixes.find((prefix) => prefix === operation.version) ?? 'v1.4.0'
  const { settings } = server
  const all = { tags: [], functions: [] }
  const docs = documentation([operation], settings)
  const english = { locale: 'en_GB', errors: 'en_GB' } as const
  const about = { version, ...english, publicUrl: 'http://fichero.example' } as const
  return {
    resourceDoc: docs.resourceDocs(version, english, all).text,
    document: JSON.stringify(docs.operation(operation.id, version, 'en_GB')),
    openapi: docs.programs.openapi(about, all),
    swagger: docs.programs.swagger(about, all),
    client: [...generated([operation]).values()].join('\n'),
  }
}

describe.each(Object.entries(mutations))('%s', (_name, { applies, change, shows }) => {
  test.each(catalogue.filter(applies).map((operation) => [operation.id, operation] as const))(
    'of %s changes what is told of it',
    (_id, operation) => {
      const [before, after] = [told(operation), told(change(operation))]
      expect(shows.filter((place) => before[place] === after[place])).toEqual([])
    },
  )
})

describe('a query parameter', () => {
  const parameters = catalogue.flatMap((operation) =>
    Object.entries(operation.query ?? {}).map(([name, parameter]) => ({ operation, name, parameter })),
  )
  const changes: Record<string, { change: (parameter: QueryParameter) => Partial<QueryParameter>; shows: Place[] }> = {
    meaning: {
      change: () => ({ meaning: { en: 'Mutated meaning.', es: 'Significado mutado.' } }),
      shows: ['document', 'openapi', 'swagger'],
    },
    schema: {
      change: () => ({ schema: Type.Integer({ minimum: 17 }) }),
      shows: ['document', 'openapi', 'swagger'],
    },
    example: { change: () => ({ example: 'mutated' }), shows: ['document', 'openapi', 'swagger'] },
    deprecation: {
      change: ({ isDeprecated }) => ({ isDeprecated: (!isDeprecated || undefined) as true }),
      shows: ['document', 'openapi', 'swagger', 'client'],
    },
  }
  const unchanged = (before: Record<Place, string>, query: QueryParameters, operation: Operation, shows: Place[]) => {
    const after = told({ ...operation, query })
    return shows.filter((place) => before[place] === after[place])
  }

  test('is declared by many operations', () => {
    expect(parameters.length).toBeGreaterThan(100)
  })

  test.each(parameters.map(({ operation, name, parameter }) => [operation.id, name, operation, parameter] as const))(
    'of %s, %s, does not change or go unseen',
    (_id, name, operation, parameter) => {
      const before = told(operation)
      const { [name]: _, ...others } = operation.query!
      const everywhere: Place[] = ['document', 'openapi', 'swagger', 'client']
      expect(unchanged(before, others, operation, everywhere), 'removed').toEqual([])
      for (const [what, { change, shows }] of Object.entries(changes)) {
        const query = { ...operation.query!, [name]: { ...parameter, ...change(parameter) } }
        expect(unchanged(before, query, operation, shows), what).toEqual([])
      }
    },
  )
})

describe('the pipeline does what is declared', () => {
  const places = (operation: Operation) =>
    `/obp/${prefixes.find((prefix) => prefix === operation.version) ?? 'v1.4.0'}${operation.path.replaceAll(placeholder, (name) => (name === 'BANK_ID' ? 'gh.29.uk' : 'x'))}`
  // the reference's own order: who, bank, roles, body
  const ask = (to: TestServer, operation: Operation, token: string) =>
    to.call(places(operation), {
      method: operation.verb,
      token,
      ...((operation.verb === 'POST' || operation.verb === 'PUT') && { body: {} }),
    })

  test('a role more is asked for by every operation', async () => {
    const { applies, change } = mutations['a role more']!
    const changed = catalogue.filter(applies).map(change)
    const mutated = await startTestServer({}, changed)
    await mutated.bank('gh.29.uk')
    const { token } = await mutated.user()
    const let_in: string[] = []
    for (const operation of changed) {
      const { status } = await ask(mutated, operation, token)
      if (status !== 403) let_in.push(`${operation.id} ${status}`)
    }
    expect(let_in).toEqual([])
    await mutated.close()
  }, 60_000)

  test('a field more is asked for by every operation that has a body', async () => {
    const { applies, change } = mutations['a field more in the request']!
    const changed = catalogue.filter(applies).map((operation) => {
      const { roles: _, ...others } = change(operation)
      return { ...others, request: Type.Object({ [addedField]: field.flag() }) } as Operation
    })
    const mutated = await startTestServer({}, changed)
    await mutated.bank('gh.29.uk')
    const { token } = await mutated.user()
    for (const operation of changed) {
      const { status, body } = await ask(mutated, operation, token)
      expect([operation.id, status, body.message]).toEqual([operation.id, 400, expect.stringContaining(addedField)])
    }
    await mutated.close()
  }, 60_000)

  test('a query parameter more is read, and refused where it is wrong', async () => {
    const read: unknown[] = []
    const banks = catalogue.find(({ id }) => id === 'OBPv4.0.0-getBanks')!
    const query = { [addedField]: flag(InvalidAnonFilter, { en: 'A mutation.', es: 'Una mutación.' }) }
    const handle: Operation['handle'] = (call, ...others) => {
      read.push(call.query)
      return banks.handle(call, ...others)
    }
    const mutated = await startTestServer({}, [{ ...banks, query, handle }])
    const ask = async (sent: string) => (await mutated.call(`/obp/v4.0.0/banks?${sent}`)).status
    expect(await ask(`${addedField}=TRUE&another=1`)).toBe(200)
    expect(await ask(`${addedField}=`)).toBe(200)
    expect(await ask(`${addedField}=perhaps`)).toBe(400)
    expect(read).toEqual([{ [addedField]: true }, {}])
    await mutated.close()
  })

  test('another status is what a success has', async () => {
    const banks = catalogue.find(({ id }) => id === 'OBPv4.0.0-getBanks')!
    const mutated = await startTestServer({}, [mutations['another status']!.change(banks)])
    expect((await mutated.call('/obp/v4.0.0/banks')).status).toBe(201)
    await mutated.close()
  })
})
