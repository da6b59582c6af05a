/** The resident memory of the server's process at its highest, under the load of *Get customer for logged in user*. */
import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { loader } from './get-customer.ts'
import { startFichero } from './processes.ts'
import type { Scenario } from './scenario.ts'

export const memory: Scenario = async (plan, site) => {
  const place = await site.place(plan.size)
  const put = await loader(plan, place.size)
  await using stack = new AsyncDisposableStack()
  const values: number[] = []
  for (let round = 0; round < plan.rounds; round++) {
    const server = stack.adopt(await startFichero(place.environment), (running) => running.stop())
    const watched = watch(server.processId)
    await put(server)
    values.push(await watched.stop())
    await server.stop()
  }
  const write = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`
  return [{ name: `memory, ${site.name}`, ours: '', reference: '', values, write, target: { atMost: 200 * 2 ** 20 } }]
}

/** Watches a process; `stop` gives the most resident bytes it had: as Linux keeps it, elsewhere as seen twice a second. */
function watch(processId: number) {
  let most = 0
  const look = () => {
    const kibibytes = Number(spawnSync('ps', ['-o', 'rss=', '-p', `${processId}`], { encoding: 'utf8' }).stdout)
    most = Math.max(most, kibibytes * 1024)
  }
  const watching = process.platform === 'linux' ? undefined : setInterval(look, 500)
  return {
    async stop(): Promise<number> {
      clearInterval(watching)
      if (watching) return most
      const status = await readFile(`/proc/${processId}/status`, 'utf8')
      return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)![1]) * 1024
    },
  }
}
