/** What anybody may know of how the server is. */
import { apiInfo } from '../protocol/api-info.ts'
import type { Services } from '../protocol/services.ts'
import { prefixes } from '../protocol/versions.ts'

export interface ServerStatus {
  /** whether the database answers */
  isReady: boolean
  version: string
  /** '' where nobody knows */
  gitCommit: string
  connector: string
  /** rows of calls that are not written yet, and that were lost; null where none are kept */
  metrics: { waiting: number; dropped: number } | null
}

export async function statusOf(services: Services): Promise<ServerStatus> {
  const { version, git_commit, connector } = apiInfo({ prefix: prefixes.at(-1)! }, services)
  const { waiting, dropped } = services.metrics.backlog
  return {
    isReady: await services.isDatabaseThere(),
    version,
    gitCommit: git_commit,
    connector,
    metrics: services.settings.writeMetrics ? { waiting, dropped } : null,
  }
}
