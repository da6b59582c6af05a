/** What a scenario is, and what it is given. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatasetSize } from './dataset.ts'
import type { Figure } from './rounds.ts'
import type { Site } from './sites.ts'

export interface Plan {
  rounds: number
  /** of one turn of one side */
  seconds: number
  connections: number
  /** of the scenarios that do not say otherwise */
  size: DatasetSize
  /** the two sizes between which the speed must not change */
  few: DatasetSize
  many: DatasetSize
  starts: number
  /** times that a role is given and taken */
  revocations: number
  /** for files of the benchmarks */
  directory: string
}

export type Scenario = (plan: Plan, site: Site) => Promise<Figure[]>

/** Writes a file for the load generator and gives its path. */
export async function writeFeed({ directory }: Plan, name: string, lines: readonly string[]): Promise<string> {
  const path = join(directory, name)
  await writeFile(path, lines.join(''))
  return path
}
