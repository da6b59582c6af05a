/**
 * The error catalogue: one code, one status, one text in each language.
 * Clients test with "starts with": the documented text comes first, then one sentence that says what to do.
 */
import { inLocale, type Locale, type Localised } from './languages.ts'

export interface ErrorEntry extends Localised {
  /** `OBP-30001`; null for the texts that OBP documents without a code */
  readonly code: string | null
  readonly status: number
}

/** A refusal of a call. Thrown anywhere behind the pipeline, it becomes the answer. */
export class Refusal extends Error {
  readonly entry: ErrorEntry
  /** what comes after the documented text, with its own leading blank if it needs one */
  readonly detail: Localised
  readonly headers: Readonly<Record<string, string>>

  constructor(entry: ErrorEntry, detail: Localised | string = '', headers: Record<string, string> = {}) {
    super(entry.code ?? entry.en)
    this.entry = entry
    this.detail = typeof detail === 'string' ? { en: detail, es: detail } : detail
    this.headers = headers
  }

  text(locale: Locale): string {
    return documentedText(this.entry, locale) + inLocale(this.detail, locale)
  }
}

/** The text as documentation lists it: `OBP-30001: Bank not found. Please specify a valid value for BANK_ID.` */
export const documentedText = (entry: ErrorEntry, locale: Locale = 'en_GB'): string =>
  entry.code ? `${entry.code}: ${inLocale(entry, locale)}` : inLocale(entry, locale)

/** The body of every error answer. */
export const envelope = (status: number, message: string): string => JSON.stringify({ code: status, message })

const entry = (code: string | null, status: number, en: string, es: string): ErrorEntry => ({ code, status, en, es })

// OBP-00…: the instance
export const DataImportDisabled = entry(
  'OBP-00002',
  403,
  'Data import is disabled for this API instance.',
  'La importación de datos está deshabilitada en esta instancia de la API.',
)
export const InvalidApiVersion = entry(
  'OBP-00027',
  400,
  'Invalid API Version string. We could not find the version specified.',
  'Versión de API no válida. No hemos encontrado la versión indicada.',
)
export const RequestTimeout = entry(
  'OBP-01000',
  408,
  'Request Timeout. The OBP API decided to return a timeout. This is probably because a backend service did not respond in time. ',
  'Tiempo de espera agotado. La API ha decidido no esperar más, probablemente porque un servicio interno no respondió a tiempo. ',
)

// OBP-08…: what front ends show
export const InvalidWebUiPropName = entry(
  'OBP-08001',
  400,
  'Incorrect format of name.',
  'El formato del nombre es incorrecto.',
)
export const WebUiPropNotFoundById = entry(
  'OBP-08002',
  400,
  'WebUi props not found. Please specify a valid value for WEB_UI_PROPS_ID.',
  'No se ha encontrado la propiedad. Indique un valor válido para WEB_UI_PROPS_ID.',
)
export const WebUiPropNotFoundByName = entry(
  'OBP-08003',
  400,
  'WebUi prop not found. Please specify a valid value for WEBUI_PROP_NAME.',
  'No se ha encontrado la propiedad. Indique un valor válido para WEBUI_PROP_NAME.',
)

// OBP-09…: the request as such
export const InvalidRequestBody = entry(
  'OBP-09014',
  400,
  'Incorrect request body Format, it should be a valid json that matches Validation rule.',
  'El formato del cuerpo es incorrecto: debe ser un JSON válido que cumpla la regla de validación.',
)
export const DuplicateQueryParameters = entry(
  'OBP-09016',
  400,
  'Duplicate Query Parameters are not allowed.',
  'No se permiten parámetros de consulta duplicados.',
)
export const DuplicateHeaders = entry(
  'OBP-09017',
  400,
  'Duplicate Header Keys are not allowed.',
  'No se permiten cabeceras duplicadas.',
)

