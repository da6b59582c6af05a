/** What handlers may use besides the connector: Fichero's own parts, put together in `app.ts`. */
import type { ApiCollections } from '../api-collections/api-collections.ts'
import type { AuthorizedApplications } from '../authentication/consumers/authorized-applications.ts'
import type { Consumers } from '../authentication/consumers/consumers.ts'
import type { LoginTokens } from '../authentication/direct-login/login-tokens.ts'
import type { Tokens } from '../authentication/direct-login/tokens.ts'
import type { Nonces } from '../authentication/oauth1/nonces.ts'
import type { OAuth1Tokens } from '../authentication/oauth1/tokens.ts'
import type { SigningKeys } from '../authentication/openid/signing-keys.ts'
import type { PasswordResets } from '../authentication/passwords/password-resets.ts'
import type { SecondFactors } from '../authentication/second-factors/second-factors.ts'
import type { KeyEncryption } from '../authentication/secrets/key-encryption.ts'
import type { UserDirectory } from '../authentication/users/user-directory.ts'
import type { Users } from '../authentication/users/users.ts'
import type { Access } from '../authorisation/access.ts'
import type { EntitlementRequests } from '../authorisation/entitlement-requests.ts'
import type { Entitlements } from '../authorisation/entitlements.ts'
import type { Scopes } from '../authorisation/scopes.ts'
import type { Documentation } from '../documentation/documentation.ts'
import type { AddressLimits } from '../limits/addresses.ts'
import type { CallLimits } from '../limits/call-limits.ts'
import type { CallCounter } from '../limits/count-calls.ts'
import type { Counters } from '../limits/counters.ts'
import type { Origin } from '../observation/audit.ts'
import type { Metrics } from '../observation/metrics.ts'
import type { ImportFile } from '../sandbox/import-file.ts'
import type { Settings } from '../settings.ts'
import type { OperationRules } from '../validation/rules.ts'
import type { WebUiProps } from '../web-ui/web-ui-props.ts'
import type { Operation } from './operation.ts'

export interface Services {
  readonly settings: Settings
  readonly users: Users
  readonly userDirectory: UserDirectory
  readonly consumers: Consumers
  readonly tokens: Tokens
  readonly loginTokens: LoginTokens
  readonly authorizedApplications: AuthorizedApplications
  readonly secondFactors: SecondFactors
  readonly passwordResets: PasswordResets
  readonly oauth1Tokens: OAuth1Tokens
  readonly nonces: Nonces
  readonly entitlements: Entitlements
  readonly entitlementRequests: EntitlementRequests
  readonly rules: OperationRules
  readonly counters: Counters
  readonly callLimits: CallLimits
  readonly callCounter: CallCounter
  readonly addressLimits: AddressLimits
  /** with the key that is not in the database */
  readonly encryption: () => Promise<KeyEncryption>
  /** of the OpenID Connect provider */
  readonly signingKeys: SigningKeys
  readonly apiCollections: ApiCollections
  readonly webUiProps: WebUiProps
  readonly scopes: Scopes
  readonly access: Access
  readonly metrics: Metrics
  readonly catalogue: readonly Operation[]
  readonly documentation: Documentation
  /** Imports a sandbox file: all of it or nothing. @throws as `sandbox/import.ts` says */
  readonly importSandbox: (origin: Origin, file: ImportFile) => Promise<void>
  /** whether the database answers now */
  readonly isDatabaseThere: () => Promise<boolean>
  /** the commit that runs; '' where nobody knows */
  readonly gitCommit: string
  /** where clients reach the server, without a slash at the end */
  readonly publicUrl: () => string
}
