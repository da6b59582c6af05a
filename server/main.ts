/** The process: settings, database, app, listen, stop. */
import { openLog } from './observation/log.ts'
import { readSettings, SettingsError } from './settings.ts'
import { StartError, startFichero } from './start.ts'

try {
  const settings = readSettings(process.env)
  const log = openLog(settings.logLevel)
  const fichero = await startFichero(settings, log, (reason) => end(1, reason))
  console.log(`Fichero answers at ${fichero.url}`)

  let ending = false
  /** Finishes what runs and ends; whatever hangs is left behind after ten seconds. */
  function end(code: number, reason?: string) {
    if (reason) console.error(reason)
    if (ending) return
    ending = true
    setTimeout(() => process.exit(1), 9_500).unref()
    fichero.stop().then(
      () => process.exit(code),
      () => process.exit(1),
    )
  }
  process.once('SIGTERM', () => end(0))
  process.once('SIGINT', () => end(0))
  process.on('unhandledRejection', (err) => log.error({ err }, 'unhandled rejection'))
} catch (error) {
  const isExpected = error instanceof SettingsError || error instanceof StartError
  console.error(isExpected ? error.message : error)
  process.exit(1)
}
