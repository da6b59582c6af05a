/** Routes: every operation under every prefix that serves it, and a clear answer for every other verb and path. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { MethodNotAllowed, NotFound, Refusal } from './errors.ts'
import type { Localised } from './languages.ts'
import type { Operation } from './operation.ts'
import { type Prefix, placeholder, prefixes, servedUnder } from './versions.ts'

type Handler = (request: FastifyRequest, reply: FastifyReply, prefix: Prefix) => Promise<FastifyReply>

const verbs = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH'] as const

/** Mounts the operations. A verb that a path does not have is 405 with `Allow`. */
export function mount(
  app: FastifyInstance,
  operations: readonly Operation[],
  handlerOf: (operation: Operation) => Handler,
) {
  const handlers = new Map(operations.map((operation) => [operation, handlerOf(operation)]))
  for (const prefix of prefixes) {
    const allowed = new Map<string, Set<string>>()
    for (const operation of servedUnder(prefix, operations)) {
      const handler = handlers.get(operation)!
      for (const url of urls(operation.path, prefix)) {
        app.route({
          method: operation.verb,
          url,
          config: { operationId: operation.id, prefix },
          handler: (request, reply) => handler(request, reply, prefix),
        })
        const shape = url.replaceAll(/:\w+/g, ':')
        allowed.set(shape, allowed.get(shape) ?? new Set(['OPTIONS']))
        allowed.get(shape)!.add(operation.verb)
        if (operation.verb === 'GET') allowed.get(shape)!.add('HEAD')
      }
    }
    for (const [shape, have] of allowed) refuseOtherVerbs(app, shape, have)
  }
}

/** The root document answers at the bare prefix too. */
const urls = (path: string, prefix: Prefix) => {
  const url = `/obp/${prefix}${path.replaceAll(placeholder, ':$&')}`
  return path === '/root' ? [url, `/obp/${prefix}`] : [url]
}

/** Answers the verbs that a path does not have with 405; `shape` has `:` for each part that stands for a value. */
export function refuseOtherVerbs(app: FastifyInstance, shape: string, have: ReadonlySet<string>) {
  let place = 0
  const url = shape.replaceAll(':', () => `:other${place++}`)
  const others = verbs.filter((verb) => !have.has(verb))
  if (others.length === 0) return
  const allow = [...have].sort().join(', ')
  app.route({
    method: others,
    url,
    handler: (request) => {
      throw new Refusal(MethodNotAllowed, notFoundDetail(request), { Allow: allow })
    },
  })
}

/** What OBP puts behind the text of OBP-10404; the query stays out, it may hold personal data. */
export function notFoundDetail(request: FastifyRequest): Localised {
  const path = request.url.split('?', 1)[0]
  const type = request.headers['content-type'] ?? ''
  return {
    en: `Current Url is (${path}), Current Content-Type Header is (${type})`,
    es: `La URL actual es (${path}), la cabecera Content-Type actual es (${type})`,
  }
}

/** For every path that nothing answers. */
export function refuseUnknownPath(request: FastifyRequest): never {
  throw new Refusal(NotFound, notFoundDetail(request))
}
