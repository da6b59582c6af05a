import { totalmem } from 'node:os'
import type { Endpoint } from './endpoint.ts'

/** The settings PostgreSQL is started with, given at every start so that a new version of Fichero changes them in old clusters too. */
export function settings(endpoint: Endpoint, socketDirectory: string, connections: number): string[] {
  return [
    ...reach(endpoint, socketDirectory),
    'password_encryption=scram-sha-256',
    // the rest is for an import, a backup, a look with psql
    `max_connections=${connections + 40}`,
    `shared_buffers=${sharedBuffers()}MB`,
    'max_logical_replication_workers=0', // nothing subscribes here: one process less
    'timezone=UTC',
    'log_timezone=UTC',

    // an acknowledged write survives a crash
    'fsync=on',
    'full_page_writes=on',
    'synchronous_commit=on',

    // The log is for the state of the database, never for customers' data: no statements, no parameters, no details, and no errors
    // of statements (`log` stands above `error`), whose text quotes values and reaches this server anyway.
    'logging_collector=off',
    'log_destination=stderr',
    'log_line_prefix=',
    'log_min_messages=log',
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
    'log_statement=none',
    'log_duration=off',
    'log_min_duration_statement=-1',
    'log_min_duration_sample=-1',
    'log_transaction_sample_rate=0',
    'log_parameter_max_length=0',
    'log_parameter_max_length_on_error=0',
    'log_checkpoints=off',
    'log_connections=',
    'log_disconnections=off',
  ]
}

/** Megabytes of a sixteenth of the machine, as nobody else may use them; pages are taken only as the database grows. */
function sharedBuffers(): number {
  const sixteenth = Math.floor(totalmem() / 16 / 1024 ** 2)
  return Math.min(1024, Math.max(128, sixteenth))
}

function reach(endpoint: Endpoint, socketDirectory: string): string[] {
  if (endpoint.host !== socketDirectory) {
    return [`listen_addresses=${endpoint.host}`, `port=${endpoint.port}`, 'unix_socket_directories=']
  }
  const quoted = `"${socketDirectory.replaceAll('"', '""')}"` // it is a list: a comma would part it
  return [
    'listen_addresses=',
    `port=${endpoint.port}`,
    `unix_socket_directories=${quoted}`,
    'unix_socket_permissions=0700',
  ]
}