// OBP-10…: its parts
export const InvalidJson = entry('OBP-10001', 400, 'Incorrect json format.', 'El formato del JSON es incorrecto.')
export const IncorrectRoleName = entry('OBP-10007', 400, 'Incorrect Role name:', 'Nombre de rol incorrecto:')
export const InvalidDateFormat = entry(
  'OBP-10005',
  400,
  'Invalid Date Format. Could not convert value to a Date.',
  'Formato de fecha no válido. No se ha podido convertir el valor en una fecha.',
)
export const InvalidFilter = entry(
  'OBP-10016',
  400,
  'Incorrect filter Parameters in URL. ',
  'Los parámetros de filtro de la URL son incorrectos. ',
)
export const TooManyRequests = entry('OBP-10018', 429, 'Too Many Requests.', 'Demasiadas peticiones.')
export const InvalidSortDirection = entry(
  'OBP-10023',
  400,
  'obp_sort_direction parameter can only take two values: DESC or ASC!',
  'El parámetro obp_sort_direction solo admite dos valores: DESC o ASC.',
)
export const InvalidOffset = entry(
  'OBP-10024',
  400,
  'wrong value for obp_offset parameter. Please send a positive integer (=>0)!',
  'El valor del parámetro obp_offset es incorrecto. Envíe un entero no negativo (=>0).',
)
export const InvalidLimit = entry(
  'OBP-10025',
  400,
  'wrong value for obp_limit parameter. Please send a positive integer (=>1)!',
  'El valor del parámetro obp_limit es incorrecto. Envíe un entero positivo (=>1).',
)
export const InvalidDeletedFilter = entry(
  'OBP-10036',
  400,
  'is_deleted parameter can only take two values: TRUE or FALSE!',
  'El parámetro is_deleted solo admite dos valores: TRUE o FALSE.',
)
export const InvalidFilterDate = entry(
  'OBP-10026',
  400,
  "Failed to parse date string. Please use this format yyyy-MM-dd'T'HH:mm:ss.SSS'Z'!",
  "No se ha podido interpretar la fecha. Use el formato yyyy-MM-dd'T'HH:mm:ss.SSS'Z'.",
)
export const InvalidAnonFilter = entry(
  'OBP-10028',
  400,
  'anon parameter can only take two values: TRUE or FALSE!',
  'El parámetro anon solo admite dos valores: TRUE o FALSE.',
)
export const InvalidDurationFilter = entry(
  'OBP-10029',
  400,
  'wrong value for `duration` parameter. Please send a positive integer (=>0)!',
  'El valor del parámetro `duration` es incorrecto. Envíe un entero positivo (=>0).',
)
export const ServiceTooBusy = entry(
  'OBP-10040',
  503,
  'The Service is too busy, please try it later.',
  'El servicio está demasiado ocupado; inténtelo más tarde.',
)
export const InvalidLocale = entry(
  'OBP-10041',
  400,
  'This locale is not supported. Only the following can be used: en_GB, es_ES.',
  'Esta configuración regional no está disponible. Solo se pueden usar: en_GB, es_ES.',
)
export const SortByNotKnown = entry(
  'OBP-10042',
  400,
  'sort_by parameter value is not in the global whitelist.',
  'El valor del parámetro sort_by no está entre los permitidos.',
)
export const SortByNotAllowed = entry(
  'OBP-10043',
  400,
  'sort_by value is not allowed for this endpoint.',
  'El valor de sort_by no está permitido en esta operación.',
)
export const InvalidContentParameter = entry(
  'OBP-10052',
  400,
  'Invalid content parameter. Valid values are: static, dynamic, all',
  'Parámetro content no válido. Los valores posibles son: static, dynamic, all',
)
export const InvalidTagsParameter = entry(
  'OBP-10053',
  400,
  'Invalid tags parameter. Tags cannot be empty when provided',
  'Parámetro tags no válido. Si se envía, no puede estar vacío',
)
export const InvalidFunctionsParameter = entry(
  'OBP-10054',
  400,
  'Invalid functions parameter. Functions cannot be empty when provided',
  'Parámetro functions no válido. Si se envía, no puede estar vacío',
)
export const InvalidApiCollectionIdParameter = entry(
  'OBP-10055',
  400,
  'Invalid api-collection-id parameter. API collection ID cannot be empty when provided',
  'Parámetro api-collection-id no válido. Si se envía, no puede estar vacío',
)
export const NotFound = entry(
  'OBP-10404',
  404,
  '404 Not Found. The server could not find the requested URI. Please double check your URL, headers and body. Note: When you are making a POST or PUT request, the Content-Type header MUST be `application/json`. Note: OBP only supports JSON formatted bodies.',
  '404 No encontrado. El servidor no ha encontrado la URI solicitada. Compruebe la URL, las cabeceras y el cuerpo. Nota: en las peticiones POST o PUT la cabecera Content-Type DEBE ser `application/json`. Nota: OBP solo admite cuerpos en formato JSON.',
)
export const MethodNotAllowed: ErrorEntry = { ...NotFound, status: 405 }
export const UnsupportedMediaType: ErrorEntry = { ...NotFound, status: 415 }
export const BadRequest = entry('OBP-10404', 400, 'Bad Request.', 'Petición no válida.')
export const HeaderTooLarge = entry(
  'OBP-10404',
  431,
  'Request Header Fields Too Large.',
  'Las cabeceras de la petición son demasiado grandes.',
)
export const UriTooLong = entry('OBP-10404', 414, 'URI Too Long.', 'La dirección es demasiado larga.')
export const BodyTooLarge: ErrorEntry = { ...InvalidJson, status: 413 }

