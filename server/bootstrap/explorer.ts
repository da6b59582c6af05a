/** The consumer that the Explorer calls as. */
import { createConsumer } from '../authentication/consumers/consumers.ts'
import { explorerKey } from '../authentication/openid/explorer-client.ts'
import { atStart, atStartOnce, type Beginnings } from './administrator.ts'

/** Makes sure that the consumer is there; one that an administrator has disabled stays so. */
export async function ensureExplorer({ storage }: Beginnings): Promise<void> {
  const isThere = (db: Pick<typeof storage.db, 'selectFrom'>) =>
    db.selectFrom('consumer').select('consumer_id').where('consumer_key', '=', explorerKey).executeTakeFirst()
  if (await isThere(storage.db)) return
  await atStartOnce(storage, async (transaction) => {
    if (await isThere(transaction)) return
    await createConsumer(transaction, atStart, {
      key: explorerKey,
      appName: 'Fichero Explorer',
      appType: 'Public',
      description: 'The API Explorer of this server',
      developerEmail: '',
      redirectUrl: '',
      clientCertificate: '',
      createdByUserId: null,
      isActive: true,
    })
  })
}
