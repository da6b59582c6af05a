/** The declaration of an operation: everything about it, once. Routing, checks and documentation are derived from it. */
import type { Static, TSchema } from 'typebox'
import type { Consumer, User } from '../authentication/caller.ts'
import type { AuthenticationType } from '../authentication/way-in.ts'
import type { HeldRoles, Requirement } from '../authorisation/requirement.ts'
import type { Bound } from '../connector/connector.ts'
import type { Bank, MethodName } from '../connector/contract.ts'
import type { Kind } from '../limits/addresses.ts'
import type { Origin } from '../observation/audit.ts'
import type { Settings } from '../settings.ts'
import type { ErrorEntry } from './errors.ts'
import type { Locale, Localised } from './languages.ts'
import type { Page, Paging } from './paging.ts'
import type { QueryParameters, QueryValues } from './query.ts'
import type { Services } from './services.ts'
import type { Prefix, Version } from './versions.ts'

export type Verb = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** The parts of a path that stand for values: `/banks/BANK_ID/customer` has BANK_ID. */
export type Placeholders<Path extends string> = Path extends `${infer Head}/${infer Tail}`
  ? Placeholder<Head> | Placeholders<Tail>
  : Placeholder<Path>
type Placeholder<Part extends string> = Part extends '' ? never : Part extends Uppercase<Part> ? Part : never

/** A call after the pipeline's checks: what a handler may rely on. */
export interface Call<
  Path extends string = string,
  Body = unknown,
  Login extends 'required' | 'optional' = 'required',
  Query extends QueryParameters = Record<never, never>,
> {
  readonly path: Readonly<Record<Placeholders<Path>, string>>
  /** of the parameters that the operation declares */
  readonly query: QueryValues<Query>
  /** limit, offset, order and dates of a list; only where the operation declares `paging`, and of it only the parts that count */
  readonly page: Page
  readonly body: Body
  /** the bank of BANK_ID, where the path has one */
  readonly bank: 'BANK_ID' extends Placeholders<Path> ? Bank : undefined
  readonly user: Login extends 'required' ? User : User | null
  readonly consumer: Login extends 'required' ? Consumer : Consumer | null
  /** of the DirectLogin token that the call came with; null where it came with something else */
  readonly tokenId: string | null
  /** of the credentials that the call came with; null where it came with none */
  readonly authenticationType: AuthenticationType | null
  /** what the user holds at a bank (that of the path, unless another is named) and in the system */
  readonly roles: (bankId?: string) => Promise<HeldRoles>
  readonly origin: Origin
  /** of a document, the language of its texts; else that of sentences in answers */
  readonly locale: Locale
  /** of a document, the language of the errors that it documents: that which the query asks for, else English */
  readonly errorLocale: Locale
  /** the version by which the operation was called */
  readonly prefix: Prefix
}

export interface Declaration<
  Path extends string,
  Request extends TSchema,
  Response extends TSchema,
  Uses extends MethodName,
  Login extends 'required' | 'optional',
  Query extends QueryParameters,
> {
  /** the version that brought the operation; it is served there and in the later ones */
  version: Version
  /** the last version that serves it, where later ones do not */
  until?: Prefix
  name: string
  verb: Verb
  /** below `/obp/vX.Y.Z`; parts in capitals stand for values */
  path: Path
  summary: Localised
  /** Markdown */
  description: Localised
  /** the id of the operation that is meant to be called instead, which need not be here yet */
  supersededBy?: string
  /** the first one is the group that documentation shows it in */
  tags: readonly [string, ...string[]]
  /** `required` (the default) refuses anonymous callers; `optional` still refuses wrong credentials */
  login?: Login
  /** what a call counts as for the network address it comes from */
  addressLimit?: Kind
  roles?: Requirement
  /**
   * roles that only the handler can ask for, because they depend on the body: documentation shows them, the pipeline does
   * not look at them; `errors` says how their lack is refused
   */
  rolesCheckedByHandler?: Requirement
  /** roles that are asked for only where a setting is true, and then with a login */
  rolesWhere?: { setting: RoleSetting; roles: Requirement }
  /**
   * the answer is documentation: its texts follow `locale` and `Accept-Language`, and it may be compressed and kept by
   * clients; `changesWith` is the parameter with which it can become another without a new start, `fullerWhere` a setting
   * with which it holds more for some callers than for others, `type` what it is where not JSON
   */
  document?: { changesWith?: Extract<keyof Query, string>; fullerWhere?: RoleSetting; type?: string }
  /** limit, offset, order and dates of a list, which the query can ask for */
  paging?: Paging
  /** what else the query can ask for */
  query?: Query
  request?: Request
  response: Response
  /** of a success */
  status: 200 | 201 | 204
  /** what it can answer besides, as the reference documents it and in its order: resource docs have just these */
  errors: readonly ErrorEntry[]
  /** what its handler can answer and the reference does not document; what the pipeline adds is derived */
  furtherErrors?: readonly ErrorEntry[]
  /** the connector methods that the handler calls; that of the bank in BANK_ID is called by the pipeline */
  uses?: readonly Uses[]
  example: { request?: unknown; response: unknown }
  handle(
    call: Call<Path, Static<Request>, Login, Query>,
    connector: Bound<Uses>,
    services: Services,
  ): Promise<Static<Response>> | Static<Response>
}

type RoleSetting = 'resourceDocsRequiresRole' | 'glossaryRequiresRole'

/** An operation as the rest of the server sees it. */
export interface Operation
  extends Omit<Declaration<string, TSchema, TSchema, MethodName, 'required' | 'optional', QueryParameters>, 'handle'> {
  readonly id: string
  readonly login: 'required' | 'optional'
  /** every connector method that a call may need */
  readonly uses: readonly MethodName[]
  handle(
    call: Call<string, unknown, 'optional', QueryParameters>,
    connector: Bound<MethodName>,
    services: Services,
  ): unknown
}

/** Declares an operation. Its id is made of the version that brought it and its name: `OBPv1.4.0-addCustomer`. */
export function operation<
  const Path extends string,
  Response extends TSchema,
  Request extends TSchema = TSchema,
  const Uses extends MethodName = never,
  const Login extends 'required' | 'optional' = 'required',
  Query extends QueryParameters = Record<never, never>,
>(declaration: Declaration<Path, Request, Response, Uses, Login, Query>): Operation {
  const { version, name, path, login = 'required', uses = [] } = declaration
  return {
    ...declaration,
    id: `OBP${version}-${name}`,
    login,
    uses: path.split('/').includes('BANK_ID') ? [...new Set<MethodName>(['getBank', ...uses])] : uses,
  } as unknown as Operation
}

/** The operation with the login and the roles that these settings ask for. */
export function underSettings(operation: Operation, settings: Pick<Settings, RoleSetting>): Operation {
  const { rolesWhere } = operation
  if (!rolesWhere || !settings[rolesWhere.setting]) return operation
  return { ...operation, login: 'required', roles: rolesWhere.roles }
}
