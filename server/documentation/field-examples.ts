/**
 * What documentation shows as an example of a field, and where in the glossary it links to. Clients read both from the
 * generated sections of a description, so names, examples and anchors are OBP's.
 */

export interface FieldExample {
  /** '' where the field is shown without one */
  readonly example: string
  /** of the glossary entry; '' where the field has none */
  readonly anchor: string
}

const of = (example: string, anchor = ''): FieldExample => ({ example, anchor })
/** The glossary has an entry of the field's own name. */
const own = (name: string, example = ''): [string, FieldExample] => [name, of(example, name)]

const customerId = '7uy8a7e4-6d02-40e3-a129-0b2bf89de8uh'
const userId = '9ca9a7e4-6d02-40e3-a129-0b2bf89de9b1'

const fields = new Map<string, FieldExample>([
  // the bank and its customers
  ['bank_id', of('gh.29.uk')],
  ['customer_id', of(customerId)],
  ['customer_number', of('5987953')],
  ['legal_name', of('Eveline Tripman')],
  own('mobile_phone_number', '+49 30 901820'),
  ['email', of('felixsmith@example.com')],
  own('face_image'),
  ['url', of('http://www.example.com/id-docs/123/image.png')],
  ['date', of('2020-01-27')],
  ['date_of_birth', of('2018-03-09')],
  ['relationship_status', of('single')],
  ['dependants', of('1')],
  own('dob_of_dependants', '[2019-09-08, 2017-07-12]'),
  ['highest_education_attained', of('Master')],
  ['employment_status', of('worker')],
  ['kyc_status', of('true')],
  // page: the text shows milliseconds where the bodies show the next whole second
  own('last_ok_date', '2023-06-28T21:00:45.786Z'),
  ['title', of('Dr.')],
  // page: these two are their own examples
  ['branchId', of('branchId')],
  ['nameSuffix', of('nameSuffix')],
  ['user_id', of(userId)],
  ['currency', of('EUR')],
  ['amount', of('10.12')],
  // CRM
  own('crm_events'),
  own('id', 'd8839721-ad8f-45dd-9f78-2080414b93f9'),
  own('customer_name'),
  own('category'),
  own('detail'),
  own('channel'),
  own('result'),
  own('scheduled_date', '2020-01-27'),
  own('actual_date', '2020-01-27'),
  own('messages'),
  own('message', '123456'),
  own('from_department', 'Open Bank'),
  own('from_person', 'Tom'),
  // accounts, attributes and addresses
  own('type'),
  own('number'),
  own('name', 'ACCOUNT_MANAGEMENT_FEE'),
  ['value', of('5987953')],
  own('is_active', 'false'),
  ['line_1', of('')],
  ['line_2', of('')],
  ['line_3', of('')],
  own('city'),
  own('county'),
  own('state'),
  own('country_code', '1254'),
])

const placeholders = new Map<string, FieldExample>([
  ['BANK_ID', of('gh.29.uk', 'Bank.bank_id')],
  ['CUSTOMER_ID', of(customerId, 'Customer.customer_id')],
  ['API_VERSION', of('v4.0.0')],
  ['CONSUMER_ID', of('5dc1a7e4-6d02-40e3-a129-0b2bf89de8c4')],
  ['SCOPE_ID', of('88625da4-a671-435e-9d24-e5b6e5cc404f')],
  ['ENTITLEMENT_ID', of('6fb17583-1e49-4435-bb74-a14fe0996723')],
])

/** The example of a body's field; `shown`, the value in the operation's own example, stands in where OBP has none. */
export function exampleOfField(name: string, shown: unknown): FieldExample {
  const known = fields.get(name)
  if (known) return known
  const isScalar = typeof shown === 'string' || typeof shown === 'number' || typeof shown === 'boolean'
  return of(isScalar ? String(shown) : '')
}

/** The example of a part of the path, such as BANK_ID. */
export const exampleOfPlaceholder = (name: string): FieldExample =>
  placeholders.get(name) ?? of(fields.get(name.toLowerCase())?.example ?? '')
