/** Why each error of the catalogue is answered, and what to do about it. */

import type { ErrorEntry } from '../protocol/errors.ts'
import * as errors from '../protocol/errors.ts'
import type { Localised } from '../protocol/languages.ts'

export interface Advice {
  readonly cause: Localised
  readonly fix: Localised
}

type ErrorName = {
  [Name in keyof typeof errors]: (typeof errors)[Name] extends ErrorEntry ? Name : never
}[keyof typeof errors]

const of = (cause: string, causa: string, fix: string, remedio: string): Advice => ({
  cause: { en: cause, es: causa },
  fix: { en: fix, es: remedio },
})

const signInAgain: Localised = {
  en: 'Get a new token from the identity provider and call again.',
  es: 'Obtenga un token nuevo del proveedor de identidad y vuelva a llamar.',
}
const askOperator: Localised = {
  en: 'Ask who runs this server.',
  es: 'Pregunte a quien opera este servidor.',
}
const tryLater: Localised = {
  en: 'Try again a little later; if it goes on, tell who runs this server the correlation id.',
  es: 'Vuelva a intentarlo un poco más tarde; si continúa, comunique el identificador de correlación a quien opera este servidor.',
}

/** One for every error, or the types do not hold. */
const advice: Readonly<Record<ErrorName, Advice>> = {
  // the instance
  DataImportDisabled: of(
    'This server does not take imported data; a production server does not by default.',
    'Este servidor no admite datos importados; uno en producción no los admite por defecto.',
    'Import into a sandbox, or have `ALLOW_SANDBOX_IMPORT` set to true.',
    'Importe en un entorno de pruebas o haga que `ALLOW_SANDBOX_IMPORT` sea true.',
  ),
  InvalidApiVersion: of(
    'The version in the path is not one that this server documents.',
    'La versión de la ruta no es una de las que documenta este servidor.',
    'Use one of those that `GET /api/versions` lists, such as v4.0.0 or OBPv4.0.0.',
    'Use una de las que enumera `GET /api/versions`, como v4.0.0 u OBPv4.0.0.',
  ),
  RequestTimeout: of(
    'The call took longer than this server waits.',
    'La llamada tardó más de lo que espera este servidor.',
    'Call again; where it was a write, look first whether it was done.',
    'Vuelva a llamar; si era una escritura, mire antes si llegó a hacerse.',
  ),
  // what front ends show
  InvalidWebUiPropName: of(
    'The name does not begin with `webui_`, or has characters that names do not have.',
    'El nombre no empieza por `webui_` o tiene caracteres que no se admiten.',
    'Use `webui_` and letters, digits, underscores, dots and hyphens, 255 at most.',
    'Use `webui_` y letras, cifras, guiones bajos, puntos y guiones, 255 como mucho.',
  ),
  WebUiPropNotFoundById: of(
    'Nothing that front ends show has this id.',
    'Nada de lo que muestran las aplicaciones web tiene este identificador.',
    'Look the id up with `GET /management/webui_props`.',
    'Busque el identificador con `GET /management/webui_props`.',
  ),
  WebUiPropNotFoundByName: of(
    'Nothing that front ends show has this name.',
    'Nada de lo que muestran las aplicaciones web tiene este nombre.',
    'Look the name up with `GET /webui-props`.',
    'Busque el nombre con `GET /webui-props`.',
  ),
  // the request as such
  InvalidRequestBody: of(
    'An administrator has set a JSON schema for this operation, and the body does not fit it.',
    'Un administrador ha fijado un esquema JSON para esta operación y el cuerpo no lo cumple.',
    'Correct what the message lists; `GET /endpoints/json-schema-validations` shows the schema.',
    'Corrija lo que enumera el mensaje; `GET /endpoints/json-schema-validations` muestra el esquema.',
  ),
  DuplicateQueryParameters: of(
    'A query parameter comes more than once.',
    'Un parámetro de consulta aparece más de una vez.',
    'Send each parameter once; lists are one value with commas.',
    'Envíe cada parámetro una vez; las listas son un valor con comas.',
  ),
  DuplicateHeaders: of(
    'A header comes more than once that must not.',
    'Aparece más de una vez una cabecera que no debe repetirse.',
    'Send it once; look at proxies that may add it again.',
    'Envíela una vez; revise los proxies que puedan añadirla de nuevo.',
  ),
  // its parts
  InvalidJson: of(
    'The body is no JSON, or a field is missing or has a wrong value.',
    'El cuerpo no es JSON, o falta un campo o tiene un valor incorrecto.',
    'Correct the field that the message names, as the example of the operation shows it.',
    'Corrija el campo que nombra el mensaje, tal como muestra el ejemplo de la operación.',
  ),
  BodyTooLarge: of(
    'The body is larger than this server takes.',
    'El cuerpo es mayor de lo que admite este servidor.',
    'Send less than 1 MiB in one call.',
    'Envíe menos de 1 MiB en cada llamada.',
  ),
  InvalidDateFormat: of(
    'A date cannot be read.',
    'No se puede leer una fecha.',
    'Write it as the message shows it.',
    'Escríbala como muestra el mensaje.',
  ),
  IncorrectRoleName: of(
    'There is no role of this name.',
    'No hay ningún rol con este nombre.',
    'Choose one from `GET /roles`; names are case-sensitive.',
    'Elija uno de `GET /roles`; los nombres distinguen mayúsculas de minúsculas.',
  ),
  InvalidFilter: of(
    'A query parameter that filters the list has a value that it cannot have.',
    'Un parámetro que filtra la lista tiene un valor que no puede tener.',
    'Correct the parameter that the message names.',
    'Corrija el parámetro que nombra el mensaje.',
  ),
  TooManyRequests: of(
    'The consumer, or the network address, has made more calls than it may in this period.',
    'El consumidor, o la dirección de red, ha hecho más llamadas de las permitidas en este periodo.',
    'Wait as long as `Retry-After` says; ask an administrator for a higher limit where it is too low.',
    'Espere lo que dice `Retry-After`; si el límite es bajo, pida uno mayor a un administrador.',
  ),
  InvalidSortDirection: of(
    '`sort_direction` is neither ASC nor DESC.',
    '`sort_direction` no es ni ASC ni DESC.',
    'Send ASC or DESC, or leave it out.',
    'Envíe ASC o DESC, o no lo envíe.',
  ),
  InvalidOffset: of(
    '`offset` is no whole number from 0 on.',
    '`offset` no es un número entero desde 0.',
    'Send a whole number such as 0 or 50, or leave it out.',
    'Envíe un número entero como 0 o 50, o no lo envíe.',
  ),
  InvalidLimit: of(
    '`limit` is no whole number from 1 to the largest that the operation takes.',
    '`limit` no es un número entero desde 1 hasta el mayor que admite la operación.',
    'Send a whole number such as 50, or leave it out.',
    'Envíe un número entero como 50, o no lo envíe.',
  ),
  InvalidDeletedFilter: of(
    '`is_deleted` is neither true nor false.',
    '`is_deleted` no es ni true ni false.',
    'Send true or false, or leave it out.',
    'Envíe true o false, o no lo envíe.',
  ),
  InvalidFilterDate: of(
    '`from_date` or `to_date` cannot be read.',
    'No se puede leer `from_date` o `to_date`.',
    'Write it such as 2026-01-27T00:00:00.000Z.',
    'Escríbalo como 2026-01-27T00:00:00.000Z.',
  ),
  InvalidAnonFilter: of(
    '`anon` is neither true nor false.',
    '`anon` no es ni true ni false.',
    'Send true or false, or leave it out.',
    'Envíe true o false, o no lo envíe.',
  ),
  InvalidDurationFilter: of(
    '`duration` is no whole number.',
    '`duration` no es un número entero.',
    'Send a number of milliseconds, or leave it out.',
    'Envíe un número de milisegundos, o no lo envíe.',
  ),
  ServiceTooBusy: {
    cause: {
      en: 'This server has more to do than it can.',
      es: 'Este servidor tiene más trabajo del que puede atender.',
    },
    fix: tryLater,
  },
  InvalidLocale: of(
    '`locale` names a language that this server does not have.',
    '`locale` nombra un idioma que este servidor no tiene.',
    'Send en_GB or es_ES, or leave it out.',
    'Envíe en_GB o es_ES, o no lo envíe.',
  ),
  SortByNotKnown: of(
    '`sort_by` names no field that any list can be sorted by.',
    '`sort_by` no nombra ningún campo por el que se pueda ordenar.',
    'Use a field that the description of the operation names.',
    'Use un campo que nombre la descripción de la operación.',
  ),
  SortByNotAllowed: of(
    '`sort_by` names a field that this list cannot be sorted by.',
    '`sort_by` nombra un campo por el que no se puede ordenar esta lista.',
    'Use a field that the description of the operation names.',
    'Use un campo que nombre la descripción de la operación.',
  ),
  InvalidContentParameter: of(
    '`content` is none of static, dynamic and all.',
    '`content` no es static, dynamic ni all.',
    'Send one of the three, or leave it out.',
    'Envíe uno de los tres, o no lo envíe.',
  ),
  InvalidTagsParameter: of(
    '`tags` is sent without a value.',
    '`tags` se envía sin valor.',
    'Name tags, separated by commas, or leave it out.',
    'Nombre etiquetas separadas por comas, o no lo envíe.',
  ),
  InvalidFunctionsParameter: of(
    '`functions` is sent without a value.',
    '`functions` se envía sin valor.',
    'Name functions, separated by commas, or leave it out.',
    'Nombre funciones separadas por comas, o no lo envíe.',
  ),
  InvalidApiCollectionIdParameter: of(
    '`api-collection-id` is sent without a value.',
    '`api-collection-id` se envía sin valor.',
    'Send the id of a collection, or leave it out.',
    'Envíe el identificador de una colección, o no lo envíe.',
  ),
  NotFound: of(
    'There is nothing at this path.',
    'No hay nada en esta ruta.',
    'Compare the path with the resource docs, also the version in it.',
    'Compare la ruta con la documentación de los recursos, también su versión.',
  ),
  MethodNotAllowed: of(
    'The path is right, but not with this HTTP method.',
    'La ruta es correcta, pero no con este método HTTP.',
    'Use one of the methods that the header `Allow` lists.',
    'Use uno de los métodos que enumera la cabecera `Allow`.',
  ),
  UnsupportedMediaType: of(
    'The body is not declared as JSON.',
    'El cuerpo no se declara como JSON.',
    'Send the header `Content-Type: application/json`.',
    'Envíe la cabecera `Content-Type: application/json`.',
  ),
  BadRequest: of(
    'The request breaks the rules of HTTP.',
    'La petición incumple las reglas de HTTP.',
    'Use a client library for HTTP, and look at proxies between it and this server.',
    'Use una biblioteca HTTP y revise los proxies que haya entre ella y este servidor.',
  ),
  HeaderTooLarge: of(
    'The headers are larger than this server takes.',
    'Las cabeceras son mayores de lo que admite este servidor.',
    'Send less than 16 KiB of them; cookies are often the reason.',
    'Envíe menos de 16 KiB; a menudo se debe a las cookies.',
  ),
  UriTooLong: of(
    'The URL is longer than this server takes.',
    'La URL es más larga de lo que admite este servidor.',
    'Send less than 8 KiB; shorten lists in the query.',
    'Envíe menos de 8 KiB; acorte las listas de la consulta.',
  ),
  // who calls, and may they
  UserNotLoggedIn: of(
    'The call needs a login and came without one.',
    'La llamada requiere haber iniciado sesión y vino sin credenciales.',
    'Log in and send the token with the call, such as `DirectLogin: token=…`.',
    'Inicie sesión y envíe el token con la llamada, por ejemplo `DirectLogin: token=…`.',
  ),
  DirectLoginMissingParameters: of(
    'The DirectLogin header lacks parameters.',
    'A la cabecera DirectLogin le faltan parámetros.',
    'Send `username`, `password` and `consumer_key` to log in, or `token` to call.',
    'Envíe `username`, `password` y `consumer_key` para iniciar sesión, o `token` para llamar.',
  ),
  DirectLoginInvalidToken: of(
    'The token is unknown, has expired, or was ended with its user, its consumer or a new password.',
    'El token no se conoce, ha caducado o terminó con su usuario, su consumidor o una contraseña nueva.',
    'Log in again and use the new token.',
    'Vuelva a iniciar sesión y use el token nuevo.',
  ),
  InvalidLoginCredentials: of(
    'There is no such user with this password, or they may not log in yet.',
    'No hay tal usuario con esta contraseña, o aún no puede iniciar sesión.',
    'Check name and password; after several wrong ones the user is locked.',
    'Compruebe el nombre y la contraseña; tras varias incorrectas el usuario se bloquea.',
  ),
  UserNotFoundById: of(
    'No user has this id.',
    'Ningún usuario tiene este identificador.',
    'Look the id up, for example with `GET /users/current`.',
    'Busque el identificador, por ejemplo con `GET /users/current`.',
  ),
  UserHasMissingRoles: of(
    'The user does not hold a role that the operation needs, or not at this bank.',
    'El usuario no tiene un rol que la operación necesita, o no en este banco.',
    'Ask for the role with `POST /entitlement-requests`, or have an administrator grant it.',
    'Solicite el rol con `POST /entitlement-requests`, o haga que un administrador lo conceda.',
  ),
  InvalidConsumerKey: of(
    'No application has this consumer key, or it is disabled.',
    'Ninguna aplicación tiene esta clave de consumidor, o está deshabilitada.',
    'Check the key; register the application, or have an administrator enable it.',
    'Compruebe la clave; registre la aplicación o haga que un administrador la habilite.',
  ),
  InvalidConsumerCredentials: of(
    'The application cannot be known by what the call shows.',
    'No se puede reconocer a la aplicación por lo que presenta la llamada.',
    'Check key and secret of the application.',
    'Compruebe la clave y el secreto de la aplicación.',
  ),
  ValueTooLong: of(
    'A credential is longer than any that there can be.',
    'Una credencial es más larga de lo que puede ser.',
    'Check that the whole text is one credential.',
    'Compruebe que el texto entero sea una sola credencial.',
  ),
  InvalidCharacters: of(
    'A credential has characters that it cannot have.',
    'Una credencial tiene caracteres que no puede tener.',
    'Check how the credential is written and encoded.',
    'Compruebe cómo está escrita y codificada la credencial.',
  ),
  InvalidDirectLoginParameters: of(
    'The DirectLogin header has parameters that it does not know, or one twice.',
    'La cabecera DirectLogin tiene parámetros desconocidos o repetidos.',
    'Send `username`, `password` and `consumer_key`, or `token`, separated by commas.',
    'Envíe `username`, `password` y `consumer_key`, o `token`, separados por comas.',
  ),
  UsernameHasBeenLocked: of(
    'The user is locked, by an administrator or after too many wrong passwords.',
    'El usuario está bloqueado, por un administrador o por demasiadas contraseñas incorrectas.',
    'Ask an administrator to unlock the user.',
    'Pida a un administrador que desbloquee al usuario.',
  ),
  NotTheConsumersDeveloper: of(
    'The application was registered by another user.',
    'La aplicación la registró otro usuario.',
    'Log in as the user who registered it.',
    'Inicie sesión como el usuario que la registró.',
  ),
  ConsumerHasMissingRoles: of(
    'This server asks the application for a role too, and it does not hold it as a scope.',
    'Este servidor exige un rol también a la aplicación, y esta no lo tiene como ámbito.',
    'Have an administrator add the scope with `POST /consumers/CONSUMER_ID/scopes`.',
    'Haga que un administrador añada el ámbito con `POST /consumers/CONSUMER_ID/scopes`.',
  ),
  ScopeNotFound: of(
    'The consumer has no scope of this id.',
    'El consumidor no tiene ningún ámbito con este identificador.',
    'Look the id up with `GET /consumers/CONSUMER_ID/scopes`.',
    'Busque el identificador con `GET /consumers/CONSUMER_ID/scopes`.',
  ),
  UserNotFoundByProviderAndUsername: of(
    'The provider has no user of this name.',
    'El proveedor no tiene ningún usuario con este nombre.',
    'Check both; the provider of local users stands in the root document.',
    'Compruebe ambos; el proveedor de los usuarios locales figura en el documento raíz.',
  ),
  UserNotFoundByUserId: of(
    'No user has this id.',
    'Ningún usuario tiene este identificador.',
    'Look the id up with `GET /users`.',
    'Busque el identificador con `GET /users`.',
  ),
  GatewayParametersMissing: of(
    'The Gateway Login header, or the token in it, lacks parameters.',
    'A la cabecera de la pasarela, o a su token, le faltan parámetros.',
    'Have the gateway send those that the message names.',
    'Haga que la pasarela envíe los que nombra el mensaje.',
  ),
  GatewayAddressNotAllowed: of(
    'The call came from an address from which Gateway Login is not taken.',
    'La llamada vino de una dirección desde la que no se admite el acceso por pasarela.',
    'Call through the gateway, or have its address added to `GATEWAY_LOGIN_ADDRESSES`.',
    'Llame a través de la pasarela, o haga que se añada su dirección a `GATEWAY_LOGIN_ADDRESSES`.',
  ),
  GatewayJwtInvalid: of(
    'The signature of the token of the gateway is not that of the shared secret, or the token has expired.',
    'La firma del token de la pasarela no es la del secreto compartido, o el token ha caducado.',
    'Check that the gateway and this server have the same secret and the same time.',
    'Compruebe que la pasarela y este servidor tienen el mismo secreto y la misma hora.',
  ),
  GatewayJwtUnreadable: of(
    'What the gateway sends as a token is none.',
    'Lo que la pasarela envía como token no lo es.',
    'Have the gateway send a signed JWT with three parts.',
    'Haga que la pasarela envíe un JWT firmado, con sus tres partes.',
  ),
  GatewayUserNotFound: of(
    'The user whom the gateway names is not known here yet.',
    'El usuario que nombra la pasarela aún no se conoce aquí.',
    'Have the gateway call first as the contract with the bank’s system says.',
    'Haga que la pasarela llame primero como se acordó con el sistema del banco.',
  ),
  NotASuperAdmin: of(
    'Only a super admin may do this, and the user is none.',
    'Esto solo lo puede hacer un superadministrador, y el usuario no lo es.',
    'Ask a super admin; who is one is said by the settings of this server.',
    'Pídalo a un superadministrador; quién lo es lo dice la configuración de este servidor.',
  ),
  UserIsDeleted: of(
    'The user was deleted.',
    'El usuario ha sido eliminado.',
    'Sign up anew under another name.',
    'Dese de alta de nuevo con otro nombre.',
  ),
  AuthorizationHeaderNotSupported: of(
    'The header `Authorization` names a way in that this server does not have.',
    'La cabecera `Authorization` indica un método de acceso que este servidor no tiene.',
    'Use DirectLogin, OAuth, Bearer or, where it is set up, GatewayLogin.',
    'Use DirectLogin, OAuth, Bearer o, si está configurado, GatewayLogin.',
  ),
  MissingDirectLoginHeader: of(
    'A login by DirectLogin came without its header.',
    'Un inicio de sesión por DirectLogin vino sin su cabecera.',
    'Send `DirectLogin: username=…,password=…,consumer_key=…`.',
    'Envíe `DirectLogin: username=…,password=…,consumer_key=…`.',
  ),
  MissingDirectLoginWord: of(
    'The header `Authorization` does not begin with the word DirectLogin.',
    'La cabecera `Authorization` no empieza por la palabra DirectLogin.',
    'Send `Authorization: DirectLogin username=…`, or use the header `DirectLogin`.',
    'Envíe `Authorization: DirectLogin username=…`, o use la cabecera `DirectLogin`.',
  ),
  InvalidDauthProvider: of(
    'The provider in the path is none that a user can have.',
    'El proveedor de la ruta no es uno que pueda tener un usuario.',
    'Use a provider that `GET /users` shows.',
    'Use un proveedor que muestre `GET /users`.',
  ),
  OAuth2NotAllowed: {
    cause: { en: 'This server takes no bearer tokens.', es: 'Este servidor no admite tokens de portador.' },
    fix: {
      en: 'Use another way in, or have `ALLOW_OAUTH2_LOGIN` set to true.',
      es: 'Use otro método de acceso o haga que `ALLOW_OAUTH2_LOGIN` sea true.',
    },
  },
  NoJwkSetUrl: {
    cause: {
      en: 'This server knows no identity provider whose tokens it could check.',
      es: 'Este servidor no conoce ningún proveedor de identidad cuyos tokens pueda comprobar.',
    },
    fix: askOperator,
  },
  BadJwt: {
    cause: {
      en: 'The bearer token lacks something that it must say, or says it wrongly.',
      es: 'Al token le falta algo que debe decir, o lo dice mal.',
    },
    fix: signInAgain,
  },
  JwtParseError: {
    cause: { en: 'What was sent as a bearer token is no JWT.', es: 'Lo que se envió como token no es un JWT.' },
    fix: signInAgain,
  },
  JwtInvalidOrExpired: {
    cause: {
      en: 'The bearer token has expired, is for somebody else, or its signature is wrong.',
      es: 'El token ha caducado, es para otro destinatario o su firma es incorrecta.',
    },
    fix: signInAgain,
  },
  KeysUnavailable: {
    cause: {
      en: 'The keys of the identity provider cannot be fetched right now.',
      es: 'Ahora mismo no se pueden obtener las claves del proveedor de identidad.',
    },
    fix: tryLater,
  },
  UnknownIssuer: of(
    'The bearer token comes from an identity provider that this server does not trust.',
    'El token procede de un proveedor de identidad en el que este servidor no confía.',
    'Use one of those that `GET /well-known` and `GET /jwks-uris` list, or have it added to `TRUSTED_ISSUERS`.',
    'Use uno de los que enumeran `GET /well-known` y `GET /jwks-uris`, o haga que se añada a `TRUSTED_ISSUERS`.',
  ),
  TokenWithoutConsumer: of(
    'The bearer token does not say which application it was given to.',
    'El token no dice a qué aplicación se entregó.',
    'Have the identity provider put the client id into the token.',
    'Haga que el proveedor de identidad incluya en el token el identificador del cliente.',
  ),
  DuplicateUsername: of(
    'Another user has this name.',
    'Otro usuario tiene este nombre.',
    'Choose another name.',
    'Elija otro nombre.',
  ),
  // the bank, its customers, users and roles
  BankNotFound: of(
    'No bank has the id in the path or the body.',
    'Ningún banco tiene el identificador de la ruta o del cuerpo.',
    'Choose one from `GET /banks`.',
    'Elija uno de `GET /banks`.',
  ),
  CustomerNumberAlreadyExists: of(
    'A customer of this bank has the number already.',
    'Un cliente de este banco tiene ya ese número.',
    'Use another number, or look whether the customer is there already.',
    'Use otro número, o mire si el cliente ya existe.',
  ),
  CustomerAlreadyExistsForUser: of(
    'The user is linked to as many customers of this bank as a user may be.',
    'El usuario está ya vinculado a tantos clientes de este banco como se permite.',
    'Use the customer that is there, or another user; `CUSTOMERS_PER_USER_AND_BANK` is the limit.',
    'Use el cliente que ya existe u otro usuario; el límite es `CUSTOMERS_PER_USER_AND_BANK`.',
  ),
  UserCustomerLinksNotFoundForUser: of(
    'The user is linked to no customer of this bank.',
    'El usuario no está vinculado a ningún cliente de este banco.',
    'Add a customer for the user, or have them linked.',
    'Añada un cliente para el usuario, o haga que se vincule.',
  ),
  ConsumerNotFoundById: of(
    'No application has this id.',
    'Ninguna aplicación tiene este identificador.',
    'Look the id up with `GET /management/consumers`.',
    'Busque el identificador con `GET /management/consumers`.',
  ),
  CustomerNotFoundByCustomerId: of(
    'The bank has no customer of this id; that of another bank counts as none.',
    'El banco no tiene ningún cliente con este identificador; el de otro banco no cuenta.',
    'Check the id, and that it is that of a customer of this bank.',
    'Compruebe el identificador, y que sea de un cliente de este banco.',
  ),
  ApiCollectionNotFound: of(
    'There is no such collection, or it is somebody else’s and not sharable.',
    'No existe tal colección, o es de otro usuario y no es compartible.',
    'Look your own up with `GET /my/api-collections`; ask its owner to make another one sharable.',
    'Busque las suyas con `GET /my/api-collections`; pida a su propietario que haga compartible la otra.',
  ),
  CannotCreateApiCollection: of(
    'You have as many collections as one user may have.',
    'Ya tiene tantas colecciones como puede tener un usuario.',
    'Delete one that you no longer need with `DELETE /my/api-collections/API_COLLECTION_ID`.',
    'Elimine una que ya no necesite con `DELETE /my/api-collections/API_COLLECTION_ID`.',
  ),
  ApiCollectionEndpointNotFound: of(
    'The operation is not in the collection.',
    'La operación no está en la colección.',
    'Look at what is in it with its `api-collection-endpoints`.',
    'Mire lo que contiene en sus `api-collection-endpoints`.',
  ),
  CannotCreateApiCollectionEndpoint: of(
    'The collection holds as many operations as fit into one.',
    'La colección contiene tantas operaciones como caben en una.',
    'Take an operation out of it, or begin another collection.',
    'Quite una operación, o empiece otra colección.',
  ),
  ApiCollectionEndpointAlreadyExists: of(
    'The operation is in the collection already.',
    'La operación ya está en la colección.',
    'Nothing is to be done.',
    'No hay que hacer nada.',
  ),
  ApiCollectionAlreadyExists: of(
    'You have a collection of this name.',
    'Ya tiene una colección con este nombre.',
    'Use that one, or choose another name.',
    'Use esa, o elija otro nombre.',
  ),
  ExcludeParametersNotSupported: of(
    'From v6.0.0 on metrics are chosen by what to include.',
    'Desde v6.0.0 las métricas se eligen por lo que se incluye.',
    'Use the `include_` parameters, or an older version.',
    'Use los parámetros `include_`, o una versión anterior.',
  ),
  EntitlementIsBankRole: of(
    'The role is held at a bank, and none is named.',
    'El rol se tiene en un banco, y no se indica ninguno.',
    'Send the id of the bank in `bank_id`.',
    'Envíe el identificador del banco en `bank_id`.',
  ),
  EntitlementIsSystemRole: of(
    'The role is held in the whole system, and a bank is named.',
    'El rol se tiene en todo el sistema, y se indica un banco.',
    'Send an empty `bank_id`.',
    'Envíe `bank_id` vacío.',
  ),
  InvalidStrongPasswordFormat: of(
    'The password is too easy to guess, or too long.',
    'La contraseña es demasiado fácil de adivinar, o demasiado larga.',
    'Use more than 16 characters, or at least 10 of all kinds.',
    'Use más de 16 caracteres, o al menos 10 de todas las clases.',
  ),
  InvalidConnector: of(
    'There is no connector of this name.',
    'No hay ningún conector con este nombre.',
    'Use `mapped`, or another name that the description lists.',
    'Use `mapped` u otro nombre que figure en la descripción.',
  ),
  EntitlementNotFound: of(
    'There is no such entitlement, or it is another user’s.',
    'No existe tal permiso, o es de otro usuario.',
    'Look the id up with `GET /users/USER_ID/entitlements`.',
    'Busque el identificador con `GET /users/USER_ID/entitlements`.',
  ),
  UserDoesNotHaveEntitlement: of(
    'The entitlement is there, but it is not that user’s.',
    'El permiso existe, pero no es de ese usuario.',
    'Look the id up with `GET /users/USER_ID/entitlements`.',
    'Busque el identificador con `GET /users/USER_ID/entitlements`.',
  ),
  EntitlementRequestAlreadyExists: of(
    'The user has asked for this role in this place, and nobody has decided yet.',
    'El usuario ya ha pedido este rol en este lugar, y aún no se ha decidido.',
    'Wait for the decision; `GET /my/entitlement-requests` shows it.',
    'Espere la decisión; la muestra `GET /my/entitlement-requests`.',
  ),
  EntitlementRequestNotFound: of(
    'There is no such request, or it has been decided.',
    'No existe tal solicitud, o ya se ha decidido.',
    'Look the open ones up with `GET /entitlement-requests`.',
    'Busque las abiertas con `GET /entitlement-requests`.',
  ),
  EntitlementAlreadyExists: of(
    'The user or consumer holds this role in this place.',
    'El usuario o consumidor ya tiene este rol en este lugar.',
    'Nothing is to be done. A role that a user has for a time lasts longer once somebody who may grants it to them with a later `expires`; a scope does not expire.',
    'No hay que hacer nada. Un rol que un usuario tiene por un tiempo se prorroga si quien puede concederlo se lo concede con un `expires` posterior; un ámbito no caduca.',
  ),
  EntitlementCannotBeGranted: of(
    'The caller may not grant this role to that user or consumer.',
    'Quien llama no puede conceder este rol a ese usuario o consumidor.',
    'Ask somebody who may, such as a super admin.',
    'Pídalo a quien pueda, como un superadministrador.',
  ),
  BankIdAlreadyExists: of(
    'A bank has this id.',
    'Un banco tiene este identificador.',
    'Choose another id, or change the bank that is there.',
    'Elija otro identificador, o modifique el banco existente.',
  ),
  UpdateBankError: {
    cause: { en: 'The bank could not be changed.', es: 'No se pudo modificar el banco.' },
    fix: tryLater,
  },
  ConsumerKeyIsInvalid: of(
    'The consumer key has characters other than letters, digits and hyphens.',
    'La clave de consumidor tiene caracteres que no son letras, cifras ni guiones.',
    'Copy the key as it was given out.',
    'Copie la clave tal como se entregó.',
  ),
  ConsumerKeyIsTooLong: of(
    'The consumer key has more than 512 characters.',
    'La clave de consumidor tiene más de 512 caracteres.',
    'Copy the key as it was given out.',
    'Copie la clave tal como se entregó.',
  ),
  // what administrators ask of single operations
  InvalidJsonSchema: of(
    'The body is no JSON schema that can be used.',
    'El cuerpo no es un esquema JSON que se pueda usar.',
    'Send an object with `$schema`, `type`, `title`, `description`, `required` and `properties`.',
    'Envíe un objeto con `$schema`, `type`, `title`, `description`, `required` y `properties`.',
  ),
  JsonSchemaValidationNotFound: of(
    'No JSON schema is set for this operation.',
    'No se ha fijado ningún esquema JSON para esta operación.',
    'Look them up with `GET /management/json-schema-validations`.',
    'Búsquelos con `GET /management/json-schema-validations`.',
  ),
  OperationIdAlreadyExists: of(
    'A rule is set for this operation.',
    'Ya hay una regla para esta operación.',
    'Change it with `PUT`.',
    'Modifíquela con `PUT`.',
  ),
  IncorrectAuthenticationType: of(
    'The list names a way to log in that there is not.',
    'La lista nombra una forma de iniciar sesión que no existe.',
    'Use the names that the message lists.',
    'Use los nombres que enumera el mensaje.',
  ),
  AuthenticationTypeValidationNotFound: of(
    'No ways to log in are set for this operation.',
    'No se han fijado formas de iniciar sesión para esta operación.',
    'Look them up with `GET /management/authentication-type-validations`.',
    'Búsquelas con `GET /management/authentication-type-validations`.',
  ),
  AuthenticationTypeIllegal: of(
    'An administrator allows this operation by certain ways to log in only.',
    'Un administrador solo permite esta operación con ciertas formas de iniciar sesión.',
    'Log in by one of those that the message lists.',
    'Inicie sesión con una de las que enumera el mensaje.',
  ),
  ForceErrorInvalid: of(
    'The header `Force-Error` names an error that the operation does not document, or `Response-Code` is no status.',
    'La cabecera `Force-Error` nombra un error que la operación no documenta, o `Response-Code` no es un estado.',
    'Use a code that the resource doc of the operation lists, or call without the header.',
    'Use un código que figure en la documentación de la operación, o llame sin la cabecera.',
  ),
  InvalidOperationId: of(
    'There is no operation of this id.',
    'No hay ninguna operación con este identificador.',
    'Copy the id from the resource docs, such as OBPv1.4.0-addCustomer.',
    'Copie el identificador de la documentación, como OBPv1.4.0-addCustomer.',
  ),
  OperationNotFound: of(
    'There is no operation of this id.',
    'No hay ninguna operación con este identificador.',
    'Copy the id from the resource docs, such as OBPv1.4.0-addCustomer.',
    'Copie el identificador de la documentación, como OBPv1.4.0-addCustomer.',
  ),
  UserIsLockedByAdministrator: of(
    'An administrator has locked the user, who could not log in with a new password either.',
    'Un administrador ha bloqueado al usuario, que tampoco podría iniciar sesión con una contraseña nueva.',
    'Find out why, and unlock the user first (`PUT /users/PROVIDER/USERNAME/lock-status`).',
    'Averigüe el motivo y desbloquee primero al usuario (`PUT /users/PROVIDER/USERNAME/lock-status`).',
  ),
  SecondFactorNotFound: of(
    'The user logs in with their password alone: they have set up no second factor, or it was removed already.',
    'El usuario inicia sesión solo con su contraseña: no ha configurado ningún segundo factor o ya se eliminó.',
    'Check USER_ID; there is nothing to remove.',
    'Compruebe USER_ID; no hay nada que eliminar.',
  ),
  RateLimitNotFound: of(
    'The consumer has no rate limit of this id.',
    'El consumidor no tiene ningún límite de llamadas con este identificador.',
    'Look it up among the call limits of the consumer.',
    'Búsquelo entre los límites de llamadas del consumidor.',
  ),
  // what went wrong on the side of the server or the bank
  UnknownError: {
    cause: {
      en: 'Something went wrong inside this server; the log has it.',
      es: 'Algo ha fallado dentro de este servidor; consta en el registro.',
    },
    fix: tryLater,
  },
  DatabaseUnavailable: {
    cause: { en: 'The database does not answer.', es: 'La base de datos no responde.' },
    fix: tryLater,
  },
  ConnectorFailed: {
    cause: {
      en: 'The systems of the bank did not give what was asked of them.',
      es: 'Los sistemas del banco no dieron lo que se les pidió.',
    },
    fix: tryLater,
  },
  // texts without a code
  EntitlementsRequired: of(
    'The user does not hold all roles that the operation needs at this bank.',
    'El usuario no tiene en este banco todos los roles que necesita la operación.',
    'Ask for those that the message names with `POST /entitlement-requests`.',
    'Solicite los que nombra el mensaje con `POST /entitlement-requests`.',
  ),
  ProblemGettingUserId: of(
    '`user_id` is no text.',
    '`user_id` no es un texto.',
    'Send the id of a user as a text, or leave it out for yourself.',
    'Envíe como texto el identificador de un usuario, o no lo envíe para referirse a usted.',
  ),
  CouldNotCreateCustomer: {
    cause: {
      en: 'The systems of the bank did not add the customer.',
      es: 'Los sistemas del banco no añadieron el cliente.',
    },
    fix: tryLater,
  },
  CouldNotCreateUserCustomerLinks: {
    cause: {
      en: 'The systems of the bank did not link user and customer.',
      es: 'Los sistemas del banco no vincularon al usuario con el cliente.',
    },
    fix: tryLater,
  },
  NoCrmEvents: of(
    'The bank has no CRM events that the caller may see.',
    'El banco no tiene eventos de CRM que pueda ver quien llama.',
    'Nothing is wrong: there is nothing to show. `EMPTY_CRM_EVENTS=list` has an empty list answered instead.',
    'No hay ningún fallo: no hay nada que mostrar. Con `EMPTY_CRM_EVENTS=list` se responde una lista vacía.',
  ),
  CannotImportSandboxData: of(
    'An entry of the file does not fit the others, or what is there already.',
    'Una entrada del fichero no encaja con las demás o con lo que ya existe.',
    'Correct the entry that the message names; nothing of the file was imported.',
    'Corrija la entrada que nombra el mensaje; no se ha importado nada del fichero.',
  ),
}

/** Every error that this server can answer, with its advice. */
export const errorCatalogue: ReadonlyMap<ErrorEntry, Advice> = new Map(
  Object.entries(errors).flatMap(([name, value]) =>
    name in advice ? [[value as ErrorEntry, advice[name as ErrorName]] as const] : [],
  ),
)

/** Why an error of the catalogue is answered, and what to do about it. */
export function adviceOf(entry: ErrorEntry): Advice {
  const found = errorCatalogue.get(entry)
  if (!found) throw new Error(`${entry.code ?? entry.en} is not in the catalogue`)
  return found
}