// OBP-20…: who calls, and may they
export const UserNotLoggedIn = entry(
  'OBP-20001',
  401,
  'User not logged in. Authentication is required!',
  'El usuario no ha iniciado sesión. ¡La autenticación es obligatoria!',
)
export const DirectLoginMissingParameters = entry(
  'OBP-20002',
  400,
  'These DirectLogin parameters are missing:',
  'Faltan estos parámetros de DirectLogin:',
)
export const DirectLoginInvalidToken = entry(
  'OBP-20003',
  401,
  'This DirectLogin token is invalid or expired:',
  'Este token de DirectLogin no es válido o ha caducado:',
)
export const InvalidLoginCredentials = entry(
  'OBP-20004',
  401,
  'Invalid login credentials. Check username/password.',
  'Credenciales no válidas. Compruebe el nombre de usuario y la contraseña.',
)
export const UserNotFoundById = entry(
  'OBP-20005',
  404,
  'User not found. Please specify a valid value for USER_ID.',
  'Usuario no encontrado. Indique un valor válido para USER_ID.',
)
export const UserHasMissingRoles = entry(
  'OBP-20006',
  403,
  'User is missing one or more roles: ',
  'Al usuario le faltan uno o más roles: ',
)
export const InvalidConsumerKey = entry('OBP-20008', 401, 'Invalid Consumer Key.', 'Clave de consumidor no válida.')
export const ValueTooLong = entry('OBP-20010', 400, 'Value too long', 'El valor es demasiado largo')
export const InvalidCharacters = entry(
  'OBP-20011',
  400,
  'Value contains invalid characters',
  'El valor contiene caracteres no válidos',
)
export const InvalidConsumerCredentials = entry(
  'OBP-20009',
  401,
  'Invalid consumer credentials',
  'Las credenciales del consumidor no son válidas',
)
export const InvalidDirectLoginParameters = entry(
  'OBP-20012',
  400,
  'Invalid direct login parameters',
  'Los parámetros de DirectLogin no son válidos',
)
export const UsernameHasBeenLocked = entry(
  'OBP-20013',
  401,
  'The account has been locked, please contact an administrator!',
  'La cuenta está bloqueada; póngase en contacto con un administrador.',
)
export const NotTheConsumersDeveloper = entry(
  'OBP-20015',
  400,
  'Only the developer that created the consumer key should be able to edit it, please login with the right user.',
  'Solo el desarrollador que creó la clave de consumidor puede modificarla; inicie sesión con el usuario correcto.',
)
export const ConsumerHasMissingRoles = entry(
  'OBP-20023',
  403,
  'Consumer is missing one or more roles: ',
  'Al consumidor le faltan uno o más roles: ',
)
export const ScopeNotFound = entry(
  'OBP-20025',
  400,
  'Scope not found. Please specify a valid value for SCOPE_ID.',
  'Ámbito no encontrado. Indique un valor válido para SCOPE_ID.',
)
export const UserNotFoundByProviderAndUsername = entry(
  'OBP-20027',
  404,
  'User not found by provider and username.',
  'Usuario no encontrado por proveedor y nombre de usuario.',
)
export const GatewayParametersMissing = entry(
  'OBP-20028',
  401,
  'These GatewayLogin parameters are missing:',
  'Faltan estos parámetros de GatewayLogin:',
)
export const GatewayAddressNotAllowed = entry(
  'OBP-20031',
  401,
  'Gateway login can be done only from allowed addresses.',
  'El acceso por pasarela solo se admite desde las direcciones autorizadas.',
)
export const GatewayJwtInvalid = entry(
  'OBP-20040',
  401,
  'The Gateway login JWT is corrupted/changed during a transport.',
  'El JWT de la pasarela está dañado o se ha modificado por el camino.',
)
export const GatewayJwtUnreadable = entry(
  'OBP-20041',
  401,
  'Header, Payload and Signature cannot be extracted from the JWT.',
  'No se pueden extraer del JWT la cabecera, el contenido y la firma.',
)
export const GatewayUserNotFound = entry(
  'OBP-20043',
  401,
  'User cannot be found. Please initiate CBS communication in order to create it.',
  'No se ha encontrado el usuario. Inicie la comunicación con el sistema central del banco para crearlo.',
)
export const NotASuperAdmin = entry(
  'OBP-20050',
  403,
  'Current User is not a Super Admin!',
  'El usuario actual no es superadministrador.',
)
export const UserIsDeleted = entry('OBP-20064', 401, 'The user is deleted!', 'El usuario ha sido eliminado.')
export const AuthorizationHeaderNotSupported = entry(
  'OBP-20080',
  401,
  'Authorization Header format is not supported at this instance.',
  'Esta instancia no admite el formato de la cabecera Authorization.',
)
export const MissingDirectLoginHeader = entry(
  'OBP-20082',
  400,
  'Missing DirectLogin or Authorization header.',
  'Falta la cabecera DirectLogin o Authorization.',
)
export const MissingDirectLoginWord = entry(
  'OBP-20083',
  400,
  'Missing DirectLogin word at the value of Authorization header.',
  'Falta la palabra DirectLogin en el valor de la cabecera Authorization.',
)
export const InvalidDauthProvider = entry(
  'OBP-20103',
  400,
  'Invalid DAuth User Provider.',
  'Proveedor de usuario DAuth no válido.',
)
export const OAuth2NotAllowed = entry(
  'OBP-20201',
  401,
  'OAuth2 is not allowed at this instance.',
  'OAuth2 no está permitido en esta instancia.',
)
export const NoJwkSetUrl = entry(
  'OBP-20203',
  401,
  "There is no an URL of OAuth 2.0 server's JWK set, published at a well-known URL.",
  'No hay ninguna URL del conjunto de claves (JWK set) de un servidor OAuth 2.0.',
)
export const BadJwt = entry('OBP-20204', 401, 'Bad JWT error. ', 'El JWT no es válido. ')
export const JwtParseError = entry('OBP-20205', 401, 'Parse error. ', 'Error de análisis. ')
export const JwtInvalidOrExpired = entry(
  'OBP-20206',
  401,
  'Bad JSON Object Signing and Encryption (JOSE) exception. The ID token is invalid or expired. ',
  'Excepción de JOSE (firma y cifrado de objetos JSON). El token de identidad no es válido o ha caducado. ',
)
export const KeysUnavailable = entry(
  'OBP-20207',
  503,
  'Bad JSON Object Signing and Encryption (JOSE) exception. An internal JOSE exception was encountered. ',
  'Excepción de JOSE (firma y cifrado de objetos JSON). Se ha producido una excepción interna de JOSE. ',
)
export const UnknownIssuer = entry(
  'OBP-20208',
  401,
  'Cannot match the issuer and JWKS URI at this server instance. ',
  'Esta instancia no encuentra la URL de claves que corresponde al emisor. ',
)
export const TokenWithoutConsumer = entry(
  'OBP-20209',
  401,
  'The token have no linked consumer. ',
  'El token no tiene ningún consumidor asociado. ',
)
// 409: the one duplicate whose status is not 400
export const DuplicateUsername = entry(
  'OBP-20258',
  409,
  'Duplicate Username. Cannot create Username because it already exists. ',
  'Nombre de usuario duplicado. No se puede crear porque ya existe. ',
)

