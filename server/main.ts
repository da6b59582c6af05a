/** The process: settings, database, app, listen, stop. */
import { openDatabase, StartError } from './database.ts'
import { assertCanListen } from './listening.ts'
import { openLog } from './observation/log.ts'
import { readSettings, SettingsError } from './settings.ts'
import type { Fichero } from './start.ts'

/** Says in a sentence why the server cannot start; only a bug has more to say. */
function refuseToStart(error: unknown): never {
  const isExpected = error instanceof SettingsError || error instanceof StartError
  console.error(isExpected ? error.message : error)
  process.exit(1)
}

function settingsOrRefusal() {
  try {
    return readSettings(process.env)
  } catch (error) {
    return refuseToStart(error)
  }
}

const settings = settingsOrRefusal()
const log = openLog(settings.logLevel)
const starting = start()

async function start(): Promise<Fichero> {
  await assertCanListen(settings)
  const database = openDatabase(settings, log, (reason) => {
    console.error(reason)
    end(1)
  })
  // to read all modules holds up this process for half a second, in which PostgreSQL makes itself ready
  await database.spawned
  const { startFichero } = await import('./start.ts')
  return startFichero(settings, database, log)
}

let ending = false
/** Finishes what runs and ends; whatever hangs is left behind after ten seconds. */
function end(code: number) {
  if (ending) return
  ending = true
  setTimeout(() => process.exit(1), 9_500).unref()
  starting
    .then((fichero) => fichero.stop())
    .then(
      () => process.exit(code),
      () => process.exit(1),
    )
}
process.once('SIGTERM', () => end(0))
process.once('SIGINT', () => end(0))
process.on('unhandledRejection', (err) => log.error({ err }, 'unhandled rejection'))

const fichero = await starting.catch(refuseToStart)
// last, for whoever waits for this line may send a signal at once
console.log(`Fichero answers at ${fichero.url}`)
