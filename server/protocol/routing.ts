/** Routes: every operation under every prefix that serves it, and a clear answer to every other verb and path. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { MethodNotAllowed, NotFound, Refusal } from './errors.ts'
import type { Localised } from './languages.ts'
import type { Operation } from './operation.ts'
import { type Prefix, placeholder, prefixes, servedUnder } from './versions.ts'

type Handler = (request: FastifyRequest, reply: FastifyReply, prefix: Prefix) => Promise<FastifyReply>

/** Mounts the operations. */
export function mount(
  app: FastifyInstance,
  operations: readonly Operation[],
  handlerOf: (operation: Operation) => Handler,
) {
  const handlers = new Map(operations.map((operation) => [operation, handlerOf(operation)]))
  for (const prefix of prefixes)
    for (const operation of servedUnder(prefix, operations)) {
      const handler = handlers.get(operation)!
      for (const path of paths(operation.path, prefix)) {
        const served = { operationId: operation.id, prefix, path }
        app.route({
          method: operation.verb,
          url: path.replaceAll(placeholder, ':$&'),
          config: { served },
          handler: (request, reply) => {
            request.served = served
            return handler(request, reply, prefix)
          },
        })
      }
    }
}

/** The root document answers at the bare prefix too. */
const paths = (path: string, prefix: Prefix) =>
  path === '/root' ? [`/obp/${prefix}${path}`, `/obp/${prefix}`] : [`/obp/${prefix}${path}`]

/**
 * Refuses every call that no route answers: 405 with `Allow` where its path has other verbs, else 404. It knows the routes
 * that are added after it.
 */
export function refuseTheRest(app: FastifyInstance) {
  const shapes = new Map<string, { pattern: RegExp; verbs: Set<string> }>()
  app.addHook('onRoute', ({ url, method }) => {
    const shape = url.replaceAll(/:\w+/g, ':')
    const known = shapes.get(shape) ?? { pattern: patternOf(shape), verbs: new Set(['OPTIONS']) }
    shapes.set(shape, known)
    for (const verb of [method].flat()) known.verbs.add(verb)
  })
  app.setNotFoundHandler((request) => {
    const path = normal(request.url)
    const verbs = new Set([...shapes.values()].flatMap((known) => (known.pattern.test(path) ? [...known.verbs] : [])))
    if (verbs.size === 0) throw new Refusal(NotFound, notFoundDetail(request))
    throw new Refusal(MethodNotAllowed, notFoundDetail(request), { Allow: [...verbs].sort().join(', ') })
  })
}

const patternOf = (shape: string) => new RegExp(`^${RegExp.escape(shape).replaceAll(RegExp.escape(':'), '[^/]+')}$`)

/** The path as the router sees it: without doubled and trailing slashes. */
const normal = (url: string) =>
  url
    .split('?', 1)[0]!
    .replaceAll(/\/{2,}/g, '/')
    .replace(/(?<=.)\/$/, '')

/** What OBP puts behind the text of OBP-10404; the query stays out, it may hold personal data. */
export function notFoundDetail(request: FastifyRequest): Localised {
  const path = request.url.split('?', 1)[0]
  const type = request.headers['content-type'] ?? ''
  return {
    en: `Current Url is (${path}), Current Content-Type Header is (${type})`,
    es: `La URL actual es (${path}), la cabecera Content-Type actual es (${type})`,
  }
}
