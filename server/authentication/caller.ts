/** Who calls: a user, through a consumer. */
import { Refusal, UserIsDeleted, UsernameHasBeenLocked } from '../protocol/errors.ts'

export interface User {
  readonly userId: string
  readonly provider: string
  readonly username: string
  readonly email: string
}

export interface Consumer {
  readonly consumerId: string
  readonly appName: string
}

export interface Caller {
  readonly user: User
  readonly consumer: Consumer
  /** of the DirectLogin token, where the call came with one */
  readonly tokenId?: string
  /**
   * Of credentials that are good once: fulfilled when they are spent, rejected with a Refusal where they were before. Nothing
   * may be changed or answered until then.
   */
  readonly spent?: Promise<void>
  /** what the way in has to say in the answer's headers */
  readonly answerHeaders?: Readonly<Record<string, string>>
}

/** What is known of a user and a consumer when credentials of theirs come. */
export interface Session extends Caller {
  readonly isConsumerActive: boolean
  readonly isUserDeleted: boolean
  readonly isUserLocked: boolean
}

/**
 * The caller, where the user may still call. Whether the consumer may is for the way in to say, in its own words.
 * @throws Refusal OBP-20064 for a deleted user, OBP-20013 for a locked one
 */
export function admit(session: Session): Caller {
  if (session.isUserDeleted) throw new Refusal(UserIsDeleted)
  if (session.isUserLocked) throw new Refusal(UsernameHasBeenLocked)
  return session
}
