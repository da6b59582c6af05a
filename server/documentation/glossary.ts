/** The glossary: articles on the terms of this API, and an entry for every field name and every placeholder of a path. */
import type { Localised } from '../protocol/languages.ts'
import { access } from './glossary/access.ts'
import { api } from './glossary/api.ts'
import { bankAndCustomer } from './glossary/bank-and-customer.ts'
import type { GlossaryEntry } from './glossary/entry.ts'
import { access as accessFields } from './glossary/fields/access.ts'
import { customerFile } from './glossary/fields/customer-file.ts'
import { placeholders } from './glossary/fields/placeholders.ts'
import { server } from './glossary/fields/server.ts'
import { kycAndCrm } from './glossary/kyc-and-crm.ts'

export type { GlossaryEntry } from './glossary/entry.ts'

const meanings = new Map<string, Localised>(
  [customerFile, accessFields, server, placeholders]
    .flatMap((each) => Object.entries(each))
    .map(([name, [en, es]]) => [name, { en, es }]),
)

const byTitle = ({ title: a }: GlossaryEntry, { title: b }: GlossaryEntry): number =>
  a.localeCompare(b, 'en') || (a < b ? -1 : 1)

const entries: readonly GlossaryEntry[] = [
  ...bankAndCustomer,
  ...kycAndCrm,
  ...access,
  ...api,
  ...[...meanings].map(([title, meaning]) => ({ title, ...meaning })),
].sort(byTitle)

/** All entries, by title in the order of the alphabet. */
export const glossaryEntries = (): readonly GlossaryEntry[] => entries

/** The name under which the glossary has a field: messages write `bankId` where the API writes `bank_id`. */
function entryNameOf(fieldName: string): string | undefined {
  if (meanings.has(fieldName)) return fieldName
  const snakeCase = fieldName.replaceAll(/(?<=[a-z0-9])[A-Z]/g, (capital) => `_${capital}`).toLowerCase()
  return meanings.has(snakeCase) ? snakeCase : undefined
}

/** What a field of a body or a placeholder of a path means: one sentence without Markdown; undefined for an unknown name. */
export function meaningOf(fieldName: string): Localised | undefined {
  const name = entryNameOf(fieldName)
  return name === undefined ? undefined : meanings.get(name)
}

/** The anchor of an entry on the glossary page: `/glossary#KYC-Check`. */
export const anchorOf = (title: string): string => title.replaceAll(' ', '-')

// where OBP's documentation links to an article, clients expect its anchor
const articles = new Map([
  ['BANK_ID', 'Bank.bank_id'],
  ['CUSTOMER_ID', 'Customer.customer_id'],
])

/** The anchor of the entry that explains a field or a placeholder. */
export const anchorOfField = (fieldName: string): string =>
  anchorOf(articles.get(fieldName) ?? entryNameOf(fieldName) ?? fieldName)
