/** The types of consumer: whether it can keep a secret (RFC 6749 2.1). */
import type { ConsumerRecord } from '../../authentication/consumers/consumers.ts'

type AppType = ConsumerRecord['app_type']

// OBP's older names too
const types: ReadonlyMap<string, AppType> = new Map([
  ['confidential', 'Confidential'],
  ['web', 'Confidential'],
  ['public', 'Public'],
  ['mobile', 'Public'],
])

/** The type of a name, whatever its letter case; clients write all kinds of text there, and those are Unknown. */
export const appTypeNamed = (name: string): AppType => types.get(name.trim().toLowerCase()) ?? 'Unknown'
