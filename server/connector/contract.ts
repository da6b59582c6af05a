/**
 * The connector contract: the only door to data that a bank owns. One row a method: its arguments, its result, whether a
 * call may be repeated, and the error that its callers get when it fails. OBP's names where OBP has the method.
 */
import Type, { type Static } from 'typebox'
import type { ErrorEntry } from '../protocol/errors.ts'
import * as errors from '../protocol/errors.ts'
import type { Localised } from '../protocol/languages.ts'
import type { Instant } from '../storage/schema.ts'

const DateTime = Type.Unsafe<Instant>({ type: 'string', format: 'date-time' })
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

export type Bank = Static<typeof Bank>
const Bank = Type.Object({
  bankId: Type.String(),
  shortName: Type.String(),
  fullName: Type.String(),
  logoUrl: Type.String(),
  websiteUrl: Type.String(),
  swiftBic: Type.String(),
  nationalIdentifier: Type.String(),
  bankRoutingScheme: Type.String(),
  bankRoutingAddress: Type.String(),
})

export type Customer = Static<typeof Customer>
const customerFields = {
  number: Type.String(),
  legalName: Type.String(),
  mobileNumber: Type.String(),
  email: Type.String(),
  faceImage: orNull(Type.Object({ url: Type.String(), date: orNull(DateTime) })),
  dateOfBirth: orNull(DateTime),
  relationshipStatus: Type.String(),
  dependents: Type.Integer(),
  dobOfDependents: Type.Array(DateTime),
  highestEducationAttained: Type.String(),
  employmentStatus: Type.String(),
  kycStatus: Type.Boolean(),
  lastOkDate: orNull(DateTime),
  title: Type.String(),
  branchId: Type.String(),
  nameSuffix: Type.String(),
}
const Customer = Type.Object({ bankId: Type.String(), customerId: Type.String(), ...customerFields })

export type CrmEvent = Static<typeof CrmEvent>
const CrmEvent = Type.Object({
  bankId: Type.String(),
  crmEventId: Type.String(),
  customerName: Type.String(),
  customerNumber: Type.String(),
  category: Type.String(),
  detail: Type.String(),
  channel: Type.String(),
  scheduledDate: orNull(DateTime),
  actualDate: DateTime,
  result: Type.String(),
})

export type CustomerMessage = Static<typeof CustomerMessage>
const CustomerMessage = Type.Object({
  messageId: Type.String(),
  date: DateTime,
  message: Type.String(),
  fromDepartment: Type.String(),
  fromPerson: Type.String(),
})

/** A part of a list: `limit` null gives all; dates bound the list at both ends, inclusive. */
const Page = Type.Object({
  limit: orNull(Type.Integer()),
  offset: Type.Integer(),
  sortDirection: Type.Union([Type.Literal('asc'), Type.Literal('desc')]),
  fromDate: orNull(DateTime),
  toDate: orNull(DateTime),
})

interface Method {
  /** what it does and gives, and the errors that are part of that */
  description: Localised
  arguments: Type.TSchema
  result: Type.TSchema
  /** true: reads only, so a call may be repeated */
  safe: boolean
  /** what a caller gets when the method fails for a reason that has no error of its own */
  failure: ErrorEntry
}

const method = <const M extends Method>(method: M) => method

