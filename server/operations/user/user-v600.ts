/** The shape of a user in v6.0.0, for those who look after users. */
import type { Static } from 'typebox'
import type { UserRecord } from '../../authentication/users/user-directory.ts'
import { toSeconds } from '../../protocol/dates.ts'
import * as field from '../../protocol/fields.ts'
import type { Services } from '../../protocol/services.ts'
import type { Prefix } from '../../protocol/versions.ts'
import { Views } from './user-v300.ts'
import { exampleUserV400, toUserV400, UserV400 } from './user-v400.ts'

const Agreement = field.object({ type: field.string(), text: field.string() })

export const UserV600 = field.object({
  ...UserV400.properties,
  first_name: field.string(),
  last_name: field.string(),
  views: field.orNull(Views),
  agreements: field.array(Agreement),
  created_date: field.dateTime(),
  updated_date: field.dateTime(),
  email_validated: field.boolean(),
})

/** Nobody is asked to agree to anything here, and there are no views. */
export const toUserV600 = async (
  user: UserRecord,
  prefix: Prefix,
  services: Pick<Services, 'entitlements'>,
): Promise<Static<typeof UserV600>> => ({
  ...(await toUserV400(user, prefix, services)),
  first_name: user.firstName,
  last_name: user.lastName,
  views: null,
  agreements: [],
  created_date: toSeconds(user.createdAt),
  updated_date: toSeconds(user.updatedAt),
  email_validated: user.isValidated,
})

export const exampleUserV600 = {
  ...exampleUserV400,
  first_name: 'Susan',
  last_name: 'Smith',
  views: null,
  agreements: [],
  created_date: '2023-06-28T21:00:46Z',
  updated_date: '2024-02-11T09:30:00Z',
  email_validated: true,
}
