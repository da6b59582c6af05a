/** From starting the process to the first answer that says it is ready, on a database that is there already. */
import { startFichero } from './processes.ts'
import type { Scenario } from './scenario.ts'

export const start: Scenario = async (plan, site) => {
  const place = await site.place(plan.size)
  const values: number[] = []
  // the first start makes the administrator
  await (await startFichero(place.environment)).stop()
  for (let count = 0; count < plan.starts; count++) {
    const server = await startFichero(place.environment)
    await server.stop()
    values.push(server.readyAfter)
  }
  const write = (value: number) => `${(value / 1000).toFixed(2)} s`
  return [{ name: `start to ready, ${site.name}`, ours: '', reference: '', values, write, target: { atMost: 1500 } }]
}