export const contract = {
  getBanks: method({
    description: {
      en: 'All banks, by id.',
      es: 'Todos los bancos, por identificador.',
    },
    arguments: Type.Object({}),
    result: Type.Array(Bank),
    safe: true,
    failure: errors.ConnectorFailed,
  }),
  getBank: method({
    description: {
      en: 'The bank of the id; null where there is none.',
      es: 'El banco del identificador; null si no existe.',
    },
    arguments: Type.Object({ bankId: Type.String() }),
    result: orNull(Bank),
    safe: true,
    failure: errors.ConnectorFailed,
  }),
  createBank: method({
    description: {
      en: 'Adds a bank, and gives its creator roles there, both or neither. The bank as it is kept; OBP-34000 where the id is taken.',
      es: 'Añade un banco y da a quien lo crea roles en él, ambas cosas o ninguna. El banco tal como se guarda; OBP-34000 si el identificador está ocupado.',
    },
    arguments: Type.Object({
      ...Bank.properties,
      creator: Type.Object({ userId: Type.String(), roles: Type.Array(Type.String()) }),
    }),
    result: Bank,
    safe: false,
    failure: errors.ConnectorFailed,
  }),
  updateBank: method({
    description: {
      en: 'Replaces what is known of a bank, but for its national identifier. The bank as it is then; null where there is none.',
      es: 'Sustituye lo que se sabe de un banco, salvo su identificador nacional. El banco tal como queda; null si no existe.',
    },
    arguments: Type.Omit(Bank, ['nationalIdentifier']),
    result: orNull(Bank),
    safe: false,
    failure: errors.ConnectorFailed,
  }),
  checkCustomerNumberAvailable: method({
    description: {
      en: 'True where no customer of the bank has the number.',
      es: 'true si ningún cliente del banco tiene el número.',
    },
    arguments: Type.Object({ bankId: Type.String(), customerNumber: Type.String() }),
    result: Type.Boolean(),
    safe: true,
    failure: errors.ConnectorFailed,
  }),
  createLinkedCustomer: method({
    description: {
      en: 'Adds a customer and links a user to it, both or neither. The customer with its new id; OBP-30006 for a used number, OBP-30007 for one link too many.',
      es: 'Añade un cliente y le vincula un usuario, ambas cosas o ninguna. El cliente con su nuevo identificador; OBP-30006 si el número está ocupado, OBP-30007 si el usuario ya tiene un cliente en ese banco.',
    },
    arguments: Type.Object({
      bankId: Type.String(),
      userId: Type.String(),
      /** most customers that the user may be linked to at the bank; null: any number */
      mostPerUser: orNull(Type.Integer()),
      ...customerFields,
    }),
    result: Customer,
    safe: false,
    failure: errors.CouldNotCreateCustomer,
  }),
  getFirstCustomerOfUser: method({
    description: {
      en: 'The customer of the bank that the user was linked to first; null where the user has none there.',
      es: 'El cliente del banco al que se vinculó primero al usuario; null si no tiene ninguno allí.',
    },
    arguments: Type.Object({ bankId: Type.String(), userId: Type.String() }),
    result: orNull(Customer),
    safe: true,
    failure: errors.ConnectorFailed,
  }),
  getCustomerByCustomerId: method({
    description: {
      en: 'The customer of the id; null where the bank has none of that id.',
      es: 'El cliente del identificador; null si el banco no tiene ningún cliente con ese identificador.',
    },
    arguments: Type.Object({ bankId: Type.String(), customerId: Type.String() }),
    result: orNull(Customer),
    safe: true,
    failure: errors.ConnectorFailed,
  }),
  getFirstUserOfCustomer: method({
    description: {
      en: 'The id of the user that was linked to the customer first; null where nobody is.',
      es: 'El identificador del usuario que se vinculó primero al cliente; null si no hay ninguno.',
    },
    arguments: Type.Object({ bankId: Type.String(), customerId: Type.String() }),
    result: orNull(Type.String()),
    safe: true,
    failure: errors.ConnectorFailed,
  }),
  createMessage: method({
    description: {
      en: 'Keeps a message about a customer for a user. The message with its new id and its date.',
      es: 'Guarda un mensaje sobre un cliente para un usuario. El mensaje con su nuevo identificador y su fecha.',
    },
    arguments: Type.Object({
      bankId: Type.String(),
      userId: Type.String(),
      customerId: Type.String(),
      message: Type.String(),
      fromDepartment: Type.String(),
      fromPerson: Type.String(),
    }),
    result: CustomerMessage,
    safe: false,
    failure: errors.ConnectorFailed,
  }),
  getMessagesOfUser: method({
    description: {
      en: 'What a bank has written to a user, newest first.',
      es: 'Lo que un banco ha escrito a un usuario; primero lo más reciente.',
    },
    arguments: Type.Object({ bankId: Type.String(), userId: Type.String() }),
    result: Type.Array(CustomerMessage),
    safe: true,
    failure: errors.ConnectorFailed,
  }),
  getCrmEvents: method({
    description: {
      en: 'A part of a bank’s CRM events, by actual date, then id; linkedToUserId keeps those of customers linked to that user.',
      es: 'Una parte de los eventos de CRM de un banco, por fecha y luego identificador; linkedToUserId deja los de clientes vinculados a ese usuario.',
    },
    arguments: Type.Object({ bankId: Type.String(), linkedToUserId: orNull(Type.String()), ...Page.properties }),
    result: Type.Array(CrmEvent),
    safe: true,
    failure: errors.ConnectorFailed,
  }),
} satisfies Record<string, Method>

type Contract = typeof contract
export type MethodName = keyof Contract
export type Arguments<M extends MethodName> = Static<Contract[M]['arguments']>
export type Result<M extends MethodName> = Static<Contract[M]['result']>
