// A server that is nothing but its embedded PostgreSQL, for tests to kill: `node server.fixture.ts DATA_DIR` prints one line of JSON
// when it is ready, or the sentence with which it refuses.

import { startEmbeddedPostgres } from '../embedded.ts'

const silent = { info() {}, warn() {}, error() {} }

try {
  const postgres = await startEmbeddedPostgres({ dataDirectory: process.argv[2]!, log: silent })
  process.on('SIGTERM', () => postgres.stop())
  process.on('SIGINT', () => console.log('interrupted'))
  console.log(JSON.stringify({ ready: true, processId: postgres.processId, connection: postgres.connection }))
} catch (error) {
  console.log(JSON.stringify({ ready: false, sentence: (error as Error).message }))
  process.exitCode = 1
}
