/** The tables of `migrations/` as Kysely sees them: one interface a table, one property a column. */

import type { ColumnType, Generated } from 'kysely'
import type { AuthenticationType } from '../authentication/way-in.ts'

/** An instant in UTC as ISO 8601, seconds and a fraction if there is one: `2013-01-21T23:08:00Z`, `2013-01-21T23:08:00.5Z`. */
export type Instant = string & { readonly __instant: never }

/** A column that the database fills and nobody updates. */
type Stamp = ColumnType<Instant, Instant | undefined, never>

export interface Database {
  app_user: AppUserTable
  installation: { is_the_only_one: Generated<boolean>; secret: Buffer }
  unknown_login: { bucket: number; wrong_passwords: number }
  consumer: ConsumerTable
  provider_consumer: { provider: string; client_id: string; consumer_id: string; created_at: Stamp }
  login_token: LoginTokenTable
  second_factor: SecondFactorTable
  recovery_code: { user_id: string; code_hash: Buffer }
  password_reset: { user_id: string; token_hash: Buffer; created_at: Generated<Instant>; expires_at: Instant }
  web_ui_prop: { name: string; web_ui_props_id: string; value: string; created_at: Stamp }
  bank: BankTable
  entitlement: EntitlementTable
  entitlement_in_force: EntitlementTable
  entitlement_request: EntitlementRequestTable
  consumer_scope: ConsumerScopeTable
  customer: CustomerTable
  user_customer_link: UserCustomerLinkTable
  crm_event: CrmEventTable
  customer_message: CustomerMessageTable
  bank_account: BankAccountTable
  bank_account_owner: { bank_id: string; account_id: string; user_id: string }
  oauth1_request_token: OAuth1RequestTokenTable
  oauth1_access_token: OAuth1AccessTokenTable
  oauth1_nonce: OAuth1NonceTable
  call_limit: CallLimitTable
  json_schema_validation: JsonSchemaValidationTable
  authentication_type_validation: AuthenticationTypeValidationTable
  api_collection: ApiCollectionTable
  api_collection_endpoint: ApiCollectionEndpointTable
  audit_event: AuditEventTable
  metric: MetricTable
  openid_artifact: OpenidArtifactTable
  openid_consent: { user_id: string; consumer_id: string; scopes: string[]; given_at: Stamp }
  openid_signing_key: OpenidSigningKeyTable
}

export interface AppUserTable {
  user_id: string
  provider: string
  username: string
  email: string
  first_name: Generated<string>
  last_name: Generated<string>
  password_hash: string | null
  is_validated: Generated<boolean>
  wrong_passwords: Generated<number>
  deleted_at: Instant | null
  retired_name: Buffer | null
  created_at: Stamp
  updated_at: Generated<Instant>
  login_generation: Generated<number>
  logins_ended_at: Generated<Instant | null>
  locked_at: Generated<Instant | null>
  last_wrong_password_at: Generated<Instant | null>
}

export interface SecondFactorTable {
  user_id: string
  secret: Buffer
  last_step: number | null
  created_at: Generated<Instant>
}

export interface LoginTokenTable {
  token_hash: Buffer
  token_id: Generated<string>
  user_id: string
  consumer_id: string
  created_at: Stamp
  expires_at: Instant
}

export interface ConsumerTable {
  consumer_id: string
  consumer_key: string
  app_name: string
  app_type: 'Confidential' | 'Public' | 'Unknown'
  description: string
  developer_email: string
  redirect_url: string
  client_certificate: Generated<string>
  company: Generated<string>
  logo_url: Generated<string>
  created_by_user_id: string | null
  is_active: boolean
  created_at: Stamp
  login_generation: Generated<number>
  logins_ended_at: Generated<Instant | null>
  clear_secret: Generated<string | null>
  sealed_secret: Generated<Buffer | null>
}

export interface BankTable {
  bank_id: string
  short_name: string
  full_name: string
  logo_url: string
  website_url: string
  swift_bic: Generated<string>
  national_identifier: Generated<string>
  routing_scheme: Generated<string>
  routing_address: Generated<string>
  created_at: Stamp
  updated_at: Generated<Instant>
}

export interface EntitlementTable {
  bank_id: string
  entitlement_id: string
  user_id: string
  role_name: string
  created_by_process: Generated<string>
  /** a role that is given again after its time takes the place of the one before */
  created_at: ColumnType<Instant, Instant | undefined, Instant>
  expires_at: Generated<Instant | null>
}

