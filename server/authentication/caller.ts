/** Who calls: a user, through a consumer. */

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
}
