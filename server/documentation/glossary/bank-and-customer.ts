import type { GlossaryEntry } from './entry.ts'

export const bankAndCustomer: readonly GlossaryEntry[] = [
  {
    title: 'Bank',
    en: 'A bank whose customers, KYC and CRM this server keeps. One server may have several; what belongs to one of them cannot be seen or changed through another. Operations at a bank have its id in their path: see [Bank.bank_id](/glossary#Bank.bank_id).',
    es: '**Banco.** Un banco cuyos clientes, KYC y CRM guarda este servidor. Un servidor puede tener varios; lo que pertenece a uno no se puede ver ni cambiar a través de otro. Las operaciones de un banco llevan su identificador en la ruta: véase [Bank.bank_id](/glossary#Bank.bank_id).',
  },
  {
    title: 'Bank.bank_id',
    en: 'The id of a [Bank](/glossary#Bank) on this server, such as `gh.29.uk`. Whoever creates the bank chooses it, and it never changes. In paths it stands as `BANK_ID`.',
    es: 'El identificador de un [banco](/glossary#Bank) en este servidor, como `gh.29.uk`. Lo elige quien crea el banco y no cambia nunca. En las rutas aparece como `BANK_ID`.',
  },
  {
    title: 'Branch',
    en: 'An office of a [Bank](/glossary#Bank). A [Customer](/glossary#Customer) may have one that looks after it (`branch_id`).',
    es: '**Oficina** de un [banco](/glossary#Bank). Un [cliente](/glossary#Customer) puede tener una que lo atienda (`branch_id`).',
  },
  {
    title: 'Customer',
    en: `A person or company whom a [Bank](/glossary#Bank) serves, as the bank knows them: legal name, contact, date of birth, circumstances, KYC status.

A customer belongs to one bank, where its *customer number* is unique; this server gives it an id besides ([Customer.customer_id](/glossary#Customer.customer_id)). It is not a [User](/glossary#User): a user logs in, and is connected with customers by [User Customer Links](/glossary#User-Customer-Links).`,
    es: `**Cliente.** Una persona o empresa a la que atiende un [banco](/glossary#Bank), tal como el banco la conoce: nombre o razón social, contacto, fecha de nacimiento, circunstancias, estado KYC.

Un cliente pertenece a un banco, donde su *número de cliente* es único; además, este servidor le da un identificador ([Customer.customer_id](/glossary#Customer.customer_id)). No es un [usuario](/glossary#User): el usuario inicia sesión y está unido a clientes por [vínculos](/glossary#User-Customer-Links).`,
  },
  {
    title: 'Customer.customer_id',
    en: 'The id that this server gives to a [Customer](/glossary#Customer): random, so that nobody can guess another, and never used twice. It may stand in paths and logs, where a customer number should not. In paths it stands as `CUSTOMER_ID`.',
    es: 'El identificador que este servidor da a un [cliente](/glossary#Customer): aleatorio, para que nadie pueda adivinar otro, y nunca usado dos veces. Puede figurar en rutas y registros, donde no debería figurar un número de cliente. En las rutas aparece como `CUSTOMER_ID`.',
  },
  {
    title: 'Customer Number',
    en: 'The number by which a bank itself knows a [Customer](/glossary#Customer). It is unique at its bank; a second customer with the same number is refused with `OBP-30006`.',
    es: '**Número de cliente.** El número con el que el propio banco conoce a un [cliente](/glossary#Customer). Es único en su banco; un segundo cliente con el mismo número se rechaza con `OBP-30006`.',
  },
  {
    title: 'User Customer Links',
    en: `What connects a [User](/glossary#User) with a [Customer](/glossary#Customer): through it the user sees their own customer record.

*Add a customer* makes the customer and the link together, or neither. By default a user has at most one linked customer at a bank; a second is refused with \`OBP-30007\`.`,
    es: `**Vínculos entre usuario y cliente.** Lo que une a un [usuario](/glossary#User) con un [cliente](/glossary#Customer): gracias a ello el usuario ve su propia ficha de cliente.

*Añadir un cliente* crea el cliente y el vínculo a la vez, o ninguno. Por defecto un usuario tiene como mucho un cliente vinculado en un banco; un segundo se rechaza con \`OBP-30007\`.`,
  },
  {
    title: 'Customer Address',
    en: 'A postal address of a [Customer](/glossary#Customer): its lines, city, postcode and country, and its status, such as `OK`. A customer may have several.',
    es: '**Dirección de cliente.** Una dirección postal de un [cliente](/glossary#Customer): sus líneas, ciudad, código postal y país, y su estado, como `OK`. Un cliente puede tener varias.',
  },
  {
    title: 'Customer Attribute',
    en: 'What a bank keeps about a [Customer](/glossary#Customer) besides the named fields: a name, a type and a value.',
    es: '**Atributo de cliente.** Lo que un banco guarda de un [cliente](/glossary#Customer) además de los campos con nombre: un nombre, un tipo y un valor.',
  },
  {
    title: 'Sandbox',
    en: 'A server with invented data to try things on. With *Data import* a sandbox is filled with banks, users, accounts and CRM events in one call, all of the file or nothing of it; a production server does not allow it unless it is set to.',
    es: '**Entorno de pruebas.** Un servidor con datos inventados para probar. Con la importación de datos se llena de bancos, usuarios, cuentas y eventos de CRM en una sola llamada, todo el fichero o nada; un servidor en producción no la permite salvo que se configure así.',
  },
  {
    title: 'Dates',
    en: 'Points in time are written in UTC, such as `2013-01-21T23:08:00Z`. Requests may also have a fraction of a second, an offset (`+02:00`), or a plain date (`2018-03-09`, which is its midnight in UTC). Answers have whole seconds.',
    es: '**Fechas.** Los instantes se escriben en UTC, como `2013-01-21T23:08:00Z`. Las peticiones pueden llevar también fracciones de segundo, un desfase (`+02:00`) o solo la fecha (`2018-03-09`, que es su medianoche en UTC). Las respuestas llevan segundos enteros.',
  },
]