export interface EntitlementRequestTable {
  bank_id: string
  entitlement_request_id: string
  user_id: string
  role_name: string
  status: Generated<'open' | 'granted' | 'refused'>
  reason: Generated<string>
  created_at: Stamp
  closed_at: Generated<Instant | null>
}

export interface ConsumerScopeTable {
  bank_id: string
  scope_id: string
  consumer_id: string
  role_name: string
  created_at: Stamp
}

export interface CustomerTable {
  bank_id: string
  customer_id: string
  customer_number: string
  legal_name: string
  mobile_phone_number: string
  email: string
  face_image_url: string | null
  face_image_date: Instant | null
  date_of_birth: Instant | null
  relationship_status: string
  dependants: number
  dob_of_dependants: Instant[]
  highest_education_attained: string
  employment_status: string
  kyc_status: boolean
  last_ok_date: Instant | null
  title: Generated<string>
  branch_id: Generated<string>
  name_suffix: Generated<string>
  created_at: Stamp
  updated_at: Generated<Instant>
}

export interface UserCustomerLinkTable {
  bank_id: string
  user_customer_link_id: string
  user_id: string
  customer_id: string
  position: number
  date_inserted: Stamp
  is_active: Generated<boolean>
}

export interface CrmEventTable {
  bank_id: string
  crm_event_id: string
  customer_name: string
  customer_number: string
  category: string
  detail: string
  channel: string
  scheduled_date: Instant | null
  actual_date: Instant
  result: Generated<string>
  created_at: Stamp
}

export interface CustomerMessageTable {
  bank_id: string
  message_id: string
  customer_id: string
  user_id: string
  message: string
  from_department: string
  from_person: string
  created_at: Stamp
}

export interface BankAccountTable {
  bank_id: string
  account_id: string
  label: string
  number: string
  account_type: string
  iban: Generated<string>
  balance_currency: string
  balance_amount: string
  created_at: Stamp
}

export interface OAuth1RequestTokenTable {
  token_hash: Buffer
  sealed_secret: Buffer
  consumer_id: string
  callback: string
  user_id: Generated<string | null>
  verifier_hash: Generated<Buffer | null>
  expires_at: Instant
}

export interface OAuth1AccessTokenTable {
  token_hash: Buffer
  clear_secret: Generated<string | null>
  sealed_secret: Generated<Buffer | null>
  user_id: string
  consumer_id: string
  created_at: Stamp
  expires_at: Instant
}

export interface OAuth1NonceTable {
  nonce_hash: Buffer
  expires_at: Instant
}

export interface CallLimitTable {
  bank_id: string
  call_limit_id: string
  consumer_id: string
  api_version: string
  api_name: string
  from_date: Instant
  to_date: Instant
  per_second: number
  per_minute: number
  per_hour: number
  per_day: number
  per_week: number
  per_month: number
  created_at: Stamp
  updated_at: Generated<Instant>
}

export interface JsonSchemaValidationTable {
  operation_id: string
  json_schema: string
  created_at: Stamp
  updated_at: Generated<Instant>
}

export interface AuthenticationTypeValidationTable {
  operation_id: string
  allowed_authentication_types: readonly AuthenticationType[]
  created_at: Stamp
  updated_at: Generated<Instant>
}

export interface ApiCollectionTable {
  api_collection_id: string
  user_id: string
  name: string
  is_sharable: boolean
  description: string
  created_at: Stamp
  updated_at: Generated<Instant>
}

export interface ApiCollectionEndpointTable {
  api_collection_id: string
  operation_id: string
  api_collection_endpoint_id: string
  created_at: Stamp
}

export interface AuditEventTable {
  bank_id: string
  audit_event_id: Generated<number>
  happened_at: Stamp
  user_id: string | null
  consumer_id: string | null
  operation_id: string
  correlation_id: string
  subject: string
  subject_id: string
  change: unknown
}

export interface MetricTable {
  bank_id: string
  metric_id: Generated<number>
  called_at: Instant
  duration: number
  operation_id: string
  function_name: string
  version: string
  verb: string
  url: string
  status: number
  correlation_id: string
  user_id: string | null
  consumer_id: string | null
  source_ip: string | null
}

export interface OpenidArtifactTable {
  kind: string
  id_hash: Buffer
  payload: unknown
  uid: string | null
  client_id: string | null
  user_id: string | null
  grant_hash: Buffer | null
  login_mark: Buffer | null
  consumer_generation: number | null
  consumed_at: Instant | null
  expires_at: Instant
}

export interface OpenidSigningKeyTable {
  kid: string
  public_key: unknown
  private_key: Buffer
  signs_from: Instant
  created_at: Stamp
}
