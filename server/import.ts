/** The command line of the sandbox import: reads a file of any size, imports all of it or nothing, says what it kept. */
import { constants } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { SingleBar } from 'cli-progress'
import { describe } from './observation/log.ts'
import { Refusal } from './protocol/errors.ts'
import { importSandbox, type OnProgress, type Step } from './sandbox/import.ts'
import { type ImportFile, readImportFile } from './sandbox/import-file.ts'
import { readSettings, type Settings, SettingsError } from './settings.ts'
import { joinEmbeddedPostgres } from './storage/embedded/join.ts'
import { migrate } from './storage/migrate.ts'
import { isDatabaseUnavailable, openStorage } from './storage/pool.ts'

const usage = 'Usage: script/import FILE'
const help = `${usage}

Imports the banks, users, accounts and CRM events of a sandbox file of the Open Bank Project: all of it, or nothing where
one of its entries is wrong or exists already. Transactions, branches, ATMs and products are checked and not kept.

The settings are those of the server: DATABASE_URL names the database, or DATA_DIR that of the embedded PostgreSQL, whether
the server runs or not.

Ends with 0 when the file was imported, 1 when it was not, and 2 when it was called in a wrong way.`

/** Why nothing was imported, in one sentence for the operator. */
class ImportError extends Error {}

const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => stopping.abort(new ImportError('Stopped: nothing was imported.')))

/** The one argument. Ends the process where it is missing, or help is asked for. */
function fileName(): string {
  try {
    const { values, positionals } = parseArgs({
      options: { help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    })
    if (values.help) {
      console.log(help)
      process.exit(0)
    }
    if (positionals.length === 1) return positionals[0]!
  } catch {
    // an unknown option
  }
  console.error(`${usage}\nTry script/import --help.`)
  process.exit(2)
}

async function readFileNamed(name: string): Promise<ImportFile> {
  // script/import and npm change the directory; a name is meant from where it was typed
  const path = resolve(process.env.INIT_CWD || '.', name)
  const bytes = await read(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code ? new ImportError(`${name} cannot be read (${error.code}).`) : error
  })
  return readImportFile(bytes)
}

async function read(path: string): Promise<Buffer> {
  const { size } = await stat(path)
  if (size > constants.MAX_STRING_LENGTH)
    throw new ImportError(`The file has more than ${constants.MAX_STRING_LENGTH} bytes: split it into several.`)
  return readFile(path)
}

async function importInto(settings: Settings, file: ImportFile) {
  const postgres = settings.databaseUrl
    ? { connection: { connectionString: settings.databaseUrl }, leave: async () => {} }
    : await joinEmbeddedPostgres(settings.dataDirectory, { info() {}, warn() {}, error() {} }).catch((error: Error) => {
        throw new ImportError(error.message)
      })
  const storage = openStorage({
    connection: settings.databaseUrl ? postgres.connection : { ...postgres.connection, ssl: false },
    size: 3,
    connectTimeout: settings.databaseTimeout,
    // a large file has large look-ups
    queryTimeout: Math.max(settings.databaseTimeout, 60_000),
    onError: () => {},
  })
  const bar = progress()
  try {
    await migrate(storage.pool)
    const origin = { operationId: 'import', correlationId: randomUUID(), userId: null, consumerId: null }
    await importSandbox(storage.db, origin, file, {
      provider: settings.localIdentityProvider,
      patience: 50_000,
      signal: stopping.signal,
      onProgress: bar.show,
    })
  } finally {
    bar.end()
    await storage.close()
    await postgres.leave()
  }
}

const words: Record<Step, string> = {
  passwords: 'hashing passwords',
  banks: 'writing banks',
  users: 'writing users',
  accounts: 'writing accounts',
  crm_events: 'writing CRM events',
}

/** A bar on a terminal; elsewhere a line a step. */
function progress(): { show: OnProgress; end(): void } {
  if (!process.stderr.isTTY)
    return {
      show(step, done, total) {
        if (done === total) console.error(`${words[step]}: ${total} of ${total}`)
      },
      end() {},
    }
  let bar: SingleBar | undefined
  let current: Step | undefined
  return {
    show(step, done, total) {
      if (step !== current) {
        bar?.stop()
        bar = new SingleBar({ format: `{step} [{bar}] {value}/{total}`, hideCursor: true })
        bar.start(total, 0, { step: words[step].padEnd(18) })
        current = step
      }
      bar?.update(done)
    },
    end: () => bar?.stop(),
  }
}

function summary(name: string, file: ImportFile): string {
  const count = (list: keyof ImportFile, one: string, several = `${one}s`) => {
    const number = file[list]?.length ?? 0
    return `${number} ${number === 1 ? one : several}`
  }
  const kept = [
    count('banks', 'bank'),
    count('users', 'user'),
    count('accounts', 'account'),
    count('crm_events', 'CRM event'),
  ]
  const left = [
    count('transactions', 'transaction'),
    count('branches', 'branch', 'branches'),
    count('atms', 'ATM'),
    count('products', 'product'),
  ]
  return `Imported from ${name}: ${kept.join(', ')}.\nChecked and not kept: ${left.join(', ')}.`
}

/** What an operator is told; undefined for a fault of ours. */
function sentenceOf(error: unknown, name: string): string | undefined {
  if (error instanceof ImportError || error instanceof SettingsError) return error.message
  if (error instanceof Refusal) return `${name}: ${error.text('en_GB')}`
  if (isDatabaseUnavailable(error))
    return 'The database does not answer: run the import again, for it is kept as a whole or not at all.'
  const { code, message } = error as { code?: string; message: string }
  // no right to log in, no such database
  if (code?.startsWith('28') || code === '3D000') return `The database cannot be used: ${message}.`
  return undefined
}

const name = fileName()
try {
  const file = await readFileNamed(name)
  await importInto(readSettings(process.env), file)
  console.log(summary(name, file))
} catch (error) {
  const sentence = sentenceOf(error, name)
  console.error(sentence ?? describe(error))
  process.exitCode = 1
}