export const UserNotFoundByUserId = entry(
  'OBP-20057',
  400,
  'User not found by userId.',
  'Usuario no encontrado por su userId.',
)

// OBP-30…: the bank, its customers, users and roles
export const BankNotFound = entry(
  'OBP-30001',
  404,
  'Bank not found. Please specify a valid value for BANK_ID.',
  'Banco no encontrado. Indique un valor válido para BANK_ID.',
)
export const CustomerNumberAlreadyExists = entry(
  'OBP-30006',
  400,
  'Customer Number already exists. Please specify a different value for BANK_ID or CUSTOMER_NUMBER.',
  'El número de cliente ya existe. Indique otro valor para BANK_ID o CUSTOMER_NUMBER.',
)
export const CustomerAlreadyExistsForUser = entry(
  'OBP-30007',
  400,
  'The User is already linked to a Customer at the bank specified by BANK_ID',
  'El usuario ya está vinculado a un cliente del banco indicado por BANK_ID',
)
export const UserCustomerLinksNotFoundForUser = entry(
  'OBP-30008',
  404,
  'User Customer Link not found by USER_ID',
  'No se ha encontrado ningún vínculo entre usuario y cliente para USER_ID',
)
export const ConsumerNotFoundById = entry(
  'OBP-30019',
  404,
  'Consumer not found. Please specify a valid value for CONSUMER_ID.',
  'Consumidor no encontrado. Indique un valor válido para CONSUMER_ID.',
)
export const CustomerNotFoundByCustomerId = entry(
  'OBP-30046',
  404,
  'Customer not found. Please specify a valid value for CUSTOMER_ID.',
  'Cliente no encontrado. Indique un valor válido para CUSTOMER_ID.',
)
export const ApiCollectionNotFound = entry(
  'OBP-30079',
  400,
  'ApiCollection not found.',
  'Colección de API no encontrada.',
)
export const CannotCreateApiCollection = entry(
  'OBP-30080',
  400,
  'Could not create ApiCollection.',
  'No se ha podido crear la colección de API.',
)
export const ApiCollectionEndpointNotFound = entry(
  'OBP-30082',
  400,
  'ApiCollectionEndpoint not found.',
  'La operación no está en la colección de API.',
)
export const CannotCreateApiCollectionEndpoint = entry(
  'OBP-30083',
  400,
  'Could not create ApiCollectionEndpoint.',
  'No se ha podido añadir la operación a la colección de API.',
)
export const ApiCollectionEndpointAlreadyExists = entry(
  'OBP-30085',
  400,
  'The ApiCollectionEndpoint is already exists.',
  'La operación ya está en la colección de API.',
)
export const ApiCollectionAlreadyExists = entry(
  'OBP-30086',
  400,
  'The ApiCollection is already exists.',
  'La colección de API ya existe.',
)
export const ExcludeParametersNotSupported = entry(
  'OBP-30146',
  400,
  'The exclude_* parameters are not supported in v6.0.0+. Please use the corresponding include_* parameters instead (include_app_names, include_url_patterns, include_implemented_by_partial_functions). ',
  'Los parámetros exclude_* no se admiten a partir de v6.0.0. Use en su lugar los parámetros include_* correspondientes (include_app_names, include_url_patterns, include_implemented_by_partial_functions). ',
)
export const EntitlementIsBankRole = entry(
  'OBP-30205',
  400,
  'This entitlement is a Bank Role. Please set bank_id to a valid bank id.',
  'Este permiso es un rol de banco. Indique en bank_id el identificador de un banco.',
)
export const EntitlementIsSystemRole = entry(
  'OBP-30206',
  400,
  'This entitlement is a System Role. Please set bank_id to empty string.',
  'Este permiso es un rol de sistema. Deje bank_id como texto vacío.',
)
export const InvalidStrongPasswordFormat = entry(
  'OBP-30207',
  400,
  'Invalid Password Format. Your password should EITHER be at least 10 characters long and contain mixed numbers and both upper and lower case letters and at least one special character, OR the length should be > 16 and <= 512.',
  'Formato de contraseña no válido. La contraseña debe O BIEN tener al menos 10 caracteres con cifras, mayúsculas, minúsculas y al menos un carácter especial, O BIEN tener más de 16 y como mucho 512 caracteres.',
)
export const InvalidConnector = entry(
  'OBP-30211',
  400,
  'Invalid Connector Version. Please specify a valid value for CONNECTOR.',
  'Versión de conector no válida. Indique un valor válido para CONNECTOR.',
)
export const EntitlementNotFound = entry(
  'OBP-30212',
  404,
  'EntitlementId not found',
  'No se ha encontrado el EntitlementId',
)
export const UserDoesNotHaveEntitlement = entry(
  'OBP-30213',
  400,
  'USER_ID does not have the ENTITLEMENT_ID.',
  'USER_ID no tiene el ENTITLEMENT_ID.',
)
export const EntitlementRequestAlreadyExists = entry(
  'OBP-30214',
  400,
  'Entitlement Request already exists for the user.',
  'El usuario ya ha solicitado este permiso.',
)
export const EntitlementRequestNotFound = entry(
  'OBP-30215',
  400,
  'EntitlementRequestId not found',
  'No se ha encontrado el EntitlementRequestId',
)
export const EntitlementAlreadyExists = entry(
  'OBP-30216',
  400,
  'Entitlement already exists for the user.',
  'El usuario ya tiene este permiso.',
)
export const EntitlementCannotBeGranted = entry(
  'OBP-30220',
  400,
  'Entitlement cannot be granted.',
  'El permiso no se puede conceder.',
)
export const BankIdAlreadyExists = entry(
  'OBP-34000',
  400,
  'Bank Id already exists. Please specify a different value.',
  'El identificador de banco ya existe. Indique otro valor.',
)
export const UpdateBankError = entry(
  'OBP-34001',
  400,
  'Could not update the Bank',
  'No se ha podido actualizar el banco',
)
export const ConsumerKeyIsInvalid = entry(
  'OBP-35030',
  400,
  'The Consumer Key must be alphanumeric. (A-Z, a-z, 0-9)',
  'La clave de consumidor debe ser alfanumérica. (A-Z, a-z, 0-9)',
)
export const ConsumerKeyIsTooLong = entry(
  'OBP-35031',
  400,
  'The Consumer Key max length <= 512',
  'La clave de consumidor admite como mucho 512 caracteres',
)

