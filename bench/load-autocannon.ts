/** Load by autocannon, for machines without wrk: a process of its own, told what to do by its one argument, a {@link Load} as JSON. */
import { readFileSync } from 'node:fs'
import autocannon from 'autocannon'
import type { Load } from './load.ts'

const { url, feed, order, body, connections, seconds }: Load = JSON.parse(process.argv[2]!)

const lines = readFileSync(feed, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => line.split('\t') as [path: string, login: string, key: string])
const template = body === undefined ? undefined : readFileSync(body, 'utf8')
let next = 0

const result = await autocannon({
  url,
  connections,
  duration: seconds,
  requests: [
    {
      setupRequest(request) {
        // past the end the last line comes again, and is refused: a run that asks for more than there is has failed
        const place = order === 'random' ? Math.floor(Math.random() * lines.length) : Math.min(next++, lines.length - 1)
        const [path, login, key] = lines[place]!
        const [name, value] = login.split(/: (.*)/)
        const headers = {
          ...(name && value !== undefined && { [name]: value }),
          ...(template !== undefined && { 'Content-Type': 'application/json' }),
        }
        return {
          ...request,
          path,
          headers,
          ...(template !== undefined && { method: 'POST', body: template.replaceAll('KEY', key) }),
        }
      },
    },
  ],
})
console.log(
  `result ${JSON.stringify({
    requests: result.requests.total,
    seconds: result.duration,
    p99: result.latency.p99,
    failed: result.errors + result.timeouts + result.non2xx,
  })}`,
)
