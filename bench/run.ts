/** Runs the benchmarks and prints the table; ends with 1 where something broke or a request was refused, not for a missed target. */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { addCustomer } from './add-customer.ts'
import { explorer } from './explorer.ts'
import { besideBareServer, fewAndMany } from './get-customer.ts'
import { generator } from './load.ts'
import { memory } from './memory.ts'
import { revocation } from './revocation.ts'
import type { Figure } from './rounds.ts'
import type { Plan, Scenario } from './scenario.ts'
import { embeddedSite, externalSite, type Site } from './sites.ts'
import { start } from './start.ts'
import { table } from './table.ts'
import { twoNodes } from './two-nodes.ts'
import { waysIn } from './ways-in.ts'

const scenarios: Record<string, Scenario> = {
  get: besideBareServer,
  add: addCustomer,
  scale: fewAndMany,
  memory,
  start,
  revocation,
  ways: waysIn,
  nodes: twoNodes,
  explorer,
}

const usage = `script/bench [options]
  --quick           shorter rounds and smaller tables, to try it
  --only get,add    some of ${Object.keys(scenarios).join(', ')}
  --on external     embedded or external, instead of both
  --rounds N        rounds of each comparison (3)
DATABASE_URL names the external PostgreSQL; without it, one is started.`

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: Object.keys(scenarios).join() },
    on: { type: 'string', default: 'embedded,external' },
    rounds: { type: 'string', default: '3' },
    help: { type: 'boolean', default: false },
  },
})
const chosen = options.only.split(',')
const sites = options.on.split(',')
const rounds = Number(options.rounds)
const connections = 64
const isWrong =
  chosen.some((name) => !scenarios[name]) ||
  sites.some((name) => name !== 'embedded' && name !== 'external') ||
  !Number.isInteger(rounds) ||
  rounds < 1
if (options.help || isWrong) {
  console.log(usage)
  process.exit(options.help ? 0 : 1)
}

const sizeOf = (customers: number, tokens: number, prospects = 0) => ({ customers, tokens, prospects, clerks: 100 })
const plan = (directory: string): Plan => ({
  rounds,
  connections,
  starts: 5,
  directory,
  ...(options.quick
    ? {
        seconds: 2,
        revocations: 1000,
        size: sizeOf(10_000, 1000, 30_000),
        few: sizeOf(2_000, 1000),
        many: sizeOf(50_000, 1000),
      }
    : {
        seconds: 8,
        revocations: 10_000,
        size: sizeOf(100_000, 10_000, 150_000),
        few: sizeOf(10_000, 10_000),
        many: sizeOf(1_000_000, 10_000),
      }),
})

const leave = new AsyncDisposableStack()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => leave.disposeAsync().finally(() => process.exit(1)))

const figures: Figure[] = []

/** Adds to `figures` as it goes, so that what was measured is shown even where something breaks later. */
async function run() {
  // PostgreSQL's user, where there is one, has to pass through
  const directory = await mkdtemp(join(tmpdir(), 'fichero-bench-'))
  leave.defer(() => rm(directory, { recursive: true, force: true }))
  await chmod(directory, 0o711)

  const planned = plan(directory)
  for (const name of sites) {
    const site: Site =
      name === 'embedded' ? embeddedSite(directory) : await externalSite(directory, process.env.DATABASE_URL, leave)
    for (const each of chosen) {
      console.error(`${each}, ${site.name} …`)
      figures.push(...(await scenarios[each]!(planned, site)))
    }
  }
}

try {
  await run()
} catch (error) {
  console.error(error)
  process.exitCode = 1
}
if (figures.length > 0) {
  console.log(`${generator}, ${connections} connections, ${rounds} rounds, Node.js ${process.versions.node}`)
  console.log(table(figures))
}
await leave.disposeAsync()
