/** What the tags of operations stand for. */
import type { Localised } from '../protocol/languages.ts'

export const tagMeanings: Readonly<Record<string, Localised>> = {
  API: {
    en: 'The API itself: its versions, documentation and configuration.',
    es: 'La propia API: sus versiones, su documentación y su configuración.',
  },
  'Aggregate-Metrics': {
    en: 'Figures over many calls: how many there were, and how long they took.',
    es: 'Cifras sobre muchas llamadas: cuántas hubo y cuánto tardaron.',
  },
  'Api-Collection': {
    en: 'Lists of operations that users keep, and may share.',
    es: 'Listas de operaciones que los usuarios guardan y pueden compartir.',
  },
  'Authentication-Type-Validation': {
    en: 'Rules by which an operation may be called by certain ways to log in only.',
    es: 'Reglas por las que a una operación solo se puede llamar con ciertas formas de iniciar sesión.',
  },
  Bank: {
    en: 'The banks whose customers this server keeps.',
    es: 'Los bancos cuyos clientes guarda este servidor.',
  },
  Consumer: {
    en: 'The applications that may call: their keys, certificates and roles.',
    es: 'Las aplicaciones que pueden llamar: sus claves, certificados y roles.',
  },
  Customer: {
    en: 'The customers of a bank, and what takes place between them.',
    es: 'Los clientes de un banco y lo que ocurre entre ellos.',
  },
  Documentation: {
    en: 'What the operations, errors, terms and messages of this server are.',
    es: 'Cuáles son las operaciones, los errores, los términos y los mensajes de este servidor.',
  },
  Entitlement: {
    en: 'The roles that users hold at a bank or in the system, and their requests for more.',
    es: 'Los roles que tienen los usuarios en un banco o en el sistema, y sus solicitudes de otros.',
  },
  'JSON-Schema-Validation': {
    en: 'Rules by which the body of an operation must fit a JSON schema.',
    es: 'Reglas por las que el cuerpo de una operación debe cumplir un esquema JSON.',
  },
  Message: {
    en: 'What the staff of a bank write to its customers.',
    es: 'Lo que el personal de un banco escribe a sus clientes.',
  },
  'Message-Doc': {
    en: 'The messages between this server and the systems of a bank.',
    es: 'Los mensajes entre este servidor y los sistemas de un banco.',
  },
  Metric: {
    en: 'Who called what, when, with which outcome and how fast.',
    es: 'Quién llamó a qué, cuándo, con qué resultado y con qué rapidez.',
  },
  OAuth: {
    en: 'Where applications find what OAuth 2 needs.',
    es: 'Dónde encuentran las aplicaciones lo que necesita OAuth 2.',
  },
  OIDC: {
    en: 'Where applications find the OpenID Connect provider and its keys.',
    es: 'Dónde encuentran las aplicaciones el proveedor de OpenID Connect y sus claves.',
  },
  'Old-Style': {
    en: 'Operations of the first versions, whose bodies and errors differ from those of later ones.',
    es: 'Operaciones de las primeras versiones, cuyos cuerpos y errores difieren de los posteriores.',
  },
  Onboarding: {
    en: 'How somebody becomes a user, or gets back in.',
    es: 'Cómo alguien se convierte en usuario o recupera el acceso.',
  },
  'Rate Limits': {
    en: 'How many calls an application may make in a period, and how many it has made.',
    es: 'Cuántas llamadas puede hacer una aplicación en un periodo y cuántas ha hecho.',
  },
  Role: {
    en: 'The roles that there are, and who holds them.',
    es: 'Los roles que existen y quién los tiene.',
  },
  Sandbox: {
    en: 'Test data, imported in one call.',
    es: 'Datos de prueba, importados en una sola llamada.',
  },
  Scope: {
    en: 'The roles that applications hold.',
    es: 'Los roles que tienen las aplicaciones.',
  },
  User: {
    en: 'Who can log in: signing up, looking up, locking and deleting users.',
    es: 'Quién puede iniciar sesión: alta, consulta, bloqueo y eliminación de usuarios.',
  },
  'WebUi-Props': {
    en: 'Texts, addresses and logos that front ends show.',
    es: 'Textos, direcciones y logotipos que muestran las aplicaciones web.',
  },
}
