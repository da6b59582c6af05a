/** What the fields of banks, customers, KYC and CRM mean. */
import type { Meanings } from '../meaning.ts'

export const customerFile: Meanings = {
  // the bank
  bank_id: [
    'The id of a bank on this server, such as gh.29.uk.',
    'El identificador de un banco en este servidor, como gh.29.uk.',
  ],
  bank_code: ['The short code by which a bank is known.', 'El código corto por el que se conoce a un banco.'],
  banks: [
    'The banks whose customers this server keeps; in an import, those that it creates.',
    'Los bancos cuyos clientes guarda este servidor; en una importación, los que crea.',
  ],
  bank: ['The bank that this belongs to.', 'El banco al que pertenece.'],
  short_name: ['The short name of a bank.', 'El nombre corto de un banco.'],
  full_name: ['The full name of a bank.', 'El nombre completo de un banco.'],
  logo: ['The address of the logo of a bank.', 'La dirección del logotipo de un banco.'],
  logo_url: [
    'The address of the logo of a bank or an application.',
    'La dirección del logotipo de un banco o de una aplicación.',
  ],
  website: ['The address of the website.', 'La dirección del sitio web.'],
  website_url: ['The address of the website of a bank.', 'La dirección del sitio web de un banco.'],
  swift_bic: [
    'The BIC of a bank, by which SWIFT addresses it.',
    'El BIC de un banco, con el que SWIFT se dirige a él.',
  ],
  national_identifier: [
    'The number by which the national authority knows a bank.',
    'El número con el que la autoridad nacional conoce a un banco.',
  ],
  bank_routing: [
    'One way to address a bank: a scheme and the address in it.',
    'Una forma de dirigirse a un banco: un esquema y la dirección en él.',
  ],
  bank_routings: ['All the ways to address a bank.', 'Todas las formas de dirigirse a un banco.'],
  bank_routing_scheme: [
    'The kind of address by which a bank is found, such as BIC.',
    'El tipo de dirección con la que se encuentra a un banco, como BIC.',
  ],
  bank_routing_address: ['The address of a bank in that scheme.', 'La dirección de un banco en ese esquema.'],
  scheme: ['The kind of address, such as BIC or IBAN.', 'El tipo de dirección, como BIC o IBAN.'],
  address: [
    'The address in the scheme that is named with it; of a branch, its postal address.',
    'La dirección en el esquema que la acompaña; de una oficina, su dirección postal.',
  ],
  attributes: [
    'What is kept besides the named fields, as names and values.',
    'Lo que se guarda además de los campos con nombre, como nombres y valores.',
  ],
  // the customer
  customer: [
    'A person or company whom a bank serves, as that bank knows them.',
    'Una persona o empresa a la que atiende un banco, tal como ese banco la conoce.',
  ],
  customers: [
    'The people and companies whom a bank serves, as that bank knows them.',
    'Las personas y empresas a las que atiende un banco, tal como ese banco las conoce.',
  ],
  customer_id: ['The id that this server gave to a customer.', 'El identificador que este servidor dio a un cliente.'],
  customer_number: [
    'The number by which a bank knows its customer; unique at that bank.',
    'El número con el que un banco conoce a su cliente; único en ese banco.',
  ],
  legal_name: [
    'The name of a customer as the identity document has it.',
    'El nombre de un cliente tal como figura en su documento de identidad.',
  ],
  mobile_phone_number: [
    'The mobile phone number of a customer, best with the country code.',
    'El número de teléfono móvil de un cliente, mejor con el prefijo del país.',
  ],
  email: ['An e-mail address.', 'Una dirección de correo electrónico.'],
  face_image: [
    'A picture of the face of a customer: where it is, and of when.',
    'Una fotografía de la cara de un cliente: su dirección y su fecha.',
  ],
  url: ['The address where it can be found.', 'La dirección donde se encuentra.'],
  date: ['When it was made or done.', 'Cuándo se hizo.'],
  date_of_birth: ['The date on which a customer was born.', 'La fecha en que nació un cliente.'],
  relationship_status: [
    'Whether a customer is single, married and so on, in the words of the bank.',
    'El estado civil de un cliente (soltero, casado, etc.), según la terminología del banco.',
  ],
  dependants: ['How many people depend on a customer.', 'Cuántas personas dependen de un cliente.'],
  dob_of_dependants: [
    'The dates of birth of the people who depend on a customer.',
    'Las fechas de nacimiento de las personas que dependen de un cliente.',
  ],
  highest_education_attained: [
    'The highest degree that a customer has reached.',
    'La titulación más alta que ha alcanzado un cliente.',
  ],
  employment_status: [
    'How a customer is employed, in the words of the bank.',
    'La situación laboral de un cliente, según la terminología del banco.',
  ],
  kyc_status: [
    'Whether a customer is known as the rules against money laundering ask for.',
    'Si se conoce a un cliente como exigen las normas contra el blanqueo de capitales.',
  ],
  last_ok_date: [
    'When a customer was last found to be in order.',
    'Cuándo se comprobó por última vez que la ficha de un cliente estaba al corriente.',
  ],
  title: [
    'The form of address of a customer, such as Dr.; of a text or a schema, its heading.',
    'El tratamiento de un cliente, como Dr.; de un texto o un esquema, su título.',
  ],
  branchId: ['The branch that looks after a customer.', 'La oficina que atiende a un cliente.'],
  branch_id: ['The branch that looks after a customer.', 'La oficina que atiende a un cliente.'],
  nameSuffix: [
    'What follows the name of a customer, such as Sr or III.',
    'El sufijo del nombre de un cliente, p. ej. «hijo» o «III».',
  ],
  name_suffix: [
    'What follows the name of a customer, such as Sr or III.',
    'El sufijo del nombre de un cliente, p. ej. «hijo» o «III».',
  ],
  credit_rating: ['How creditworthy a customer is, and who says so.', 'La solvencia de un cliente y quién la valora.'],
  rating: ['The rating itself, such as AAA.', 'La calificación en sí, como AAA.'],
  credit_limit: ['Up to which amount a customer has credit.', 'Hasta qué importe tiene crédito un cliente.'],
  currency: [
    'A currency by its three letters (ISO 4217), such as EUR.',
    'Una moneda por sus tres letras (ISO 4217), como EUR.',
  ],
  amount: ['An amount of money, in the currency that is named with it.', 'Un importe, en la moneda que lo acompaña.'],
  user_customer_link_id: [
    'The id of the link between a user and a customer.',
    'El identificador del vínculo entre un usuario y un cliente.',
  ],
  user_customer_links: ['The links between users and customers.', 'Los vínculos entre usuarios y clientes.'],
  date_inserted: ['When it was entered.', 'Cuándo se introdujo.'],
  insert_date: ['When it was entered.', 'Cuándo se introdujo.'],
  customer_attribute_id: [
    'By what one attribute of a customer is found again, such as one that staff added.',
    'El identificador de un atributo de un cliente, p. ej. de uno que añadió el personal.',
  ],
  customer_attributes: [
    'What a bank keeps about its customer besides the named fields.',
    'Lo que un banco guarda de su cliente además de los campos con nombre.',
  ],
  customer_address_id: [
    'The id of a postal address of a customer.',
    'El identificador de una dirección postal de un cliente.',
  ],
  addresses: ['The postal addresses of a customer.', 'Las direcciones postales de un cliente.'],
  line_1: ['The first line of a postal address.', 'La primera línea de una dirección postal.'],
  line_2: ['The second line of a postal address.', 'La segunda línea de una dirección postal.'],
  line_3: ['The third line of a postal address.', 'La tercera línea de una dirección postal.'],
  city: ['The city of a postal address.', 'La ciudad de una dirección postal.'],
  county: ['The county of a postal address.', 'La provincia de una dirección postal.'],
  state: ['The state or region of a postal address.', 'El estado o la región de una dirección postal.'],
  postcode: ['The postal code of an address.', 'El código postal de una dirección.'],
  post_code: ['The postal code of an address.', 'El código postal de una dirección.'],
  country_code: ['A country by its letters (ISO 3166), such as GB.', 'Un país por sus letras (ISO 3166), como ES.'],
  tax_residence: ['Where a customer pays taxes.', 'Dónde paga impuestos un cliente.'],
  tax_residence_id: [
    'The id of a tax residence of a customer.',
    'El identificador de una residencia fiscal de un cliente.',
  ],
  tax_number: [
    'The number by which the tax authority knows a customer.',
    'El número con el que la administración tributaria conoce a un cliente.',
  ],
  domain: [
    'The country or authority to which taxes are paid.',
    'El país o la autoridad a la que se pagan los impuestos.',
  ],
  // KYC
  kyc_document_id: [
    'The id of a document that proves who a customer is.',
    'El identificador de un documento que acredita quién es un cliente.',
  ],
  customer_kyc_document_id: [
    'The id of a document that proves who a customer is.',
    'El identificador de un documento que acredita quién es un cliente.',
  ],
  kyc_media_id: [
    'The id of a picture or recording that belongs to a KYC document or check.',
    'El identificador de una imagen o grabación de un documento o comprobación KYC.',
  ],
  kyc_check_id: [
    'The id of a check that staff made of a customer.',
    'El identificador de una comprobación que el personal hizo de un cliente.',
  ],
  relates_to_kyc_document_id: [
    'The KYC document that the picture or recording shows.',
    'El documento KYC que muestra la imagen o grabación.',
  ],
  relates_to_kyc_check_id: [
    'The KYC check that the picture or recording belongs to.',
    'La comprobación KYC a la que pertenece la imagen o grabación.',
  ],
  documents: ['The documents that prove who a customer is.', 'Los documentos que acreditan quién es un cliente.'],
  medias: ['The pictures and recordings kept for KYC.', 'Las imágenes y grabaciones guardadas para KYC.'],
  checks: ['The checks that were made of a customer.', 'Las comprobaciones que se hicieron de un cliente.'],
  statuses: ['The KYC statuses of a customer over time.', 'Los estados KYC de un cliente a lo largo del tiempo.'],
  issue_date: ['When a document was issued.', 'Cuándo se expidió un documento.'],
  issue_place: ['Where a document was issued.', 'Dónde se expidió un documento.'],
  expiry_date: ['When a document ceases to be valid.', 'Cuándo deja de ser válido un documento.'],
  how: ['How a check was made.', 'Cómo se hizo una comprobación.'],
  staff_user_id: [
    'The user id of the member of staff who made a check.',
    'El identificador de usuario del empleado que hizo una comprobación.',
  ],
  staff_name: [
    'The name of the member of staff who made a check.',
    'El nombre del empleado que hizo una comprobación.',
  ],
  satisfied: ['Whether a check had the result that was wanted.', 'Si una comprobación tuvo el resultado deseado.'],
  comments: ['What staff noted about a check.', 'Lo que el personal anotó sobre una comprobación.'],
  ok: ['Whether a customer is in order.', 'Si un cliente está verificado.'],
  // CRM
  crm_events: [
    'What happened between a bank and its customers, as CRM keeps it.',
    'Lo que ocurrió entre un banco y sus clientes, según el CRM.',
  ],
  customer_name: ['The name of the customer whom an event is about.', 'El nombre del cliente del que trata un evento.'],
  category: [
    'The kind of a CRM event, such as an appointment; of a view, message or attribute, its group.',
    'El tipo de un evento de CRM, como una cita; de otras cosas, su grupo.',
  ],
  detail: ['What a CRM event was about.', 'De qué trató un evento de CRM.'],
  channel: [
    'How a customer and a bank met, such as Web or Branch.',
    'Por qué vía se encontraron cliente y banco, como web u oficina.',
  ],
  scheduled_date: [
    'When a CRM event was planned for; null where nobody planned it.',
    'Para cuándo se planificó un evento de CRM; null si nadie lo planificó.',
  ],
  actual_date: ['When a CRM event took place.', 'Cuándo tuvo lugar un evento de CRM.'],
  result: ['What came out of a CRM event.', 'El resultado de un evento de CRM.'],
  messages: ['What a bank has written to a user.', 'Lo que un banco ha escrito a un usuario.'],
  message: ['The text of a message.', 'El texto de un mensaje.'],
  message_id: [
    'What tells one message of a bank from every other.',
    'Lo que distingue un mensaje de un banco de todos los demás.',
  ],
  from_department: ['The department of the bank that writes.', 'El departamento del banco que escribe.'],
  from_person: ['The person at the bank who writes.', 'La persona del banco que escribe.'],
  meeting_id: ['The id of a meeting with a customer.', 'El identificador de una reunión con un cliente.'],
  // accounts, as imports and users have them
  account_id: ['The id of an account at its bank.', 'El identificador de una cuenta en su banco.'],
  account_number: [
    'The number by which a bank knows an account; it need not be an IBAN.',
    'El número con el que un banco conoce una cuenta; no tiene por qué ser un IBAN.',
  ],
  accounts: [
    'What a bank keeps money in for its customers, each with a number, a currency and owners.',
    'Aquello en lo que un banco guarda el dinero de sus clientes, cada una con su número, moneda y titulares.',
  ],
  account: [
    'What a bank keeps money in for a customer; of a transaction, the one on its other side.',
    'Aquello en lo que un banco guarda el dinero de un cliente; en una transacción, la de la otra parte.',
  ],
  IBAN: ['The international number of an account (ISO 13616).', 'El número internacional de una cuenta (ISO 13616).'],
  balance: ['How much money is on an account.', 'Cuánto dinero hay en una cuenta.'],
  new_balance: [
    'How much money was on the account after the transaction.',
    'Cuánto dinero quedó en la cuenta tras la transacción.',
  ],
  owners: ['The users who own an account.', 'Los usuarios titulares de una cuenta.'],
  generate_public_view: ['Whether everybody may see the account.', 'Si cualquiera puede ver la cuenta.'],
  generate_accountants_view: ['Whether accountants may see the account.', 'Si los contables pueden ver la cuenta.'],
  generate_auditors_view: ['Whether auditors may see the account.', 'Si los auditores pueden ver la cuenta.'],
  view_id: [
    'The id of a view, which says what its users see of an account.',
    'El identificador de una vista, que dice qué ven de una cuenta sus usuarios.',
  ],
  views: ['The views through which a user sees accounts.', 'Las vistas a través de las que un usuario ve cuentas.'],
  transactions: ['The transactions of accounts.', 'Las transacciones de las cuentas.'],
  counterparty: ['The other side of a transaction.', 'La otra parte de una transacción.'],
  this_account: ['The account that a transaction belongs to.', 'La cuenta a la que pertenece una transacción.'],
  details: ['What is known of a transaction.', 'Lo que se sabe de una transacción.'],
  completed: ['When a transaction was completed.', 'Cuándo se completó una transacción.'],
  posted: ['When a transaction was posted.', 'Cuándo se contabilizó una transacción.'],
  branches: ['The branches of a bank.', 'Las oficinas de un banco.'],
  atms: ['The cash machines of a bank.', 'Los cajeros automáticos de un banco.'],
  products: ['The products of a bank.', 'Los productos de un banco.'],
  location: ['Where it is, as latitude and longitude.', 'Dónde está, como latitud y longitud.'],
  latitude: ['Degrees north of the equator; south is negative.', 'Grados al norte del ecuador; el sur es negativo.'],
  longitude: ['Degrees east of Greenwich; west is negative.', 'Grados al este de Greenwich; el oeste es negativo.'],
  lobby: ['The opening hours of a branch.', 'El horario de atención de una oficina.'],
  drive_up: ['When a branch serves customers in their cars.', 'Cuándo atiende una oficina a clientes en su coche.'],
  hours: ['Opening hours, in words.', 'El horario, en palabras.'],
  license: ['Under which licence the information may be used.', 'Con qué licencia se puede usar la información.'],
  family: ['The family that a product belongs to.', 'La familia a la que pertenece un producto.'],
  super_family: ['The larger family that a product belongs to.', 'La familia mayor a la que pertenece un producto.'],
  more_info_url: ['Where there is more to read about a product.', 'Dónde hay más información sobre un producto.'],
  code: [
    'A short code for a product; in an error, the HTTP status or the OBP code.',
    'Un código corto de un producto; en un error, el estado HTTP o el código OBP.',
  ],
}
