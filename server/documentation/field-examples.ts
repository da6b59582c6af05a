/**
 * What documentation shows as an example of a field. Clients read it from the generated sections of a description, so the
 * examples are OBP's; '' where OBP shows a field without one.
 */

const customerId = '7uy8a7e4-6d02-40e3-a129-0b2bf89de8uh'
const userId = '9ca9a7e4-6d02-40e3-a129-0b2bf89de9b1'

const fields = new Map<string, string>([
  // the bank and its customers
  ['bank_id', 'gh.29.uk'],
  ['customer_id', customerId],
  ['customer_number', '5987953'],
  ['legal_name', 'Eveline Tripman'],
  ['mobile_phone_number', '+49 30 901820'],
  ['email', 'felixsmith@example.com'],
  ['face_image', ''],
  ['url', 'http://www.example.com/id-docs/123/image.png'],
  ['date', '2020-01-27'],
  ['date_of_birth', '2018-03-09'],
  ['relationship_status', 'single'],
  ['dependants', '1'],
  ['dob_of_dependants', '[2019-09-08, 2017-07-12]'],
  ['highest_education_attained', 'Master'],
  ['employment_status', 'worker'],
  ['kyc_status', 'true'],
  // page: the text shows milliseconds where the bodies show the next whole second
  ['last_ok_date', '2023-06-28T21:00:45.786Z'],
  ['title', 'Dr.'],
  // page: these two are their own examples
  ['branchId', 'branchId'],
  ['nameSuffix', 'nameSuffix'],
  ['user_id', userId],
  ['currency', 'EUR'],
  ['amount', '10.12'],
  // CRM
  ['crm_events', ''],
  ['id', 'd8839721-ad8f-45dd-9f78-2080414b93f9'],
  ['customer_name', ''],
  ['category', ''],
  ['detail', ''],
  ['channel', ''],
  ['result', ''],
  ['scheduled_date', '2020-01-27'],
  ['actual_date', '2020-01-27'],
  ['messages', ''],
  ['message', '123456'],
  ['from_department', 'Open Bank'],
  ['from_person', 'Tom'],
  // accounts, attributes and addresses
  ['type', ''],
  ['number', ''],
  ['name', 'ACCOUNT_MANAGEMENT_FEE'],
  ['value', '5987953'],
  ['is_active', 'false'],
  ['line_1', ''],
  ['line_2', ''],
  ['line_3', ''],
  ['city', ''],
  ['county', ''],
  ['state', ''],
  ['country_code', '1254'],
])

const placeholders = new Map<string, string>([
  ['BANK_ID', 'gh.29.uk'],
  ['CUSTOMER_ID', customerId],
  ['API_VERSION', 'v4.0.0'],
  ['CONNECTOR', 'mapped'],
  ['OPERATION_ID', 'OBPv1.4.0-addCustomer'],
  ['API_COLLECTION_NAME', 'Favourites'],
  ['CONSUMER_ID', '5dc1a7e4-6d02-40e3-a129-0b2bf89de8c4'],
  ['SCOPE_ID', '88625da4-a671-435e-9d24-e5b6e5cc404f'],
  ['ENTITLEMENT_ID', '6fb17583-1e49-4435-bb74-a14fe0996723'],
])

/** The example of a body's field; `shown`, the value in the operation's own example, stands in where OBP has none. */
export function exampleOfField(name: string, shown: unknown): string {
  const known = fields.get(name)
  if (known !== undefined) return known
  const isScalar = typeof shown === 'string' || typeof shown === 'number' || typeof shown === 'boolean'
  return isScalar ? String(shown) : ''
}

/** The example of a part of the path, such as BANK_ID. */
export const exampleOfPlaceholder = (name: string): string =>
  placeholders.get(name) ?? fields.get(name.toLowerCase()) ?? ''
