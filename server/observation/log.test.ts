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
