/** What a route serves, which is known before anything of the call is. */
import type { FastifyRequest } from 'fastify'
import type { Origin } from './audit.ts'

export interface Served {
  /** of the operation, or the name of a login */
  readonly operationId: string
  /** the version by which the route is called; '' outside the versions */
  readonly prefix: string
  /** of the route, in the words of operations: `/obp/v3.1.0/banks/BANK_ID/customers/CUSTOMER_ID` */
  readonly path: string
}

declare module 'fastify' {
  interface FastifyContextConfig {
    served?: Served
  }
  interface FastifyRequest {
    /** as {@link servedBy}, once the call has reached its handler */
    served: Served | undefined
    /** who calls, as soon as it is known */
    origin: Origin | null
    /** of the path's bank, as soon as it is known to exist; else '' */
    bankId: string
  }
}

/** What the route of a call serves; undefined where it is no operation. `routeOptions` makes an object at each look. */
export const servedBy = (request: FastifyRequest): Served | undefined =>
  request.served ?? request.routeOptions.config.served
