/** OBP's sandbox import file: eight lists, each of which may be left out or null. Unknown fields are ignored. */
import type { Static } from 'typebox'
import { passwordPattern, usernamePattern } from '../authentication/direct-login/credentials.ts'
import { bodyReader } from '../protocol/body.ts'
import * as field from '../protocol/fields.ts'

// OBP-30111: what an id may be made of, so that it can stand in a path
const id = (most: number) =>
  field.matching({
    pattern: '^[A-Za-z0-9._-]+$',
    most,
    mustBe: {
      en: `1 to ${most} characters, only A-Z, a-z, 0-9, '-', '.' and '_'`,
      es: `de 1 a ${most} caracteres, solo A-Z, a-z, 0-9, '-', '.' y '_'`,
    },
  })

const username = () =>
  field.matching({
    pattern: usernamePattern,
    most: 100,
    mustBe: {
      en: "1 to 100 characters, only A-Z, a-z, 0-9, '-', '.', '_', '@' and blanks",
      es: "de 1 a 100 caracteres, solo A-Z, a-z, 0-9, '-', '.', '_', '@' y espacios",
    },
  })
const password = () =>
  field.matching({
    pattern: passwordPattern,
    most: 512,
    mustBe: {
      en: '1 to 512 characters, only letters, digits, blanks and signs of ASCII',
      es: 'de 1 a 512 caracteres, solo letras, cifras, espacios y signos de ASCII',
    },
  })

const amount = () =>
  field.matching({
    pattern: '^[+-]?[0-9]{1,15}(\\.[0-9]{1,4})?$',
    most: 21,
    mustBe: {
      en: 'an amount such as 1250.75, of at most 15 digits and 4 decimals',
      es: 'un importe como 1250.75, de como mucho 15 cifras y 4 decimales',
    },
  })

const currency = () =>
  field.matching({
    pattern: '^[A-Z]{3}$',
    most: 3,
    mustBe: { en: 'a currency such as EUR', es: 'una divisa como EUR' },
  })

const left = <Field extends Parameters<typeof field.orNull>[0]>(schema: Field) => field.optional(field.orNull(schema))

const Bank = field.object({
  id: id(255),
  short_name: field.text({ most: 100 }),
  full_name: field.text({ most: 255 }),
  logo: field.text({ most: 2000 }),
  website: field.text({ most: 2000 }),
  swift_bic: left(field.text({ most: 255 })),
  national_identifier: left(field.text({ most: 255 })),
})

const User = field.object({
  email: field.email({ most: 200 }),
  user_name: username(),
  password: password(),
  display_name: left(field.text({ most: 100 })),
})

const Account = field.object({
  id: id(255),
  bank: id(255),
  label: field.text({ most: 255 }),
  number: field.text({ most: 128 }),
  type: field.text({ most: 255 }),
  balance: field.object({ currency: currency(), amount: amount() }),
  IBAN: left(field.text({ most: 64 })),
  /** user names */
  owners: field.listOf(username(), { most: 100_000 }),
  generate_public_view: left(field.flag()),
  generate_accountants_view: left(field.flag()),
  generate_auditors_view: left(field.flag()),
})

const CrmEvent = field.object({
  id: id(36),
  bank_id: id(255),
  customer: field.object({ name: field.text({ most: 64 }), number: field.text({ most: 64 }) }),
  category: field.text({ most: 32 }),
  detail: field.text({ most: 1024 }),
  channel: field.text({ most: 32 }),
  actual_date: field.date(),
  scheduled_date: left(field.date()),
  result: left(field.text({ most: 32 })),
})

// The rest is checked, and not kept.

const Transaction = field.object({
  id: id(255),
  this_account: field.object({ id: id(255), bank: id(255) }),
  counterparty: left(
    field.object({ name: left(field.text({ most: 255 })), account_number: left(field.text({ most: 128 })) }),
  ),
  details: field.object({
    type: field.text({ most: 255 }),
    description: field.text({ most: 2000 }),
    posted: field.date(),
    completed: field.date(),
    new_balance: amount(),
    value: amount(),
  }),
})

const Address = field.object({
  line_1: field.text({ most: 255 }),
  line_2: field.text({ most: 255 }),
  line_3: field.text({ most: 255 }),
  city: field.text({ most: 255 }),
  county: field.text({ most: 255 }),
  state: field.text({ most: 255 }),
  post_code: field.text({ most: 255 }),
  country_code: field.text({ most: 255 }),
})
const Location = field.object({ latitude: field.numberBetween(-90, 90), longitude: field.numberBetween(-180, 180) })
const Meta = field.object({
  license: field.object({ id: field.text({ most: 255 }), name: field.text({ most: 255 }) }),
})
const Hours = field.object({ hours: field.text({ most: 2000 }) })
const place = { id: id(255), bank_id: id(255), name: field.text({ most: 255 }), address: Address, location: Location }

const Branch = field.object({ ...place, meta: Meta, lobby: left(Hours), drive_up: left(Hours) })
const Atm = field.object({ ...place, meta: Meta })
const Product = field.object({
  bank_id: id(255),
  code: field.text({ most: 255, least: 1 }),
  name: field.text({ most: 255 }),
  category: field.text({ most: 255 }),
  family: field.text({ most: 255 }),
  super_family: field.text({ most: 255 }),
  more_info_url: field.text({ most: 2000 }),
  meta: Meta,
})

const most = { most: 1_000_000 }

export type ImportFile = Static<typeof ImportFile>
export const ImportFile = field.object({
  banks: field.optional(field.listOf(Bank, most)),
  users: field.optional(field.listOf(User, most)),
  accounts: field.optional(field.listOf(Account, most)),
  transactions: field.optional(field.listOf(Transaction, most)),
  branches: field.optional(field.listOf(Branch, most)),
  atms: field.optional(field.listOf(Atm, most)),
  products: field.optional(field.listOf(Product, most)),
  crm_events: field.optional(field.listOf(CrmEvent, most)),
})

/** Reads a file. @throws Refusal OBP-10001 that names the first field that is wrong */
export const readImportFile = bodyReader(ImportFile) as (bytes: Buffer) => ImportFile
