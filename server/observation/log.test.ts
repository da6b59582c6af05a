import { expect, test } from 'vitest'
import { describe } from './log.ts'

test.each(['{"legal_name": Eveline}', '\n    at Eveline'])(
  'what JSON.parse could not read is not in the log: %j',
  (text) => {
    let caught: unknown
    try {
      JSON.parse(text)
    } catch (error) {
      caught = error
    }
    // the engine does repeat it
    expect(String(caught)).toContain('Eveline')
    const described = JSON.stringify(describe(caught))
    expect(described).not.toContain('Eveline')
    expect(described).toContain('log.test.ts')
  },
)
