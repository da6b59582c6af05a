import type { GlossaryEntry } from './entry.ts'

export const api: readonly GlossaryEntry[] = [
  {
    title: 'API',
    en: 'What programs call. Every path begins with `/obp/` and a version; an operation is served under the version that brought it and the later ones, until another takes its place.',
    es: 'Aquello a lo que llaman los programas. Todas las rutas empiezan por `/obp/` y una versión; una operación se sirve en la versión que la trajo y en las posteriores, hasta que otra ocupe su lugar.',
  },
  {
    title: 'Operation Id',
    en: 'The name of one operation in one version: standard and version, a hyphen, and the function, such as `OBPv1.4.0-addCustomer`. It does not change when the operation is called by a later version.',
    es: '**Identificador de operación.** El nombre de una operación en una versión: estándar y versión, un guion y la función, como `OBPv1.4.0-addCustomer`. No cambia cuando se llama a la operación con una versión posterior.',
  },
  {
    title: 'Resource Docs',
    en: 'The documentation of operations for programs, such as an API Explorer: `GET /obp/v4.0.0/resource-docs/v4.0.0/obp`. It is made from the same declarations by which the server answers.',
    es: '**Documentación de los recursos.** La documentación de las operaciones para programas, como un explorador de API: `GET /obp/v4.0.0/resource-docs/v4.0.0/obp`. Sale de las mismas declaraciones con las que responde el servidor.',
  },
  {
    title: 'Connector',
    en: 'The only door to data that a [Bank](/glossary#Bank) owns. The connector of this server’s own database is called `mapped` in the API, and `local` here.',
    es: '**Conector.** La única puerta a los datos que son de un [banco](/glossary#Bank). El conector de la base de datos de este servidor se llama `mapped` en la API y `local` aquí.',
  },
  {
    title: 'Connector Method',
    en: 'One kind of question or order to a [Connector](/glossary#Connector), such as `obp.getCrmEvents`, with its arguments and result. [Message Docs](/glossary#Message-Docs) describe them all.',
    es: '**Método de conector.** Un tipo de pregunta u orden a un [conector](/glossary#Connector), como `obp.getCrmEvents`, con sus argumentos y su resultado. La [documentación de mensajes](/glossary#Message-Docs) los describe todos.',
  },
  {
    title: 'Message Docs',
    en: 'The documentation of the messages between this server and the systems of a bank, one a [Connector Method](/glossary#Connector-Method): examples, JSON schemas, and the operations that depend on it.',
    es: '**Documentación de mensajes.** La de los mensajes entre este servidor y los sistemas de un banco, uno por [método de conector](/glossary#Connector-Method): ejemplos, esquemas JSON y las operaciones que dependen de él.',
  },
  {
    title: 'JSON Schema Validation',
    en: 'A rule of an administrator that the bodies sent to an operation must fit a JSON schema, besides what the operation itself asks for. One that does not is refused with `OBP-09014`.',
    es: '**Validación con JSON Schema.** Una regla de un administrador por la que los cuerpos que se envían a una operación deben cumplir un esquema JSON, además de lo que pide la propia operación. El que no lo cumple se rechaza con `OBP-09014`.',
  },
  {
    title: 'Rate Limiting',
    en: 'How many calls a [Consumer](/glossary#Consumer) may make in a second, minute, hour, day, week and month. One too many is refused with `OBP-10018` and a header that says when to come back.',
    es: '**Límite de llamadas.** Cuántas llamadas puede hacer un [consumidor](/glossary#Consumer) por segundo, minuto, hora, día, semana y mes. Una de más se rechaza con `OBP-10018` y una cabecera que dice cuándo volver.',
  },
  {
    title: 'API Collection',
    en: 'A list of operations that a [User](/glossary#User) keeps under a name, such as `Favourites`. Its owner alone changes it; one that is sharable can be read by everybody who has its id, and resource docs can be asked for it with `api-collection-id`.',
    es: '**Colección de API.** Una lista de operaciones que un [usuario](/glossary#User) guarda con un nombre, como `Favourites`. Solo la cambia su propietario; si es compartible, la puede leer cualquiera que tenga su identificador, y la documentación de los recursos se puede pedir por ella con `api-collection-id`.',
  },
  {
    title: 'Metrics',
    en: 'A row about every call: when, which operation, by whom, with which outcome, and how long it took. Neither bodies nor personal data are kept in them.',
    es: '**Métricas.** Una fila por cada llamada: cuándo, qué operación, quién, con qué resultado y cuánto tardó. En ellas no se guardan ni cuerpos ni datos personales.',
  },
  {
    title: 'Correlation Id',
    en: 'The id of one call, in the header `Correlation-Id` of its answer, in every log line and in every metric row about it. Tell it when you report a fault.',
    es: '**Identificador de correlación.** El identificador de una llamada, en la cabecera `Correlation-Id` de su respuesta, en cada línea de registro y en cada fila de métricas. Indíquelo al comunicar un fallo.',
  },
  {
    title: 'Errors',
    en: 'An error is answered as `{"code", "message"}`: the HTTP status, and a text that begins with the OBP code. The documented text never changes; what follows it says what is wrong in this very call. With `locale=es_ES` the text is Spanish and the code stays.',
    es: '**Errores.** Un error se responde como `{"code", "message"}`: el estado HTTP y un texto que empieza por el código de OBP. El texto documentado no cambia nunca; lo que sigue dice qué falla en esa llamada. Con `locale=es_ES` el texto está en español y el código es el mismo.',
  },
  {
    title: 'Locale',
    en: 'The language of texts: `en_GB` or `es_ES`. The query parameter `locale` says it; without one, documentation looks at `Accept-Language`, and then at the settings of the server.',
    es: '**Configuración regional.** El idioma de los textos: `en_GB` o `es_ES`. Lo dice el parámetro `locale`; sin él, la documentación mira `Accept-Language` y después la configuración del servidor.',
  },
  {
    title: 'WebUi Props',
    en: 'Texts, addresses and logos that front ends show, by a name that begins with `webui_`. Everybody may read them.',
    es: '**Propiedades de la interfaz web.** Textos, direcciones y logotipos que muestran las aplicaciones web, con un nombre que empieza por `webui_`. Los puede leer cualquiera.',
  },
]
