/** What handlers may use besides the connector: Fichero's own parts, put together in `app.ts`. */
import type { Consumers } from '../authentication/consumers.ts'
import type { KeyEncryption } from '../authentication/openid/key-encryption.ts'
import type { SigningKeys } from '../authentication/openid/signing-keys.ts'
import type { Tokens } from '../authentication/tokens.ts'
import type { Users } from '../authentication/users.ts'
import type { Entitlements } from '../authorisation/entitlements.ts'
import type { Documentation } from '../documentation/documentation.ts'
import type { Origin } from '../observation/audit.ts'
import type { ImportFile } from '../sandbox/import-file.ts'
import type { Settings } from '../settings.ts'
import type { WebUiProps } from '../web-ui/web-ui-props.ts'
import type { Operation } from './operation.ts'

export interface Services {
  readonly settings: Settings
  readonly users: Users
  readonly consumers: Consumers
  readonly tokens: Tokens
  readonly entitlements: Entitlements
  /** with the key that is not in the database */
  readonly encryption: () => Promise<KeyEncryption>
  /** of the OpenID Connect provider */
  readonly signingKeys: SigningKeys
  readonly webUiProps: WebUiProps
  readonly catalogue: readonly Operation[]
  readonly documentation: Documentation
  /** Imports a sandbox file: all of it or nothing. @throws as `sandbox/import.ts` says */
  readonly importSandbox: (origin: Origin, file: ImportFile) => Promise<void>
  /** the commit that runs; '' where nobody knows */
  readonly gitCommit: string
  /** where clients reach the server, without a slash at the end */
  readonly publicUrl: () => string
}
