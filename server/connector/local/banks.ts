/** Banks, from PostgreSQL. */
import { type Selectable, sql } from 'kysely'
import { grant } from '../../authorisation/granting.ts'
import { recordChange } from '../../observation/audit.ts'
import { BankIdAlreadyExists, Refusal } from '../../protocol/errors.ts'
import { gatherOne } from '../../storage/gather.ts'
import type { Storage } from '../../storage/pool.ts'
import type { BankTable } from '../../storage/schema.ts'
import type { Connector } from '../connector.ts'
import type { Bank } from '../contract.ts'
import { addBanks } from './loading.ts'

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

export function banks({ lookups, db }: Storage): Pick<Connector, 'getBanks' | 'getBank' | 'createBank' | 'updateBank'> {
  const bankOfId = gatherOne<string, Bank>({
    lookups,
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

    createBank: (origin, { creator, ...bank }) =>
      db.transaction().execute(async (transaction) => {
        const [added] = await addBanks(transaction, origin, [bank])
        if (!added) throw new Refusal(BankIdAlreadyExists)
        for (const roleName of creator.roles)
          await grant(transaction, origin, { userId: creator.userId, roleName, bankId: bank.bankId })
        return bank
      }),

    updateBank: (origin, { bankId, ...bank }) =>
      db.transaction().execute(async (transaction) => {
        const changes = {
          short_name: bank.shortName,
          full_name: bank.fullName,
          logo_url: bank.logoUrl,
          website_url: bank.websiteUrl,
          swift_bic: bank.swiftBic,
          routing_scheme: bank.bankRoutingScheme,
          routing_address: bank.bankRoutingAddress,
        }
        const row = await transaction
          .updateTable('bank')
          .set({ ...changes, updated_at: sql`now()` })
          .where('bank_id', '=', bankId)
          .returningAll()
          .executeTakeFirst()
        if (!row) return null
        await recordChange(transaction, origin, {
          bankId,
          subject: 'bank',
          subjectId: bankId,
          change: { updated: changes },
        })
        return toBank(row)
      }),
  }
}
