import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import {
  CustomerV140,
  exampleCustomerV140,
  exampleNewCustomerV140,
  NewCustomerV140,
  toCustomerV140,
} from './customer-v140.ts'

export const addCustomer = operation({
  version: 'v1.4.0',
  until: 'v1.4.0',
  name: 'addCustomer',
  verb: 'POST',
  path: '/banks/BANK_ID/customer',
  summary: { en: 'Add a customer', es: 'Añadir un cliente' },
  description: {
    en: `Adds a customer at the bank and links it to the user who is logged in, or to the user of \`user_id\`.

A customer has a number that is unique at its bank, a legal name, ways to be reached, a picture, a date of birth, dependants, education, employment and the state of its KYC.

A user has at most one linked customer at a bank.

Dates are in the format 2013-01-21T23:08:00Z; a plain 2018-03-09 is midnight UTC.

Authentication is Mandatory

Note: this call is deprecated in favour of v2.0.0 createCustomer.`,
    es: `Añade un cliente al banco y lo vincula al usuario que ha iniciado sesión o al usuario de \`user_id\`.

Un cliente tiene un número único en su banco, un nombre o razón social, datos de contacto, una imagen, fecha de nacimiento, personas a cargo, estudios, empleo y el estado de su KYC.

Un usuario tiene como mucho un cliente vinculado en cada banco.

Las fechas tienen el formato 2013-01-21T23:08:00Z; 2018-03-09 a secas es medianoche UTC.

Autenticación obligatoria

Nota: esta llamada está obsoleta; use createCustomer de v2.0.0.`,
  },
  supersededBy: 'OBPv2.0.0-createCustomer',
  tags: ['Customer', 'Old-Style'],
  roles: allOf('CanCreateCustomer', 'CanCreateUserCustomerLink'),
  request: NewCustomerV140,
  response: CustomerV140,
  status: 200,
  errors: [
    error.UserNotLoggedIn,
    error.BankNotFound,
    error.InvalidJson,
    error.EntitlementsRequired,
    error.CustomerNumberAlreadyExists,
    error.ProblemGettingUserId,
    error.UserNotFoundById,
    error.CouldNotCreateCustomer,
    error.CouldNotCreateUserCustomerLinks,
    error.UnknownError,
    error.UserHasMissingRoles,
  ],
  furtherErrors: [error.CustomerAlreadyExistsForUser],
  uses: ['checkCustomerNumberAvailable', 'createLinkedCustomer'],
  example: { request: exampleNewCustomerV140, response: exampleCustomerV140 },
  async handle({ bank: { bankId }, user, body }, connector, { users, settings }) {
    const userId = body.user_id || user.userId
    const available = await connector.checkCustomerNumberAvailable({ bankId, customerNumber: body.customer_number })
    if (!available) throw new error.Refusal(error.CustomerNumberAlreadyExists)
    if (userId !== user.userId && !(await users.withId(userId))) throw new error.Refusal(error.UserNotFoundById)

    const customer = await connector.createLinkedCustomer({
      bankId,
      userId,
      mostPerUser: Number.isFinite(settings.customersPerUserAndBank) ? settings.customersPerUserAndBank : null,
      number: body.customer_number,
      legalName: body.legal_name,
      mobileNumber: body.mobile_phone_number,
      email: body.email,
      faceImage: body.face_image,
      dateOfBirth: body.date_of_birth,
      relationshipStatus: body.relationship_status,
      dependents: body.dependants,
      dobOfDependents: body.dob_of_dependants ?? [],
      highestEducationAttained: body.highest_education_attained,
      employmentStatus: body.employment_status,
      kycStatus: body.kyc_status,
      lastOkDate: body.last_ok_date,
      title: body.title ?? '',
      branchId: body.branchId ?? '',
      nameSuffix: body.nameSuffix ?? '',
    })
    return toCustomerV140(customer)
  },
})