export const InvalidJsonSchema = entry(
  'OBP-40026',
  400,
  'Incorrect json-schema Format.',
  'El formato del JSON Schema es incorrecto.',
)
export const JsonSchemaValidationNotFound = entry(
  'OBP-40027',
  404,
  'JSON Schema Validation not found, please specify valid query parameter.',
  'Validación de JSON Schema no encontrada; indique un parámetro válido.',
)
export const ForceErrorInvalid = entry(
  'OBP-40035',
  400,
  'Force Error request header is invalid.',
  'La cabecera Force-Error no es válida.',
)
export const OperationIdAlreadyExists = entry(
  'OBP-40029',
  400,
  'OPERATION_ID already exists. Please specify different values for OPERATION_ID.',
  'OPERATION_ID ya existe. Indique otro valor para OPERATION_ID.',
)
export const IncorrectAuthenticationType = entry(
  'OBP-40030',
  400,
  'AuthenticationType name not correct. Allowed Authentication Type names:',
  'El nombre de AuthenticationType no es correcto. Nombres de AuthenticationType permitidos:',
)
export const AuthenticationTypeValidationNotFound = entry(
  'OBP-40032',
  404,
  'AuthenticationTypeValidation not found, please specify valid query parameter.',
  'AuthenticationTypeValidation no encontrada; indique un parámetro válido.',
)
export const AuthenticationTypeIllegal = entry(
  'OBP-40034',
  400,
  'Current request authentication type is illegal.',
  'El tipo de autenticación de la petición no está permitido.',
)

