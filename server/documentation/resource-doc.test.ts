import { describe, expect, test } from 'vitest'
import { allOf, anyOf } from '../authorisation/requirement.ts'
import { getCrmEvents } from '../operations/crm/get-crm-events.ts'
import { addCustomer } from '../operations/customer/add-customer.ts'
import { getCustomer } from '../operations/customer/get-customer.ts'
import * as error from '../protocol/errors.ts'
import * as field from '../protocol/fields.ts'
import { type Declaration, type Operation, operation } from '../protocol/operation.ts'
import { type ResourceDoc, resourceDocOf } from './resource-doc.ts'

const settings = { featuredApis: [], showUsedConnectorMethods: false }
const english = { locale: 'en_GB', errors: 'en_GB' } as const
const docOf = (operation: Operation, locale: 'en_GB' | 'es_ES' = 'en_GB'): ResourceDoc =>
  resourceDocOf(operation, 'v1.4.0', { ...english, locale }, settings)

const customer = {
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
const text = { type: 'string' }
const date = { type: 'string', format: 'date-time' }
const typedCustomer = {
  customer_number: text,
  legal_name: text,
  mobile_phone_number: text,
  email: text,
  face_image: { type: 'object', properties: { url: text, date } },
  date_of_birth: date,
  relationship_status: text,
  dependants: { type: 'integer' },
  dob_of_dependants: { type: 'array', items: date },
  highest_education_attained: text,
  employment_status: text,
  kyc_status: { type: 'boolean' },
  last_ok_date: date,
}
const customerLines = [
  'customer_id: 7uy8a7e4-6d02-40e3-a129-0b2bf89de8uh',
  'customer_number: 5987953',
  'date: 2020-01-27',
  'date_of_birth: 2018-03-09',
  'dependants: 1',
  'dob_of_dependants: [2019-09-08, 2017-07-12]',
  'email: felixsmith@example.com',
  'employment_status: worker',
  'face_image:',
  'highest_education_attained: Master',
  'kyc_status: true',
  'last_ok_date: 2023-06-28T21:00:45.786Z',
  'legal_name: Eveline Tripman',
  'mobile_phone_number: +49 30 901820',
  'relationship_status: single',
  'url: http://www.example.com/id-docs/123/image.png',
]

/** The paragraphs of a description as a reader sees them, from the first generated heading on. */
const generated = ({ description }: ResourceDoc, from = 'URL Parameters:'): string[] => {
  const lines = description.split('\n').map((line) => line.replaceAll(/<[^>]+>/g, '').trim())
  return lines.slice(lines.indexOf(from))
}

/** Everything but the texts, in the order of its keys. */
const withoutTexts = ({ description: _, description_markdown: __, ...doc }: ResourceDoc): string =>
  JSON.stringify(doc, null, 1)

describe('the three operations of the page', () => {
  test('addCustomer', () => {
    const doc = docOf(addCustomer)
    expect(withoutTexts(doc)).toBe(
      JSON.stringify(
        {
          operation_id: 'OBPv1.4.0-addCustomer',
          implemented_by: { version: 'OBPv1.4.0', function: 'addCustomer' },
          request_verb: 'POST',
          request_url: '/obp/v1.4.0/banks/BANK_ID/customer',
          summary: 'Add a customer',
          example_request_body: {
            title: 'Dr.',
            branchId: 'DERBY6',
            nameSuffix: 'Sr',
            user_id: '9ca9a7e4-6d02-40e3-a129-0b2bf89de9b1',
            ...customer,
          },
          success_response_body: { customer_id: 'String', ...customer },
          error_response_bodies: [
            'OBP-20001: User not logged in. Authentication is required!',
            'OBP-30001: Bank not found. Please specify a valid value for BANK_ID.',
            'OBP-10001: Incorrect json format.',
            'entitlements required',
            'OBP-30006: Customer Number already exists. Please specify a different value for BANK_ID or CUSTOMER_NUMBER.',
            'Problem getting user_id',
            'OBP-20005: User not found. Please specify a valid value for USER_ID.',
            'Could not create customer',
            'Could not create user_customer_links',
            'OBP-50000: Unknown Error.',
            'OBP-20006: User is missing one or more roles: ',
          ],
          tags: ['Customer', 'Old-Style'],
          typed_request_body: {
            type: 'object',
            properties: { title: text, branchId: text, nameSuffix: text, user_id: text, ...typedCustomer },
          },
          typed_success_response_body: { type: 'object', properties: { customer_id: text, ...typedCustomer } },
          roles: [
            { role: 'CanCreateCustomer', requires_bank_id: true },
            { role: 'CanCreateUserCustomerLink', requires_bank_id: true },
          ],
          is_featured: false,
          special_instructions: '',
          specified_url: '/obp/v1.4.0/banks/BANK_ID/customer',
          connector_methods: [],
        },
        null,
        1,
      ),
    )
    expect(doc.description).toContain('<p>Authentication is Mandatory</p>')
    expect(generated(doc)).toEqual([
      'URL Parameters:',
      'BANK_ID: gh.29.uk',
      'JSON request body fields:',
      'branchId: branchId',
      ...customerLines.slice(1, 14),
      'nameSuffix: nameSuffix',
      'relationship_status: single',
      'title: Dr.',
      'url: http://www.example.com/id-docs/123/image.png',
      'user_id: 9ca9a7e4-6d02-40e3-a129-0b2bf89de9b1',
      'JSON response body fields:',
      ...customerLines,
    ])
  })

  test('getCustomer', () => {
    const doc = docOf(getCustomer)
    expect(withoutTexts(doc)).toBe(
      JSON.stringify(
        {
          operation_id: 'OBPv1.4.0-getCustomer',
          implemented_by: { version: 'OBPv1.4.0', function: 'getCustomer' },
          request_verb: 'GET',
          request_url: '/obp/v1.4.0/banks/BANK_ID/customer',
          summary: 'Get customer for logged in user',
          success_response_body: { customer_id: 'String', ...customer },
          error_response_bodies: [
            'OBP-20001: User not logged in. Authentication is required!',
            'OBP-50000: Unknown Error.',
          ],
          tags: ['Customer', 'Old-Style'],
          typed_success_response_body: { type: 'object', properties: { customer_id: text, ...typedCustomer } },
          is_featured: false,
          special_instructions: '',
          specified_url: '/obp/v1.4.0/banks/BANK_ID/customer',
          connector_methods: [],
        },
        null,
        1,
      ),
    )
    expect(doc.description).toContain('<p>Authentication via OAuth is required.</p>')
    expect(doc.description).toContain('<p>Authentication is Mandatory</p>')
    expect(generated(doc)).toEqual([
      'URL Parameters:',
      'BANK_ID: gh.29.uk',
      'JSON response body fields:',
      ...customerLines,
    ])
  })

  test('getCrmEvents', () => {
    const doc = docOf(getCrmEvents)
    expect(withoutTexts(doc)).toBe(
      JSON.stringify(
        {
          operation_id: 'OBPv1.4.0-getCrmEvents',
          implemented_by: { version: 'OBPv1.4.0', function: 'getCrmEvents' },
          request_verb: 'GET',
          request_url: '/obp/v1.4.0/banks/BANK_ID/crm-events',
          summary: 'Get CRM Events',
          success_response_body: {
            crm_events: [
              {
                id: '5995d6a2-01b3-423c-a173-5481df49bdaf',
                bank_id: 'gh.29.uk',
                customer_name: 'String',
                customer_number: '5987953',
                category: 'String',
                detail: 'String',
                channel: 'String',
                scheduled_date: '1100-01-01T00:00:00Z',
                actual_date: '1100-01-01T00:00:00Z',
                result: 'String',
              },
            ],
          },
          error_response_bodies: [
            'OBP-20001: User not logged in. Authentication is required!',
            'OBP-30001: Bank not found. Please specify a valid value for BANK_ID.',
            'No CRM Events available.',
            'OBP-50000: Unknown Error.',
          ],
          tags: ['Customer'],
          typed_success_response_body: {
            type: 'object',
            properties: {
              crm_events: {
                type: 'array',
                items: {
                  type: 'object',
                  properties: {
                    id: text,
                    bank_id: text,
                    customer_name: text,
                    customer_number: text,
                    category: text,
                    detail: text,
                    channel: text,
                    scheduled_date: date,
                    actual_date: date,
                    result: text,
                  },
                },
              },
            },
          },
          is_featured: false,
          special_instructions: '',
          specified_url: '/obp/v1.4.0/banks/BANK_ID/crm-events',
          connector_methods: [],
        },
        null,
        1,
      ),
    )
    expect(generated(doc, 'Authentication is Mandatory')).toEqual([
      'Authentication is Mandatory',
      'URL Parameters:',
      'BANK_ID: gh.29.uk',
      'JSON response body fields:',
      'actual_date: 2020-01-27',
      'bank_id: gh.29.uk',
      'category:',
      'channel:',
      'crm_events:',
      'customer_name:',
      'customer_number: 5987953',
      'detail:',
      'id: d8839721-ad8f-45dd-9f78-2080414b93f9',
      'result:',
      'scheduled_date: 2020-01-27',
    ])
  })

  test('mandatory fields are bold, and fields link to their glossary entries', () => {
    const { description, description_markdown } = docOf(addCustomer)
    const [, request = ''] = description.split('JSON request body fields:')
    expect(request).toContain('<p><a href="/glossary#face_image"><strong>face_image</strong></a>: </p>')
    expect(request).toContain(
      '<p><a href="/glossary#dob_of_dependants">dob_of_dependants</a>: [2019-09-08, 2017-07-12]</p>',
    )
    expect(request).toContain('<p><a href="/glossary#branchId">branchId</a>: branchId</p>')
    expect(description).toContain('<p><a href="/glossary#Bank.bank_id">BANK_ID</a>: gh.29.uk</p>')
    expect(description_markdown).toContain(
      '\n\n[**last_ok_date**](/glossary#last_ok_date): 2023-06-28T21:00:45.786Z\n\n',
    )
  })

  test('in Spanish the prose and its headings are Spanish, names and examples are not', () => {
    const doc = docOf(addCustomer, 'es_ES')
    expect(doc.summary).toBe('Añadir un cliente')
    const lines = generated(doc, 'Autenticación obligatoria')
    expect(lines).toContain('Parámetros de la URL:')
    expect(lines).toContain('Campos del cuerpo JSON de la petición:')
    expect(lines).toContain('Campos del cuerpo JSON de la respuesta:')
    expect(lines).toContain('legal_name: Eveline Tripman')
    expect(doc.description).not.toContain('Authentication is')
    expect(doc.error_response_bodies).toEqual(docOf(addCustomer).error_response_bodies)
  })
})

describe('an operation', () => {
  type Sketch = Partial<
    Declaration<string, never, never, 'getBank' | 'getCrmEvents', 'required' | 'optional', Record<never, never>>
  >
  const sketch = (declaration: Sketch): Operation =>
    operation({
      version: 'v3.1.0',
      name: 'sketch',
      verb: 'GET',
      path: '/sketches',
      summary: { en: 'Sketch.', es: 'Boceto.' },
      description: { en: 'Draws.', es: 'Dibuja.' },
      tags: ['Sketch'],
      response: field.json(),
      status: 200,
      errors: [error.UnknownError],
      example: { response: true },
      handle: () => true,
      ...declaration,
    } as never)

  test('is where its own version has it, and where the version asked for has it', () => {
    const doc = resourceDocOf(sketch({}), 'v5.1.0', english, settings)
    expect(doc.operation_id).toBe('OBPv3.1.0-sketch')
    expect(doc.request_url).toBe('/obp/v3.1.0/sketches')
    expect(doc.specified_url).toBe('/obp/v5.1.0/sketches')
  })

  test('loses the full stop of its summary', () => {
    expect(docOf(sketch({})).summary).toBe('Sketch')
    expect(docOf(sketch({}), 'es_ES').summary).toBe('Boceto')
  })

  test('that needs a login says so, in its text and its errors', () => {
    const doc = docOf(sketch({ errors: [error.UnknownError] }))
    expect(doc.description).toMatch(/^<p>Draws\.<\/p>\n<p>Authentication is Mandatory<\/p>/)
    expect(doc.error_response_bodies.map((body) => body.slice(0, 9))).toEqual(['OBP-50000', 'OBP-20001'])
    expect(docOf(sketch({}), 'es_ES').description).toContain('<p>Autenticación obligatoria</p>')
  })

  test('that needs none says so, and lists neither a missing login nor a missing role', () => {
    const doc = docOf(
      sketch({ login: 'optional', errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.UnknownError] }),
    )
    expect(doc.description).toMatch(/^<p>Draws\.<\/p>\n<p>Authentication is Optional<\/p>/)
    expect(doc.error_response_bodies.map((body) => body.slice(0, 9))).toEqual(['OBP-50000'])
    expect(docOf(sketch({ login: 'optional' }), 'es_ES').description).toContain('<p>Autenticación opcional</p>')
  })

  test('whose text is hostile carries none of it, in HTML and in Markdown', () => {
    const doc = docOf(sketch({ description: { en: 'a <img src=x> [b](javascript:c)', es: 'x' } }))
    expect(doc.description).toMatch(/^<p>a &lt;img src=x&gt; b<\/p>/)
    expect(doc.description_markdown).toMatch(/^a &lt;img src=x> b\n/)
  })

  test('that says it itself does not say it twice', () => {
    const doc = docOf(sketch({ description: { en: 'Authentication is Mandatory\n\nDraws.', es: 'x' } }))
    expect(doc.description.match(/Authentication is/g)).toHaveLength(1)
  })

  test('with roles lists them, and both refusals that they bring, at the end where it has not listed them', () => {
    const doc = docOf(sketch({ roles: allOf('CanCreateCustomer', 'CanGetAnyUser') }))
    expect(doc.roles).toEqual([
      { role: 'CanCreateCustomer', requires_bank_id: true },
      { role: 'CanGetAnyUser', requires_bank_id: false },
    ])
    const codes = (of: ResourceDoc) => of.error_response_bodies.map((body) => body.slice(0, 9))
    expect(codes(doc)).toEqual(['OBP-50000', 'OBP-20001', 'OBP-20006'])
    const listed = sketch({
      roles: anyOf('CanGetAnyUser'),
      errors: [error.UserHasMissingRoles, error.UserNotLoggedIn, error.UnknownError],
    })
    expect(codes(docOf(listed))).toEqual(['OBP-20006', 'OBP-20001', 'OBP-50000'])
  })

  test('whose handler checks roles lists them, and the same refusals', () => {
    const rolesCheckedByHandler = anyOf('CanGetAnyUser', 'CanCreateCustomer')
    const doc = docOf(sketch({ rolesCheckedByHandler, login: 'optional', errors: [error.NotASuperAdmin] }))
    expect(doc.roles).toEqual([
      { role: 'CanGetAnyUser', requires_bank_id: false },
      { role: 'CanCreateCustomer', requires_bank_id: true },
    ])
    const codes = (of: ResourceDoc) => of.error_response_bodies.map((body) => body.slice(0, 9))
    expect(codes(doc)).toEqual(['OBP-20050', 'OBP-20001', 'OBP-20006'])
    const listed = sketch({ rolesCheckedByHandler, errors: [error.UserHasMissingRoles] })
    expect(codes(docOf(listed))).toEqual(['OBP-20006', 'OBP-20001'])
  })

  test('without roles has no list of them, and no refusal for them', () => {
    const doc = docOf(sketch({ errors: [error.UserNotLoggedIn, error.UserHasMissingRoles] }))
    expect(doc).not.toHaveProperty('roles')
    expect(doc.error_response_bodies).toHaveLength(1)
  })

  test('PUT has its request fields described too', () => {
    const request = field.object({ legal_name: field.text({ most: 9 }), own_name: field.text({ most: 9 }) })
    const doc = docOf(
      sketch({
        verb: 'PUT',
        request: request as never,
        example: { request: { legal_name: 'A', own_name: 'B' }, response: true },
      }),
    )
    expect(generated(doc, 'JSON request body fields:')).toEqual([
      'JSON request body fields:',
      'legal_name: Eveline Tripman',
      'own_name: B',
      'JSON response body fields:',
    ])
    expect(doc.typed_request_body).toEqual({ type: 'object', properties: { legal_name: text, own_name: text } })
  })

  test('without placeholders has no section of them; with several they stand in order', () => {
    expect(docOf(sketch({})).description).not.toContain('URL Parameters')
    const doc = docOf(sketch({ path: '/customers/CUSTOMER_ID/banks/BANK_ID/users/USER_ID' }))
    expect(generated(doc).slice(0, 4)).toEqual([
      'URL Parameters:',
      'BANK_ID: gh.29.uk',
      'CUSTOMER_ID: 7uy8a7e4-6d02-40e3-a129-0b2bf89de8uh',
      'USER_ID: 9ca9a7e4-6d02-40e3-a129-0b2bf89de9b1',
    ])
    expect(doc.description).toContain('<a href="/glossary#Customer.customer_id">CUSTOMER_ID</a>')
  })

  test('that answers with a bare value shows it; one that answers 204 shows nothing', () => {
    expect(docOf(sketch({ example: { response: true } }))).toMatchObject({
      success_response_body: true,
      typed_success_response_body: { type: 'boolean' },
    })
    const gone = docOf(sketch({ verb: 'DELETE', status: 204, example: { response: {} } }))
    expect(gone).not.toHaveProperty('success_response_body')
    expect(gone).not.toHaveProperty('typed_success_response_body')
    expect(gone).not.toHaveProperty('example_request_body')
    expect(gone).not.toHaveProperty('typed_request_body')
  })

  test('names its connector methods, and is featured, where the settings say so', () => {
    const used = sketch({ uses: ['getBank'] })
    expect(docOf(used)).toMatchObject({ connector_methods: [], is_featured: false })
    expect(
      resourceDocOf(used, 'v3.1.0', english, { featuredApis: ['sketch'], showUsedConnectorMethods: true }),
    ).toMatchObject({ connector_methods: ['obp.getBank'], is_featured: true })
  })

  test('at a bank names the method that looks for the bank, first and once', () => {
    const shown = { featuredApis: [], showUsedConnectorMethods: true }
    const methods = (declaration: Sketch) =>
      resourceDocOf(sketch({ path: '/banks/BANK_ID/sketches', ...declaration }), 'v3.1.0', english, shown)
        .connector_methods
    expect(methods({})).toEqual(['obp.getBank'])
    expect(methods({ uses: ['getCrmEvents'] })).toEqual(['obp.getBank', 'obp.getCrmEvents'])
    expect(methods({ uses: ['getCrmEvents', 'getBank'] })).toEqual(['obp.getBank', 'obp.getCrmEvents'])
  })
})
