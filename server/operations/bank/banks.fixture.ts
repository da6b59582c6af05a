/** Two banks, one with every field and one with none, and the prefixes that tests ask under. */
import type { TestServer } from '../../testing/server.ts'

/** Under which banks have the shape of v1.2.1. */
export const older = ['v1.4.0', 'v2.0.0', 'v2.1.0', 'v2.2.0'] as const

export const insertBanks = async ({ storage: { db } }: TestServer): Promise<void> => {
  await db
    .insertInto('bank')
    .values([
      {
        bank_id: 'gh.29.uk',
        short_name: 'Gransford',
        full_name: 'Gransford House Bank',
        logo_url: 'https://bank.example.com/logo.png',
        website_url: 'https://bank.example.com',
        swift_bic: 'GRHOGB2LXXX',
        national_identifier: '200415',
        routing_scheme: 'SortCode',
        routing_address: '200415',
      },
      { bank_id: 'bare.bank', short_name: 'Bare', full_name: '', logo_url: '', website_url: '' },
    ])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
