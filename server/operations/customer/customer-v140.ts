/** The shape of a customer in v1.4.0 and v2.0.0, in requests and in answers. */
import type { Static } from 'typebox'
import type { Customer } from '../../connector/contract.ts'
import { toSeconds, toSecondsOrNull } from '../../protocol/dates.ts'
import { ProblemGettingUserId } from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'

const FaceImage = field.object({ url: field.text({ most: 2000 }), date: field.orNull(field.date()) })

export type NewCustomerV140 = Static<typeof NewCustomerV140>
const fields = field.object({
  title: field.optional(field.orNull(field.text({ most: 255 }))),
  branchId: field.optional(field.orNull(field.text({ most: 255 }))),
  nameSuffix: field.optional(field.orNull(field.text({ most: 255 }))),
  user_id: field.optional(field.refusedWith(ProblemGettingUserId, field.orNull(field.anyText()))),
  customer_number: field.text({ most: 50 }),
  legal_name: field.text({ most: 255 }),
  mobile_phone_number: field.text({ most: 50 }),
  email: field.email({ most: 200 }),
  face_image: field.orNull(FaceImage),
  date_of_birth: field.orNull(field.date()),
  relationship_status: field.text({ most: 16 }),
  dependants: field.integer({ least: 0 }),
  dob_of_dependants: field.optional(field.listOf(field.date(), { most: 100 })),
  highest_education_attained: field.text({ most: 32 }),
  employment_status: field.text({ most: 32 }),
  kyc_status: field.flag(),
  last_ok_date: field.orNull(field.date()),
})
// the page lists the leaves of face_image flat, so they are understood where face_image itself is absent
export const NewCustomerV140 = field.reshaped(fields, (body) =>
  'face_image' in body || !('url' in body) ? body : { ...body, face_image: { url: body.url, date: body.date ?? null } },
)

export const CustomerV140 = field.object({
  customer_id: field.string(),
  customer_number: field.string(),
  legal_name: field.string(),
  mobile_phone_number: field.string(),
  email: field.string(),
  face_image: field.orNull(field.object({ url: field.string(), date: field.dateTimeOrNull() })),
  date_of_birth: field.dateTimeOrNull(),
  relationship_status: field.string(),
  dependants: field.number(),
  dob_of_dependants: field.array(field.dateTime()),
  highest_education_attained: field.string(),
  employment_status: field.string(),
  kyc_status: field.boolean(),
  last_ok_date: field.dateTimeOrNull(),
})

export const toCustomerV140 = (customer: Customer): Static<typeof CustomerV140> => ({
  customer_id: customer.customerId,
  customer_number: customer.number,
  legal_name: customer.legalName,
  mobile_phone_number: customer.mobileNumber,
  email: customer.email,
  face_image: customer.faceImage && { url: customer.faceImage.url, date: toSecondsOrNull(customer.faceImage.date) },
  date_of_birth: toSecondsOrNull(customer.dateOfBirth),
  relationship_status: customer.relationshipStatus,
  dependants: customer.dependents,
  dob_of_dependants: customer.dobOfDependents.map(toSeconds),
  highest_education_attained: customer.highestEducationAttained,
  employment_status: customer.employmentStatus,
  kyc_status: customer.kycStatus,
  last_ok_date: toSecondsOrNull(customer.lastOkDate),
})

/** The page's own example. */
const shared = {
  customer_number: '5987953',
  legal_name: 'Eveline Tripman',
  mobile_phone_number: '+44 07972 444 876',
  email: 'felixsmith@example.com',
  face_image: { url: 'www.openbankproject', date: '1100-01-01T00:00:00Z' },
  date_of_birth: '1100-01-01T00:00:00Z',
  relationship_status: 'single',
  dependants: 1,
  dob_of_dependants: ['1100-01-01T00:00:00Z'],
  highest_education_attained: 'Master',
  employment_status: 'worker',
  kyc_status: true,
  last_ok_date: '2023-06-28T21:00:46Z',
}
export const exampleNewCustomerV140 = {
  title: 'Dr.',
  branchId: 'DERBY6',
  nameSuffix: 'Sr',
  user_id: '9ca9a7e4-6d02-40e3-a129-0b2bf89de9b1',
  ...shared,
}
export const exampleCustomerV140 = { customer_id: 'String', ...shared }
