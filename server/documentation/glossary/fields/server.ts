/** What the fields mean in which the server describes itself: documentation, configuration, metrics, front ends. */
import type { Meanings } from '../meaning.ts'

export const server: Meanings = {
  // of many things
  id: [
    'What tells this one from all others of its kind; it never changes.',
    'Lo que lo distingue de los demás de su clase; no cambia nunca.',
  ],
  name: [
    'What people call it by, such as the name of a product or of a setting.',
    'Cómo lo llaman las personas, como el nombre de un producto o de un ajuste.',
  ],
  value: [
    'What is set or kept under the name that stands beside it.',
    'Lo que se fija o se guarda con el nombre que lo acompaña.',
  ],
  type: ['The kind of thing that it is.', 'De qué tipo es.'],
  number: [
    'The number of it, such as that of a document or an account.',
    'Su número, como el de un documento o una cuenta.',
  ],
  label: ['A short text that people see.', 'Un texto corto que ven las personas.'],
  description: ['What it is, in words.', 'Qué es, en palabras.'],
  status: ['The state that it is in.', 'El estado en que se encuentra.'],
  is_active: ['Whether it is in use.', 'Si está en uso.'],
  source: ['Where it comes from.', 'De dónde viene.'],
  success: ['What was done, in words.', 'Qué se ha hecho, en palabras.'],
  count: ['How many there are.', 'Cuántos hay.'],
  version: ['A version of the API, such as v4.0.0.', 'Una versión de la API, como v4.0.0.'],
  // resource docs
  resource_docs: ['The documentation of the operations.', 'La documentación de las operaciones.'],
  openapi: ['The version of OpenAPI that the document follows.', 'La versión de OpenAPI que sigue el documento.'],
  consumes: ['The media types that bodies come in.', 'Los tipos de medio en que llegan los cuerpos.'],
  produces: ['The media types of the answers.', 'Los tipos de medio de las respuestas.'],
  swagger: ['The version of Swagger that the document follows.', 'La versión de Swagger que sigue el documento.'],
  info: [
    'What the document is of: its title, its version, and who runs the server.',
    'De qué es el documento: su título, su versión y quién opera el servidor.',
  ],
  paths: ['The operations, by their paths and verbs.', 'Las operaciones, por sus rutas y verbos.'],
  operation_id: [
    'The id of an operation: standard, version and function, such as OBPv1.4.0-addCustomer.',
    'El identificador de una operación: estándar, versión y función, como OBPv1.4.0-addCustomer.',
  ],
  implemented_by: [
    'The version that brought the operation, and its function.',
    'La versión que trajo la operación y su función.',
  ],
  function: [
    'The function name of an operation, such as addCustomer.',
    'El nombre de función de una operación, como addCustomer.',
  ],
  request_verb: ['The HTTP method of the operation.', 'El método HTTP de la operación.'],
  request_url: [
    'The path of the operation under the version that brought it.',
    'La ruta de la operación en la versión que la trajo.',
  ],
  specified_url: [
    'The path of the operation under the version that was asked for.',
    'La ruta de la operación en la versión solicitada.',
  ],
  summary: ['What the operation does, in a few words.', 'Qué hace la operación, en pocas palabras.'],
  description_markdown: [
    'What the operation does and how to call it, written in Markdown.',
    'Qué hace la operación y cómo se la llama, escrito en Markdown.',
  ],
  example_request_body: ['A body that the operation takes.', 'Un cuerpo que acepta la operación.'],
  success_response_body: ['A body that the operation answers.', 'Un cuerpo con el que responde la operación.'],
  error_response_bodies: [
    'The errors that the operation can answer.',
    'Los errores con los que puede responder la operación.',
  ],
  typed_request_body: [
    'The names and types of the fields that the operation takes.',
    'Los nombres y tipos de los campos que acepta la operación.',
  ],
  typed_success_response_body: [
    'The names and types of the fields that the operation answers.',
    'Los nombres y tipos de los campos con los que responde la operación.',
  ],
  tags: [
    'The groups that the operation belongs to; the first one is the main group.',
    'Los grupos a los que pertenece la operación; el primero es el principal.',
  ],
  is_featured: ['Whether this server recommends the operation.', 'Si este servidor recomienda la operación.'],
  special_instructions: [
    'What else there is to know about the operation here.',
    'Qué más hay que saber aquí sobre la operación.',
  ],
  connector_methods: [
    'The connector methods that the operation calls.',
    'Los métodos de conector a los que llama la operación.',
  ],
  meta: ['What there is to say about the answer itself.', 'Lo que hay que decir de la respuesta en sí.'],
  response_date: ['As of when the answer is.', 'De cuándo es la respuesta.'],
  // glossary, message docs, errors
  glossary_items: ['The entries of the glossary, by title.', 'Las entradas del glosario, por título.'],
  markdown: ['The text in Markdown.', 'El texto en Markdown.'],
  html: ['The text in HTML.', 'El texto en HTML.'],
  message_docs: [
    'The documentation of the messages of a connector.',
    'La documentación de los mensajes de un conector.',
  ],
  process: [
    'The name of a connector method, such as obp.getBank.',
    'El nombre de un método de conector, como obp.getBank.',
  ],
  message_format: ['The connector whose format the messages have.', 'El conector cuyo formato tienen los mensajes.'],
  outbound_topic: [
    'The topic that a message is sent on, where the connector has topics.',
    'El tema por el que se envía un mensaje, si el conector tiene temas.',
  ],
  inbound_topic: [
    'The topic that the answer comes on, where the connector has topics.',
    'El tema por el que llega la respuesta, si el conector tiene temas.',
  ],
  example_outbound_message: [
    'A message as this server sends it to the bank.',
    'Un mensaje tal como este servidor lo envía al banco.',
  ],
  example_inbound_message: ['A message as the bank answers it.', 'Un mensaje tal como lo responde el banco.'],
  adapter_implementation: [
    'Where the message belongs in the order in which an adapter is best built.',
    'Qué lugar ocupa el mensaje en el orden en que conviene construir un adaptador.',
  ],
  group: ['The group that it belongs to.', 'El grupo al que pertenece.'],
  suggested_order: [
    'The place in the suggested order, smallest first.',
    'El lugar en el orden sugerido, primero el menor.',
  ],
  dependent_endpoints: ['The operations that call the method.', 'Las operaciones que llaman al método.'],
  requiredFieldInfo: ['Since which version which field is needed.', 'Desde qué versión es necesario cada campo.'],
  outboundAdapterCallContext: [
    'Who calls, and which call it is, as the bank is told.',
    'Quién llama y qué llamada es, tal como se comunica al banco.',
  ],
  inboundAdapterCallContext: ['Which call is answered.', 'A qué llamada se responde.'],
  correlationId: [
    'The id of the call, to find it by in the logs.',
    'El identificador de la llamada, con el que encontrarla en los registros.',
  ],
  data: ['The result itself.', 'El resultado en sí.'],
  errorCode: ['The error; empty where there is none.', 'El error; vacío si no hay ninguno.'],
  backendMessages: ['What the systems of the bank say besides.', 'Lo que dicen además los sistemas del banco.'],
  error_messages: ['The errors that this server can answer.', 'Los errores con los que puede responder este servidor.'],
  cause: ['Why the error is answered.', 'Por qué se responde el error.'],
  fix: ['What to do about the error.', 'Qué hacer ante el error.'],
  operation_ids: [
    'The operations meant, each by standard, version and function, such as OBPv1.4.0-addCustomer.',
    'Las operaciones en cuestión, cada una por estándar, versión y función, como OBPv1.4.0-addCustomer.',
  ],
  // API collections
  api_collection_id: [
    'What tells one list of operations of a user from every other; who has it can read a sharable one.',
    'Lo que distingue una lista de operaciones de un usuario de las demás; quien lo tiene puede leer una compartible.',
  ],
  api_collection_name: [
    'The name of an API collection; one user has each name once.',
    'El nombre de una colección de API; un usuario tiene cada nombre una vez.',
  ],
  api_collections: [
    'The lists of operations that users keep under names of their own.',
    'Las listas de operaciones que los usuarios guardan con nombres propios.',
  ],
  is_sharable: [
    'Whether everybody who has the id may read the collection.',
    'Si puede leer la colección cualquiera que tenga el identificador.',
  ],
  api_collection_endpoint_id: [
    'The id of one operation in one API collection.',
    'El identificador de una operación en una colección de API.',
  ],
  api_collection_endpoints: ['The operations in an API collection.', 'Las operaciones de una colección de API.'],
  // JSON schemas
  json_schema: ['The JSON schema that bodies must fit.', 'El esquema JSON que deben cumplir los cuerpos.'],
  json_schema_validations: ['Which operations have which JSON schema.', 'Qué operaciones tienen qué esquema JSON.'],
  $schema: [
    'The JSON Schema draft that a schema is written in.',
    'La versión de JSON Schema en la que está escrito un esquema.',
  ],
  properties: ['The fields that a JSON schema describes.', 'Los campos que describe un esquema JSON.'],
  required: ['The fields that must be there.', 'Los campos que deben estar.'],
  $ref: ['Where in the document the schema stands.', 'En qué lugar del documento está el esquema.'],
  pattern: ['The regular expression that a text must match.', 'La expresión regular que debe cumplir un texto.'],
  minLength: ['The least number of characters.', 'El número mínimo de caracteres.'],
  definitions: ['The parts that a JSON schema refers to.', 'Las partes a las que se refiere un esquema JSON.'],
  items: ['What the items of a list are.', 'Qué son los elementos de una lista.'],
  schema: ['The JSON Schema of a value.', 'El JSON Schema de un valor.'],
  enum: ['The values that are allowed.', 'Los valores permitidos.'],
  outbound_schema: ['The JSON schema of the message that is sent.', 'El esquema JSON del mensaje que se envía.'],
  inbound_schema: ['The JSON schema of the answer.', 'El esquema JSON de la respuesta.'],
  // versions and the root document
  scanned_api_versions: [
    'The versions of the API that this server serves.',
    'Las versiones de la API que sirve este servidor.',
  ],
  urlPrefix: ['What paths begin with.', 'Con qué empiezan las rutas.'],
  url_prefix: ['What paths begin with.', 'Con qué empiezan las rutas.'],
  apiStandard: ['The standard that a version belongs to.', 'El estándar al que pertenece una versión.'],
  api_standard: ['The standard that a version belongs to.', 'El estándar al que pertenece una versión.'],
  apiShortVersion: ['A version without its standard, such as v4.0.0.', 'Una versión sin su estándar, como v4.0.0.'],
  api_short_version: ['A version without its standard, such as v4.0.0.', 'Una versión sin su estándar, como v4.0.0.'],
  fully_qualified_version: [
    'A version with its standard, such as OBPv4.0.0.',
    'Una versión con su estándar, como OBPv4.0.0.',
  ],
  version_status: ['How settled a version is, such as STABLE.', 'Cuán asentada está una versión, como STABLE.'],
  git_commit: ['The commit of the source that runs.', 'El commit del código que se ejecuta.'],
  connector: ['The connector that answers for the banks.', 'El conector que responde por los bancos.'],
  hostname: ['The address of this server.', 'La dirección de este servidor.'],
  stage: ['What the server is for, such as production.', 'Para qué es el servidor, como production.'],
  local_identity_provider: [
    'The provider name of the users who sign up at this server.',
    'El nombre de proveedor de los usuarios que se registran en este servidor.',
  ],
  hosted_by: ['Who runs this server.', 'Quién opera este servidor.'],
  hosted_at: ['Where this server stands.', 'Dónde está este servidor.'],
  energy_source: ['Where the energy of this server comes from.', 'De dónde viene la energía de este servidor.'],
  organisation: ['The name of an organisation.', 'El nombre de una organización.'],
  organisation_website: [
    'The address on the web of who runs or houses this server.',
    'La dirección en la web de quien opera o aloja este servidor.',
  ],
  phone: ['A telephone number.', 'Un número de teléfono.'],
  resource_docs_requires_role: [
    'Whether resource docs need a login and a role here.',
    'Si aquí la documentación de los recursos exige sesión y un rol.',
  ],
  // configuration
  akka: ['Settings that only the reference has.', 'Ajustes que solo tiene la implementación de referencia.'],
  ports: ['Ports that only the reference uses.', 'Puertos que solo usa la implementación de referencia.'],
  remote_data_secret_matched: [
    'A check that only the reference has.',
    'Una comprobación que solo tiene la implementación de referencia.',
  ],
  elastic_search: [
    'Search indexes that only the reference uses.',
    'Índices de búsqueda que solo usa la implementación de referencia.',
  ],
  warehouse: [
    'A search index that only the reference uses.',
    'Un índice de búsqueda que solo usa la implementación de referencia.',
  ],
  grpc_port: ['A port that only the reference uses.', 'Un puerto que solo usa la implementación de referencia.'],
  log_level: ['The least severe line that is logged.', 'La línea menos grave que se registra.'],
  cache: ['What is kept for a while, and for how long.', 'Qué se conserva un tiempo, y cuánto.'],
  ttl_in_seconds: [
    'After how many seconds it is looked up anew.',
    'Al cabo de cuántos segundos se vuelve a consultar.',
  ],
  default_bank_id: ['The bank that counts where none is named.', 'El banco que cuenta cuando no se indica ninguno.'],
  property: ['The name of a setting.', 'El nombre de un ajuste.'],
  require_scopes_for_all_roles: [
    'Whether applications, too, need every role.',
    'Si también las aplicaciones necesitan todos los roles.',
  ],
  require_scopes_for_listed_roles: [
    'The roles that applications, too, need.',
    'Los roles que también necesitan las aplicaciones.',
  ],
  allow_public_views: ['Whether accounts can be shown to everybody.', 'Si se pueden mostrar cuentas a cualquiera.'],
  allow_abac_account_access: [
    'Whether attributes decide who sees an account.',
    'Si los atributos deciden quién ve una cuenta.',
  ],
  allow_account_firehose: [
    'Whether all accounts of a bank can be read at once.',
    'Si se pueden leer a la vez todas las cuentas de un banco.',
  ],
  allow_customer_firehose: [
    'Whether all customers of a bank can be read at once.',
    'Si se pueden leer a la vez todos los clientes de un banco.',
  ],
  allow_direct_login: ['Whether DirectLogin is a way in.', 'Si se puede entrar con DirectLogin.'],
  allow_gateway_login: ['Whether Gateway Login is a way in.', 'Si se puede entrar por una pasarela (Gateway Login).'],
  allow_oauth2_login: [
    'Whether bearer tokens of identity providers are a way in.',
    'Si se puede entrar con tokens de proveedores de identidad.',
  ],
  allow_dauth: ['Whether DAuth is a way in.', 'Si se puede entrar con DAuth.'],
  allow_sandbox_account_creation: [
    'Whether users can make test accounts for themselves.',
    'Si los usuarios pueden crearse cuentas de prueba.',
  ],
  allow_sandbox_data_import: ['Whether test data can be imported.', 'Si se pueden importar datos de prueba.'],
  allow_account_deletion: ['Whether accounts can be deleted.', 'Si se pueden eliminar cuentas.'],
  allow_just_in_time_entitlements: [
    'Whether who may give a role is given it when it is needed.',
    'Si quien puede dar un rol lo recibe cuando lo necesita.',
  ],
  technology: ['What counts the calls, or serves the operation.', 'Qué cuenta las llamadas o sirve la operación.'],
  timeout_in_seconds: [
    'After how many idle seconds a front end should log its user out.',
    'Tras cuántos segundos de inactividad debería cerrar la sesión una aplicación web.',
  ],
  // metrics
  metrics: [
    'The calls that were made; in the configuration, a search index of the reference.',
    'Las llamadas que se hicieron; en la configuración, un índice de búsqueda de la referencia.',
  ],
  verb: ['The HTTP method of a call.', 'El método HTTP de una llamada.'],
  status_code: ['The HTTP status of an answer.', 'El estado HTTP de una respuesta.'],
  duration: ['How long a call took, in milliseconds.', 'Cuánto tardó una llamada, en milisegundos.'],
  correlation_id: [
    'The id of a call, to find it by in the logs.',
    'El identificador de una llamada, con el que encontrarla en los registros.',
  ],
  source_ip: ['The network address that a call came from.', 'La dirección de red de la que vino una llamada.'],
  target_ip: [
    'The network address that a call went to; it is not kept.',
    'La dirección de red a la que fue una llamada; no se guarda.',
  ],
  response_body: ['The body of the answer; it is not kept.', 'El cuerpo de la respuesta; no se guarda.'],
  implemented_by_partial_function: ['The function that answered a call.', 'La función que respondió a una llamada.'],
  Implemented_by_partial_function: ['The function that answered a call.', 'La función que respondió a una llamada.'],
  implemented_in_version: ['The version that brought the function.', 'La versión que trajo la función.'],
  api_instance_id: [
    'The server that answered, where there are several.',
    'El servidor que respondió, cuando hay varios.',
  ],
  average_response_time: [
    'How long a call took on average, in milliseconds.',
    'Cuánto tardó de media una llamada, en milisegundos.',
  ],
  minimum_response_time: [
    'How long the fastest call took, in milliseconds.',
    'Cuánto tardó la llamada más rápida, en milisegundos.',
  ],
  maximum_response_time: [
    'How long the slowest call took, in milliseconds.',
    'Cuánto tardó la llamada más lenta, en milisegundos.',
  ],
  top_apis: ['The functions that were called most.', 'Las funciones a las que más se llamó.'],
  top_consumers: ['The applications that called most.', 'Las aplicaciones que más llamaron.'],
  connector_name: ['The connector that was called.', 'El conector al que se llamó.'],
  function_name: ['The function or connector method.', 'La función o el método de conector.'],
  // front ends
  webui_props: ['What front ends show, by name.', 'Lo que muestran las aplicaciones web, por nombre.'],
  web_ui_props_id: [
    'The id of something that front ends show.',
    'El identificador de algo que muestran las aplicaciones web.',
  ],
  webUiPropsId: [
    'The id of something that front ends show.',
    'El identificador de algo que muestran las aplicaciones web.',
  ],
  // the documents of operations
  operations: [
    'The operations, each with what is told of it.',
    'Las operaciones, cada una con lo que se dice de ella.',
  ],
  is_deprecated: [
    'True where a newer operation is meant to be called instead.',
    'Verdadero si conviene llamar a una operación más reciente.',
  ],
  summaries: ['The name of the operation in each language.', 'El nombre de la operación en cada idioma.'],
  descriptions: ['The text of the operation in each language.', 'El texto de la operación en cada idioma.'],
  en: ['The text in English.', 'El texto en inglés.'],
  es: ['The text in Spanish.', 'El texto en español.'],
  fields: ['The names of the fields of its bodies.', 'Los nombres de los campos de sus cuerpos.'],
  errors: ['The errors that it can answer.', 'Los errores con los que puede responder.'],
  url_parameters: ['The parts of its path that stand for values.', 'Las partes de su ruta que representan valores.'],
  example: ['A value as it may look.', 'Un valor de muestra.'],
  meanings: [
    'What the fields of the operations mean, each once.',
    'Qué significan los campos de las operaciones, cada uno una vez.',
  ],
  field: ['The name of a field.', 'El nombre de un campo.'],
  meaning: ['What the value is, in a sentence.', 'Qué es el valor, en una frase.'],
  login: ['Whether a login is needed: required or optional.', 'Si hace falta iniciar sesión: required u optional.'],
  role_rule: [
    'Whether all of the roles are needed, or any one of them; null where there are none.',
    'Si se necesitan todos los roles o basta con uno; null si no hay ninguno.',
  ],
  success_status: ['The HTTP status of a success.', 'El estado HTTP de un éxito.'],
  query_parameters: ['The parameters that its query can have.', 'Los parámetros que puede llevar su consulta.'],
  request_schema: ['The JSON schema of what is sent.', 'El JSON Schema de lo que se envía.'],
  response_schema: ['The JSON schema of what is answered.', 'El JSON Schema de la respuesta.'],
  paging: [
    'How many entries a list gives when nothing is asked for, and at most, and which parameters of a page count where not all do; null where it is no list.',
    'Cuántos elementos da una lista si no se pide nada y como máximo, y qué parámetros de página cuentan si no son todos; null si no es una lista.',
  ],
  served_under: ['The versions that serve the operation.', 'Las versiones que sirven la operación.'],
  superseded_by: [
    'The operation that is meant to be called instead; null where there is none.',
    'La operación a la que conviene llamar en su lugar; null si no hay ninguna.',
  ],
  other_versions: [
    'The operations of the same path in other versions, and how they differ.',
    'Las operaciones de la misma ruta en otras versiones y en qué se diferencian.',
  ],
  only_there: ['What only the other operation has.', 'Lo que solo tiene la otra operación.'],
  only_here: ['What only this operation has.', 'Lo que solo tiene esta operación.'],
  request_fields: ['The fields of what is sent.', 'Los campos de lo que se envía.'],
  response_fields: ['The fields of what is answered.', 'Los campos de la respuesta.'],
}
