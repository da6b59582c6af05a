/** Revocation: a user loses a role. */
import type { ExpressionBuilder, Transaction } from 'kysely'
import { type Origin, recordChanges } from '../observation/audit.ts'
import type { Database } from '../storage/schema.ts'
import { type Entitlement, statementTime } from './entitlement.ts'
import { synonymsOf } from './roles.ts'

/** What became of an entitlement that a user was to lose. */
export type Revocation = 'revoked' | 'unknown' | 'of another user'

/** The entitlement that a user is to lose; of whichever user, where none is named. */
export type Revoked = Pick<Entitlement, 'entitlementId'> & { readonly userId?: string }

/** As the view has it, from which nothing can be deleted where the tables are distributed. */
const isInForce = ({ eb, or }: ExpressionBuilder<Database, 'entitlement'>) =>
  or([eb('expires_at', 'is', null), eb('expires_at', '>', statementTime)])

/** Takes an entitlement, and the same role under its other names, from its user, inside a transaction of the caller's. */
export async function revoke(
  transaction: Transaction<Database>,
  origin: Origin,
  { entitlementId, userId }: Revoked,
): Promise<Revocation> {
  const row = await transaction
    .deleteFrom('entitlement')
    .where(isInForce)
    .where('entitlement_id', '=', entitlementId)
    .$if(userId !== undefined, (query) => query.where('user_id', '=', userId!))
    .returningAll()
    .executeTakeFirst()
  if (!row) {
    const other = await transaction
      .selectFrom('entitlement_in_force')
      .select('user_id')
      .where('entitlement_id', '=', entitlementId)
      .executeTakeFirst()
    return other ? 'of another user' : 'unknown'
  }
  // the same role under its other names goes with it: who takes one away means the role
  const synonyms = await transaction
    .deleteFrom('entitlement')
    .where(isInForce)
    .where('bank_id', '=', row.bank_id)
    .where('user_id', '=', row.user_id)
    .where('role_name', 'in', synonymsOf(row.role_name))
    .returningAll()
    .execute()
  await recordChanges(
    transaction,
    origin,
    [row, ...synonyms].map(({ bank_id, entitlement_id, user_id, role_name }) => ({
      bankId: bank_id,
      subject: 'entitlement',
      subjectId: entitlement_id,
      change: { deleted: { user_id, role_name } },
    })),
  )
  return 'revoked'
}
