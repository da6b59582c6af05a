/** What stands in the database for a credential. */
import { hash } from 'node:crypto'

/** Of the id of an artifact, which whoever has it calls with. */
export const hashOfId = (id: string): Buffer => hash('sha256', id, 'buffer')

/** In SQL, what {@link OpenidArtifactTable.password_mark} is of a user `u`. */
export const passwordMark = `sha256(convert_to(coalesce(u.password_hash, ''), 'UTF8'))`
