/** Every error that an operation can answer, for clients; resource docs keep to those that the reference documents. */
import { contract } from '../connector/contract.ts'
import { documentedErrors } from './documented-errors.ts'
import * as error from './errors.ts'
import type { Operation } from './operation.ts'

/** What any call can be answered, whatever it asks for. */
const ofEveryCall: readonly error.ErrorEntry[] = [
  error.DuplicateQueryParameters,
  error.DuplicateHeaders,
  error.TooManyRequests,
  error.RequestTimeout,
  error.DatabaseUnavailable,
  error.UnknownError,
]

/** What any call with credentials can be answered where these are wrong, and what never reaches an operation. */
export const generalErrors: readonly error.ErrorEntry[] = [
  error.AuthenticationTypeIllegal,
  error.AuthorizationHeaderNotSupported,
  error.UserIsDeleted,
  error.UsernameHasBeenLocked,
  error.InvalidConsumerCredentials,
  error.DirectLoginMissingParameters,
  error.DirectLoginInvalidToken,
  error.OAuth2NotAllowed,
  error.NoJwkSetUrl,
  error.UnknownIssuer,
  error.BadJwt,
  error.JwtParseError,
  error.JwtInvalidOrExpired,
  error.KeysUnavailable,
  error.TokenWithoutConsumer,
  error.GatewayParametersMissing,
  error.GatewayAddressNotAllowed,
  error.GatewayJwtInvalid,
  error.GatewayJwtUnreadable,
  error.GatewayUserNotFound,
  error.ForceErrorInvalid,
  error.NotFound,
  error.BadRequest,
  error.UriTooLong,
  error.HeaderTooLarge,
]

/** What this operation can be answered and not every one: what it declares, and what the pipeline and its connector add. */
export function ownErrors(operation: Operation): error.ErrorEntry[] {
  const {
    path,
    verb,
    request,
    roles,
    rolesWhere,
    rolesCheckedByHandler,
    paging,
    document,
    uses,
    furtherErrors = [],
  } = operation
  const takesJson = verb === 'POST' || verb === 'PUT'
  return [
    ...new Set([
      ...documentedErrors(operation),
      ...furtherErrors,
      ...(rolesWhere ? [error.UserNotLoggedIn, error.UserHasMissingRoles] : []),
      ...(roles || rolesWhere || rolesCheckedByHandler ? [error.ConsumerHasMissingRoles] : []),
      ...(path.split('/').includes('BANK_ID') ? [error.BankNotFound] : []),
      ...(paging ? [error.InvalidFilter] : []),
      ...(document ? [error.InvalidLocale] : []),
      ...(takesJson ? [error.InvalidRequestBody] : []),
      // a DELETE need not have a body, and one that comes is looked at
      ...(verb !== 'GET' ? [error.UnsupportedMediaType, error.BodyTooLarge] : []),
      ...(request ? [error.InvalidJson] : []),
      ...uses.map((method) => contract[method].failure),
    ]),
  ]
}

/** All of {@link ownErrors} and what every call can be answered; without {@link generalErrors}. */
export const possibleErrors = (operation: Operation): error.ErrorEntry[] => [
  ...new Set([...ownErrors(operation), ...ofEveryCall]),
]
