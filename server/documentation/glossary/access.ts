import type { GlossaryEntry } from './entry.ts'

export const access: readonly GlossaryEntry[] = [
  {
    title: 'User',
    en: 'Somebody who can log in. A user has a name at a *provider* (this server, or an identity provider that it trusts), holds [roles](/glossary#Role), and may be linked with customers ([User Customer Links](/glossary#User-Customer-Links)).',
    es: '**Usuario.** Alguien que puede iniciar sesión. Un usuario tiene un nombre en un *proveedor* (este servidor, o un proveedor de identidad en el que confía), tiene [roles](/glossary#Role) y puede estar vinculado a clientes ([vínculos](/glossary#User-Customer-Links)).',
  },
  {
    title: 'Super Admin',
    en: 'A [User](/glossary#User) who may grant every [Role](/glossary#Role), to themselves too. Who is one is said by the settings of the server, not by a role.',
    es: '**Superadministrador.** Un [usuario](/glossary#User) que puede conceder cualquier [rol](/glossary#Role), también a sí mismo. Quién lo es lo dice la configuración del servidor, no un rol.',
  },
  {
    title: 'Role',
    en: 'What allows a [User](/glossary#User) to do one kind of thing, such as `CanCreateCustomer`. Some roles are held at one bank, others in the whole system; resource docs say which (`requires_bank_id`). A role that a user holds is an [Entitlement](/glossary#Entitlement); one that an application holds is a [Scope](/glossary#Scope).',
    es: '**Rol.** Lo que permite a un [usuario](/glossary#User) hacer un tipo de cosa, como `CanCreateCustomer`. Unos roles se tienen en un banco y otros en todo el sistema; la documentación de los recursos dice cuáles (`requires_bank_id`). Un rol que tiene un usuario es un [permiso](/glossary#Entitlement); el que tiene una aplicación es un [ámbito](/glossary#Scope).',
  },
  {
    title: 'Entitlement',
    en: 'A [Role](/glossary#Role) that a [User](/glossary#User) holds, at one bank or, with an empty `bank_id`, in the system. It counts from the next call on, and ceases to count as soon as it is taken away.',
    es: '**Permiso.** Un [rol](/glossary#Role) que tiene un [usuario](/glossary#User), en un banco o, con `bank_id` vacío, en el sistema. Cuenta desde la siguiente llamada y deja de contar en cuanto se retira.',
  },
  {
    title: 'Entitlement Request',
    en: 'A [User](/glossary#User) asking for a [Role](/glossary#Role) that they do not hold. Somebody who may grant it decides; until then the same role cannot be asked for again in the same place.',
    es: '**Solicitud de permiso.** La de un [usuario](/glossary#User) que pide un [rol](/glossary#Role) que no tiene. Decide quien puede concederlo; hasta entonces no se puede volver a pedir el mismo rol en el mismo lugar.',
  },
  {
    title: 'Scope',
    en: 'A [Role](/glossary#Role) that a [Consumer](/glossary#Consumer) holds. Settings of the server say whether an application needs a role as well as its user, or instead.',
    es: '**Ámbito.** Un [rol](/glossary#Role) que tiene un [consumidor](/glossary#Consumer). La configuración del servidor dice si la aplicación necesita el rol además de su usuario o en su lugar.',
  },
  {
    title: 'Consumer',
    en: 'An application that calls the API. It names itself by its consumer key and, where it can keep one, proves it with its secret. A disabled consumer is refused at its next call.',
    es: '**Consumidor.** Una aplicación que llama a la API. Se nombra con su clave de consumidor y, si puede guardarlo, lo prueba con su secreto. Un consumidor deshabilitado se rechaza en su siguiente llamada.',
  },
  {
    title: 'Direct Login',
    en: `The shortest way in: user name, password and consumer key go to \`POST /my/logins/direct\` in the header \`DirectLogin\`, and a token comes back, which is then sent with every call as \`DirectLogin: token=…\`.

The application sees the password, so it is for scripts, tests and applications of the bank itself; others use [OAuth 1.0a](/glossary#OAuth-1.0a) or [OpenID Connect](/glossary#OpenID-Connect).`,
    es: `**Acceso directo.** El método de acceso más corto: nombre de usuario, contraseña y clave de consumidor van a \`POST /my/logins/direct\` en la cabecera \`DirectLogin\` y vuelve un token, que después se envía en cada llamada como \`DirectLogin: token=…\`.

La aplicación ve la contraseña, así que es para programas propios, pruebas y aplicaciones del propio banco; las demás usan [OAuth 1.0a](/glossary#OAuth-1.0a) u [OpenID Connect](/glossary#OpenID-Connect).`,
  },
  {
    title: 'OAuth 1.0a',
    en: 'A way in by which an application never sees the password (RFC 5849): it asks for a request token, sends the user to this server to log in, and exchanges the result for an access token. Every call is signed, and no signed call counts twice.',
    es: 'Un método de acceso en el que la aplicación nunca ve la contraseña (RFC 5849): pide un token de petición, envía al usuario a este servidor para que inicie sesión y cambia el resultado por un token de acceso. Cada llamada va firmada y ninguna llamada firmada cuenta dos veces.',
  },
  {
    title: 'OAuth 2',
    en: 'A way in by bearer tokens (`Authorization: Bearer …`, RFC 6750): those of this server’s own [OpenID Connect](/glossary#OpenID-Connect) provider, and those of the identity providers that the settings trust. Issuer, audience, expiry and signature are checked against the settings.',
    es: 'Un método de acceso con tokens de portador (`Authorization: Bearer …`, RFC 6750): los del proveedor [OpenID Connect](/glossary#OpenID-Connect) de este servidor y los de los proveedores de identidad en los que confía la configuración. El emisor, la audiencia, la caducidad y la firma se contrastan con la configuración.',
  },
  {
    title: 'OpenID Connect',
    en: 'A way in for web and mobile applications: the user logs in at this server, and the application receives an id token and an access token by the code flow with PKCE. `GET /obp/v5.1.0/well-known` says where the provider is.',
    es: 'Un método de acceso para aplicaciones web y móviles: el usuario inicia sesión en este servidor y la aplicación recibe un token de identidad y otro de acceso mediante el flujo de código con PKCE. `GET /obp/v5.1.0/well-known` dice dónde está el proveedor.',
  },
  {
    title: 'Gateway Login',
    en: 'A way in for a gateway in front of this server that has logged the user in already: it signs a token with a shared secret, and only the addresses that the settings name may send one.',
    es: '**Acceso por pasarela.** Un método de acceso para una pasarela situada delante de este servidor que ya ha identificado al usuario: firma un token con un secreto compartido, y solo pueden enviarlo las direcciones que nombra la configuración.',
  },
  {
    title: 'Token',
    en: 'What a call shows instead of a password. Tokens expire, and end at once with their user, their [Consumer](/glossary#Consumer) or a new password. The server keeps only a hash of each.',
    es: '**Token.** Lo que una llamada presenta en lugar de una contraseña. Los tokens caducan, y terminan en el acto con su usuario, su [consumidor](/glossary#Consumer) o una contraseña nueva. El servidor solo guarda un resumen criptográfico de cada uno.',
  },
  {
    title: 'Authentication Type Validation',
    en: 'A rule of an administrator that an operation may be called by certain ways in only, such as `OAuth2_OIDC`. A call by another is refused with `OBP-40034`.',
    es: '**Validación de tipo de autenticación.** Una regla de un administrador por la que a una operación solo se puede llamar con ciertos métodos de acceso, como `OAuth2_OIDC`. Con otro se rechaza con `OBP-40034`.',
  },
  {
    title: 'User Locks',
    en: 'After several wrong passwords a [User](/glossary#User) is locked and refused with `OBP-20013`, whatever password comes; an administrator can lock and unlock too.',
    es: '**Bloqueos de usuario.** Tras varias contraseñas incorrectas, el [usuario](/glossary#User) queda bloqueado y se rechaza con `OBP-20013`, venga la contraseña que venga; un administrador también puede bloquear y desbloquear.',
  },
]