export const InvalidOperationId = entry(
  'OBP-40048',
  400,
  'Invalid operation_id, please specify valid operation_id.',
  'operation_id no válido; indique un operation_id válido.',
)

// OBP-50…: what went wrong on our side
export const UnknownError = entry('OBP-50000', 500, 'Unknown Error.', 'Error desconocido.')
export const DatabaseUnavailable = entry(
  'OBP-50019',
  503,
  'Cannot connect to the OBP database.',
  'No se puede conectar con la base de datos de OBP.',
)
export const ConnectorFailed = entry(
  'OBP-50200',
  502,
  'Connector cannot return the data we requested.',
  'El conector no puede devolver los datos solicitados.',
)

// The texts that the v1.4.0 page documents without a code
export const EntitlementsRequired = entry(null, 403, 'entitlements required', 'Se requieren permisos')
export const ProblemGettingUserId = entry(null, 400, 'Problem getting user_id', 'Problema al obtener user_id')
export const CouldNotCreateCustomer = entry(null, 502, 'Could not create customer', 'No se ha podido crear el cliente')
export const CouldNotCreateUserCustomerLinks = entry(
  null,
  502,
  'Could not create user_customer_links',
  'No se han podido crear los vínculos entre usuario y cliente',
)
export const NoCrmEvents = entry(null, 404, 'No CRM Events available.', 'No hay eventos de CRM disponibles.')
// what OBP means, too, when an import does not fit the database; it answers OBP-50005 instead
export const CannotImportSandboxData = entry(
  null,
  400,
  'Cannot import the sandbox data',
  'No se pueden importar los datos del entorno de pruebas',
)

// OBP has no lock of an administrator that a password reset could meet
export const UserIsLockedByAdministrator = entry(
  null,
  400,
  'An administrator has locked the user: unlock them first.',
  'Un administrador ha bloqueado al usuario: desbloquéelo primero.',
)
// OBP has no second factor of users
export const SecondFactorNotFound = entry(
  null,
  404,
  'The user has no second factor.',
  'El usuario no tiene ningún segundo factor.',
)

// OBP takes a rule for any text, and never applies one that names no operation
export const OperationNotFound = entry(
  null,
  404,
  'Operation not found. Please specify a valid value for OPERATION_ID.',
  'Operación no encontrada. Indique un valor válido para OPERATION_ID.',
)
// OBP changes the limits of any consumer by whatever id comes, and has no error for an unknown one
export const RateLimitNotFound = entry(
  null,
  404,
  'Rate limit not found. Please specify a valid value for RATE_LIMITING_ID.',
  'Límite de llamadas no encontrado. Indique un valor válido para RATE_LIMITING_ID.',
)

/** The refusal of a bank that is not there. */
export const bankNotFound = (bankId: string): Refusal =>
  new Refusal(BankNotFound, { en: ` Current BankId is ${bankId}`, es: ` El BankId actual es ${bankId}` })
