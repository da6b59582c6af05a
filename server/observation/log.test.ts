import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, describe as group, test } from 'vitest'
import { describe } from './log.ts'

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return error
  }
}

group('what the log says of an error', () => {
  test('its name, message, code and where it was', () => {
    const error = Object.assign(new RangeError('too far'), { code: 'E_FAR' })
    expect(describe(error)).toEqual({ type: 'RangeError', message: 'too far', code: 'E_FAR', stack: error.stack })
  })

  test.each(['{"legal_name": Eveline}', '\n    at Eveline'])(
    'of a text that is no JSON, nothing of the text: %j',
    (text) => {
      const caught = thrownBy(() => JSON.parse(text))
      // the engine does repeat it
      expect(String(caught)).toContain('Eveline')
      const described = JSON.stringify(describe(caught))
      expect(described).not.toMatch(/Eveline|legal/)
      expect(described).toContain('"type":"SyntaxError"')
      expect(described).toContain('log.test.ts')
    },
  )

  test('of what is no error, only its type', () => {
    expect(describe('Jane Doe')).toEqual({ type: 'string' })
  })
})

group('the last line', () => {
  const log = JSON.stringify(new URL('log.ts', import.meta.url))
  const work = `const { openLog } = await import(${log})
    process.stdin.resume().on('end', () => {
      openLog('info').info('the last one')
      process.exit(3)
    })`
  const run = () =>
    spawn(process.execPath, ['--input-type=module', '-e', work], { timeout: 20_000, killSignal: 'SIGKILL' })

  test('is written before the process ends', async () => {
    const child = run()
    let text = ''
    child.stdout.on('data', (part) => {
      text += part
    })
    child.stdin.end()
    expect(await once(child, 'close')).toEqual([3, null])
    expect(text).toContain('"msg":"the last one"')
  })

  test('keeps no process from ending whose output nobody reads any more', async () => {
    const child = run()
    child.stdout.destroy()
    child.stdin.end()
    expect(await once(child, 'exit')).toEqual([3, null])
  })
})

group('lines', () => {
  const log = JSON.stringify(new URL('log.ts', import.meta.url))
  const run = (work: string) =>
    spawn(process.execPath, ['--input-type=module', '-e', `const { openLog } = await import(${log}); ${work}`], {
      timeout: 20_000,
      killSignal: 'SIGKILL',
    })

  test('are written while the process goes on', async () => {
    const child = run(`process.stdin.resume(); openLog('info').info('soon')`)
    const [part] = await once(child.stdout, 'data')
    expect(String(part)).toContain('"msg":"soon"')
    child.kill()
  })

  test('are complete and in order, a fatal one at once, however many there are', async () => {
    const child = run(`
      const log = openLog('info')
      const call = { correlationId: 'c', verb: 'GET', operationId: undefined, milliseconds: 1 }
      for (let n = 0; n < 1000; n++) n % 10 === 0 ? log.info({ status: n }, 'answered') : log.answered({ ...call, status: n })
      log.fatal({ status: 1000 }, 'the end')
      process.kill(process.pid, 'SIGKILL')`)
    const lines = (await text(child.stdout)).trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line).status)).toEqual(Array.from({ length: 1001 }, (_, n) => n))
  })
})
