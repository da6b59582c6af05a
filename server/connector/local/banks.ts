/** Banks, from PostgreSQL. */
import type { Selectable } from 'kysely'
import { gatherOne } from '../../storage/gather.ts'
import type { Storage } from '../../storage/pool.ts'
import type { BankTable } from '../../storage/schema.ts'
import type { Connector } from '../connector.ts'
import type { Bank } from '../contract.ts'

const toBank = (row: Selectable<BankTable>): Bank => ({
  bankId: row.bank_id,
  shortName: row.short_name,
  fullName: row.full_name,
  logoUrl: row.logo_url,
  websiteUrl: row.website_url,
  swiftBic: row.swift_bic,
  nationalIdentifier: row.national_identifier,
  bankRoutingScheme: row.routing_scheme,
  bankRoutingAddress: row.routing_address,
})

export function banks({ pool, db }: Storage): Pick<Connector, 'getBanks' | 'getBank'> {
  const bankOfId = gatherOne<string, Bank>({
    pool,
    name: 'bank_of_id',
    text: `
      select asked.place, b.*
      from unnest($1::text[]) with ordinality as asked(bank_id, place)
      join bank b on b.bank_id = asked.bank_id`,
    parts: (bankId) => [bankId],
    same: (bankId) => bankId,
    shape: toBank,
  })

  return {
    getBank: (_origin, { bankId }) => bankOfId(bankId),
    getBanks: async () => (await db.selectFrom('bank').selectAll().orderBy('bank_id').execute()).map(toBank),
  }
}
