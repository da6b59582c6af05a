/** What handlers may use besides the connector: Fichero's own parts, put together in `app.ts`. */
import type { Consumers } from '../authentication/consumers.ts'
import type { Tokens } from '../authentication/tokens.ts'
import type { Users } from '../authentication/users.ts'
import type { Entitlements } from '../authorisation/entitlements.ts'
import type { Documentation } from '../documentation/documentation.ts'
import type { Settings } from '../settings.ts'
import type { Storage } from '../storage/pool.ts'
import type { Operation } from './operation.ts'

export interface Services {
  readonly settings: Settings
  readonly storage: Storage
  readonly users: Users
  readonly consumers: Consumers
  readonly tokens: Tokens
  readonly entitlements: Entitlements
  readonly catalogue: readonly Operation[]
  readonly documentation: Documentation
  /** where clients reach the server, without a slash at the end */
  readonly publicUrl: () => string
}
