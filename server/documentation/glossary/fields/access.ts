/** What the fields of users, roles, consumers, tokens and limits mean. */
import type { Meanings } from '../meaning.ts'

export const access: Meanings = {
  // users
  user: [
    'Somebody who can log in, and may be linked with customers.',
    'Alguien que puede iniciar sesión y puede estar vinculado a clientes.',
  ],
  users: [
    'People who can log in at this server, or at an identity provider that it trusts.',
    'Personas que pueden iniciar sesión en este servidor o en un proveedor de identidad en el que confía.',
  ],
  user_id: ['The id that this server gave to a user.', 'El identificador que este servidor dio a un usuario.'],
  username: ['The name with which a user logs in.', 'El nombre con el que un usuario inicia sesión.'],
  user_name: [
    'The name of the user who made a call; in an import, the name with which a user logs in.',
    'El nombre del usuario que hizo una llamada; en una importación, el nombre con el que inicia sesión.',
  ],
  password: ['The password of a user; it is never given out.', 'La contraseña de un usuario; nunca se muestra.'],
  new_password: [
    'The password that a user has from now on; it is never given out.',
    'La contraseña que tendrá el usuario a partir de ahora; nunca se muestra.',
  ],
  second_factor_code: [
    'What the authenticator app of a user shows, or one of their recovery codes.',
    'Lo que muestra la aplicación de autenticación de un usuario, o uno de sus códigos de recuperación.',
  ],
  reset_password_url: [
    'The address at which a user who forgot their password chooses another; it is a secret.',
    'La dirección en la que un usuario que olvidó su contraseña elige otra; es un secreto.',
  ],
  first_name: ['The first name of a user.', 'El nombre de pila de un usuario.'],
  last_name: ['The family name of a user.', 'Los apellidos de un usuario.'],
  display_name: ['The name under which somebody is shown.', 'El nombre con el que se muestra a alguien.'],
  provider: [
    'Who says who the user is: this server, or an identity provider that it trusts.',
    'Quién dice quién es el usuario: este servidor o un proveedor de identidad en el que confía.',
  ],
  provider_id: ['The name of a user at the provider.', 'El nombre de un usuario en su proveedor.'],
  created_by_process: [
    'What made the user, where it was not a person.',
    'Qué creó al usuario, cuando no fue una persona.',
  ],
  created_date: ['When the user was made.', 'Cuándo se creó el usuario.'],
  updated_date: ['When the user was last changed.', 'Cuándo se modificó el usuario por última vez.'],
  email_validated: [
    'Whether the e-mail address is known to be that of the user.',
    'Si consta que la dirección de correo es del usuario.',
  ],
  is_validated: ['Whether an administrator has validated the user.', 'Si un administrador ha validado al usuario.'],
  is_deleted: ['Whether the user was deleted.', 'Si se ha eliminado al usuario.'],
  is_locked: [
    'Whether the user is locked and cannot log in.',
    'Si el usuario está bloqueado y no puede iniciar sesión.',
  ],
  last_lock_date: ['When the user was last locked.', 'Cuándo se bloqueó al usuario por última vez.'],
  type_of_lock: ['Why the user is locked.', 'Por qué está bloqueado el usuario.'],
  bad_attempts_since_last_success_or_reset: [
    'How many wrong passwords there were since the last right one.',
    'Cuántas contraseñas incorrectas ha habido desde la última correcta.',
  ],
  last_failure_date: ['When the last wrong password was tried.', 'Cuándo se probó la última contraseña incorrecta.'],
  agreements: ['What a user has agreed to.', 'Lo que un usuario ha aceptado.'],
  recent_operation_ids: [
    'The operations that a user called last.',
    'Las operaciones a las que un usuario llamó últimamente.',
  ],
  duration_time: ['How long it took, in milliseconds.', 'Cuánto tardó, en milisegundos.'],
  text: [
    'What a user is shown and agrees to, word by word.',
    'Lo que se muestra a un usuario y este acepta, palabra por palabra.',
  ],
  link: ['The address that leads there.', 'La dirección que lleva allí.'],
  // roles
  role: ['The name of a role, such as CanCreateCustomer.', 'El nombre de un rol, como CanCreateCustomer.'],
  roles: [
    'What one must be allowed to do, or may do, by the names of roles such as CanCreateCustomer.',
    'Lo que hay que tener permitido, o se tiene, por los nombres de los roles, como CanCreateCustomer.',
  ],
  role_name: ['The name of a role, such as CanCreateCustomer.', 'El nombre de un rol, como CanCreateCustomer.'],
  requires_bank_id: [
    'Whether the role is held at one bank; else it is held in the whole system.',
    'Si el rol se tiene en un banco; si no, se tiene en todo el sistema.',
  ],
  entitlement_id: [
    'The id of an entitlement: one role of one user in one place.',
    'El identificador de un permiso: un rol de un usuario en un lugar.',
  ],
  entitlements: ['The roles that a user holds, and where.', 'Los roles que tiene un usuario, y dónde.'],
  entitlement_count: ['How many entitlements there are with the role.', 'Cuántos permisos hay con el rol.'],
  entitlement_request_id: ['The id of a request for a role.', 'El identificador de una solicitud de rol.'],
  entitlement_requests: ['The roles that users have asked for.', 'Los roles que los usuarios han solicitado.'],
  reason: [
    'Why somebody asks for a role, in their own words.',
    'Por qué alguien solicita un rol, con sus propias palabras.',
  ],
  created: ['When it was made.', 'Cuándo se creó.'],
  scope_id: [
    'The id of a scope: one role of one consumer in one place.',
    'El identificador de un ámbito: un rol de un consumidor en un lugar.',
  ],
  scopes: [
    'The roles that a consumer holds; in the configuration, how they count.',
    'Los roles que tiene un consumidor; en la configuración, cómo cuentan.',
  ],
  list: ['What was found, one entry each.', 'Lo que se ha encontrado, una entrada por cada cosa.'],
  // consumers
  consumers: ['The applications that may call.', 'Las aplicaciones que pueden llamar.'],
  consumer_id: [
    'The id that this server gave to an application.',
    'El identificador que este servidor dio a una aplicación.',
  ],
  consumer_key: [
    'The public key by which an application names itself.',
    'La clave pública con la que una aplicación se nombra.',
  ],
  consumer_secret: [
    'The secret of an application; it is given out once.',
    'El secreto de una aplicación; se entrega una sola vez.',
  ],
  key: [
    'The name of a setting, or the consumer key of an application.',
    'El nombre de un ajuste, o la clave de consumidor de una aplicación.',
  ],
  secret: [
    'The secret of an application; it is given out once.',
    'El secreto de una aplicación; se entrega una sola vez.',
  ],
  app_name: ['The name of an application.', 'El nombre de una aplicación.'],
  app_type: [
    'Whether an application can keep a secret: Confidential or Public.',
    'Si una aplicación puede guardar un secreto: Confidential o Public.',
  ],
  company: ['The company behind an application.', 'La empresa que está detrás de una aplicación.'],
  developer_email: [
    'The e-mail address of the developer of an application.',
    'La dirección de correo del desarrollador de una aplicación.',
  ],
  redirect_url: [
    'Where users are sent back to after they have logged in.',
    'Adónde vuelven los usuarios después de iniciar sesión.',
  ],
  enabled: ['Whether an application may call.', 'Si una aplicación puede llamar.'],
  created_by_user: ['The user who registered an application.', 'El usuario que registró una aplicación.'],
  created_by_user_id: [
    'The id of the user who registered an application.',
    'El identificador del usuario que registró una aplicación.',
  ],
  certificate: ['The certificate of an application, in PEM.', 'El certificado de una aplicación, en PEM.'],
  certificate_pem: ['The certificate of an application, in PEM.', 'El certificado de una aplicación, en PEM.'],
  client_certificate: ['The certificate of an application, in PEM.', 'El certificado de una aplicación, en PEM.'],
  clientCertificate: ['The certificate of an application, in PEM.', 'El certificado de una aplicación, en PEM.'],
  certificate_info: ['What the certificate of an application says.', 'Lo que dice el certificado de una aplicación.'],
  subject_domain_name: ['To whom a certificate was issued.', 'A quién se expidió un certificado.'],
  issuer_domain_name: ['Who issued a certificate.', 'Quién expidió un certificado.'],
  not_before: ['From when on a certificate is valid.', 'Desde cuándo es válido un certificado.'],
  not_after: ['Until when a certificate is valid.', 'Hasta cuándo es válido un certificado.'],
  // tokens and ways to log in
  token: [
    'What a call shows to be known by; it is a secret.',
    'Lo que una llamada presenta para que se la reconozca; es un secreto.',
  ],
  token_id: [
    'The id of a token, with which it can be ended; it is no secret.',
    'El identificador de un token, con el que se puede anular; no es secreto.',
  ],
  tokens: ['The tokens with which a user can call.', 'Los tokens con los que puede llamar un usuario.'],
  expires: ['When it ceases to be valid.', 'Cuándo deja de ser válido.'],
  is_current: ['Whether it is the token of this very call.', 'Si es el token de esta misma llamada.'],
  jwks_uri: ['Where an identity provider publishes its keys.', 'Dónde publica sus claves un proveedor de identidad.'],
  jwks_uris: [
    'Where the trusted identity providers publish their keys.',
    'Dónde publican sus claves los proveedores de identidad de confianza.',
  ],
  well_known_uris: [
    'Where OpenID Connect clients find what they need.',
    'Dónde encuentran los clientes de OpenID Connect lo que necesitan.',
  ],
  allowed_authentication_types: [
    'The ways to log in that the operation accepts.',
    'Las formas de iniciar sesión que acepta la operación.',
  ],
  authentication_types_validations: [
    'Which operations accept which ways to log in.',
    'Qué operaciones aceptan qué formas de iniciar sesión.',
  ],
  // limits
  rate_limiting_id: [
    'The id of a rate limit of a consumer.',
    'El identificador de un límite de llamadas de un consumidor.',
  ],
  rate_limiting_ids: ['The ids of rate limits.', 'Los identificadores de límites de llamadas.'],
  considered_rate_limit_ids: [
    'The ids of the rate limits that are in force at that time.',
    'Los identificadores de los límites de llamadas vigentes en ese momento.',
  ],
  active_at_date: ['The time for which the limits are shown.', 'El momento para el que se muestran los límites.'],
  active_per_second_rate_limit: [
    'The calls that are allowed in a second; -1 is any number.',
    'Las llamadas permitidas en un segundo; -1 es cualquier número.',
  ],
  active_per_minute_rate_limit: [
    'The calls that are allowed in a minute; -1 is any number.',
    'Las llamadas permitidas en un minuto; -1 es cualquier número.',
  ],
  active_per_hour_rate_limit: [
    'The calls that are allowed in an hour; -1 is any number.',
    'Las llamadas permitidas en una hora; -1 es cualquier número.',
  ],
  active_per_day_rate_limit: [
    'The calls that are allowed in a day; -1 is any number.',
    'Las llamadas permitidas en un día; -1 es cualquier número.',
  ],
  active_per_week_rate_limit: [
    'The calls that are allowed in a week; -1 is any number.',
    'Las llamadas permitidas en una semana; -1 es cualquier número.',
  ],
  active_per_month_rate_limit: [
    'The calls that are allowed in a month; -1 is any number.',
    'Las llamadas permitidas en un mes; -1 es cualquier número.',
  ],
  per_second_call_limit: [
    'The calls that a consumer may make in a second; -1 is any number.',
    'Las llamadas que un consumidor puede hacer en un segundo; -1 es cualquier número.',
  ],
  per_minute_call_limit: [
    'The calls that a consumer may make in a minute; -1 is any number.',
    'Las llamadas que un consumidor puede hacer en un minuto; -1 es cualquier número.',
  ],
  per_hour_call_limit: [
    'The calls that a consumer may make in an hour; -1 is any number.',
    'Las llamadas que un consumidor puede hacer en una hora; -1 es cualquier número.',
  ],
  per_day_call_limit: [
    'The calls that a consumer may make in a day; -1 is any number.',
    'Las llamadas que un consumidor puede hacer en un día; -1 es cualquier número.',
  ],
  per_week_call_limit: [
    'The calls that a consumer may make in a week; -1 is any number.',
    'Las llamadas que un consumidor puede hacer en una semana; -1 es cualquier número.',
  ],
  per_month_call_limit: [
    'The calls that a consumer may make in a month; -1 is any number.',
    'Las llamadas que un consumidor puede hacer en un mes; -1 es cualquier número.',
  ],
  per_second: ['The calls of this second.', 'Las llamadas de este segundo.'],
  per_minute: ['The calls of this minute.', 'Las llamadas de este minuto.'],
  per_hour: ['The calls of this hour.', 'Las llamadas de esta hora.'],
  per_day: ['The calls of this day.', 'Las llamadas de este día.'],
  per_week: ['The calls of this week.', 'Las llamadas de esta semana.'],
  per_month: ['The calls of this month.', 'Las llamadas de este mes.'],
  calls_made: [
    'How many calls were made in the period so far.',
    'Cuántas llamadas se han hecho en el periodo hasta ahora.',
  ],
  reset_in_seconds: [
    'After how many seconds counting begins anew.',
    'Dentro de cuántos segundos se vuelve a contar desde cero.',
  ],
  current_state: ['How much of each limit is used up.', 'Cuánto se ha gastado de cada límite.'],
  api_name: [
    'The function that a limit is for; null for all.',
    'La función para la que vale un límite; null para todas.',
  ],
  api_version: [
    'The version that a limit is for; null for all.',
    'La versión para la que vale un límite; null para todas.',
  ],
  from_date: ['From when on it holds.', 'Desde cuándo vale.'],
  to_date: ['Until when it holds.', 'Hasta cuándo vale.'],
  created_at: ['When it was made.', 'Cuándo se creó.'],
  updated_at: ['When it was last changed.', 'Cuándo se modificó por última vez.'],
  service_available: ['Whether calls can be counted right now.', 'Si ahora mismo se pueden contar las llamadas.'],
  authorized_applications: [
    'The applications that the user has allowed to call for them.',
    'Las aplicaciones a las que el usuario ha permitido llamar en su nombre.',
  ],
  authorized: ['When the user allowed it.', 'Cuándo lo permitió el usuario.'],
}
