import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bodyReader } from './body.ts'
import { ProblemGettingUserId, Refusal } from './errors.ts'
import * as field from './fields.ts'

const Body = field.reshaped(
  field.object({
    name: field.text({ most: 10 }),
    user_id: field.optional(field.refusedWith(ProblemGettingUserId, field.orNull(field.text({ most: 10 })))),
    face_image: field.orNull(field.object({ url: field.text({ most: 10 }), date: field.orNull(field.date()) })),
    births: field.optional(field.listOf(field.date(), { most: 10 })),
  }),
  (body) => ('face_image' in body || !('url' in body) ? body : { ...body, face_image: { url: body.url, date: null } }),
)
const read = bodyReader(Body)

const take = (body: unknown): unknown => read(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)))

function refusal(body: unknown, locale: 'en_GB' | 'es_ES' = 'en_GB'): string {
  try {
    if (body instanceof Buffer || body === undefined) read(body)
    else take(body)
  } catch (error) {
    if (error instanceof Refusal) return error.text(locale)
    throw error
  }
  return ''
}

const good = { name: 'Eveline', face_image: null }

describe('a body', () => {
  test('is read into what is declared, each field by its rule', () => {
    const body = { name: 7, user_id: null, face_image: { url: 'www', date: '2018-03-09' }, births: ['2018-03-09'] }
    expect(take(body)).toEqual({
      name: '7',
      user_id: null,
      face_image: { url: 'www', date: '2018-03-09T00:00:00Z' },
      births: ['2018-03-09T00:00:00Z'],
    })
  })

  test('keeps absent what is left out, and loses what is not declared', () => {
    expect(take({ ...good, unknown: 1, face_image: { url: 'www', date: null, more: 1 } })).toEqual({
      name: 'Eveline',
      face_image: { url: 'www', date: null },
    })
    expect(take('{"__proto__":{"user_id":"x"},"constructor":1,"name":"a","face_image":null}')).toEqual({
      name: 'a',
      face_image: null,
    })
  })

  test('in an older form is read as the newer one', () => {
    expect(take({ name: 'a', url: 'www' })).toEqual({ name: 'a', face_image: { url: 'www', date: null } })
  })

  test.each([
    [undefined, 'The body is empty.', 'El cuerpo está vacío.'],
    [Buffer.from(''), 'The body is empty.', 'El cuerpo está vacío.'],
    [Buffer.from('{'), 'The body is not JSON in UTF-8.', 'El cuerpo no es JSON en UTF-8.'],
    [Buffer.from('{"name":"secret"'), 'The body is not JSON in UTF-8.', 'El cuerpo no es JSON en UTF-8.'],
    [Buffer.from([0x22, 0xff, 0x22]), 'The body is not JSON in UTF-8.', 'El cuerpo no es JSON en UTF-8.'],
    ['[]', 'The body must be an object.', 'El cuerpo debe ser un objeto.'],
    ['null', 'The body must be an object.', 'El cuerpo debe ser un objeto.'],
    ['"text"', 'The body must be an object.', 'El cuerpo debe ser un objeto.'],
    ['1', 'The body must be an object.', 'El cuerpo debe ser un objeto.'],
    [{ face_image: null }, 'name is missing.', 'Falta name.'],
    [
      { ...good, name: 'secret'.repeat(9) },
      'name must be a text of at most 10 characters.',
      'name debe ser un texto de como mucho 10 caracteres.',
    ],
    [
      { ...good, name: 'secret\0' },
      'name holds a character that cannot be kept: NUL, or half of a surrogate pair.',
      'name contiene un carácter que no se puede guardar: NUL o la mitad de un par suplente.',
    ],
    [
      { ...good, name: 2 ** 60 },
      'name must be sent as a text in quotes: so large a number loses digits.',
      'name debe enviarse como texto entre comillas: un número tan grande pierde cifras.',
    ],
    [{ ...good, face_image: {} }, 'face_image.url is missing.', 'Falta face_image.url.'],
    [{ ...good, face_image: 1 }, 'face_image must be an object or null.', 'face_image debe ser un objeto o null.'],
    [
      { ...good, face_image: { url: 'www', date: 'secret' } },
      'face_image.date must be a date such as 2013-01-21T23:08:00Z, or null.',
      'face_image.date debe ser una fecha como 2013-01-21T23:08:00Z o null.',
    ],
    [
      { ...good, births: ['2018-03-09', 'secret'] },
      'births[1] must be a date such as 2013-01-21T23:08:00Z.',
      'births[1] debe ser una fecha como 2013-01-21T23:08:00Z.',
    ],
  ])('%j is refused with what is wrong, never with the value', (body, english, spanish) => {
    expect(refusal(body)).toBe(`OBP-10001: Incorrect json format. ${english}`)
    expect(refusal(body, 'es_ES')).toBe(`OBP-10001: El formato del JSON es incorrecto. ${spanish}`)
  })

  test('with a wrong field that has an error of its own is refused with that', () => {
    expect(refusal({ ...good, user_id: true })).toBe('Problem getting user_id')
  })

  test('is read or refused, whatever it is', () => {
    const nearly = fc.record(
      {
        name: fc.jsonValue(),
        user_id: fc.jsonValue(),
        face_image: fc.jsonValue(),
        births: fc.jsonValue(),
        url: fc.jsonValue(),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(
        fc.oneof(
          nearly.map((body) => JSON.stringify(body)),
          fc.json(),
          fc.string(),
        ),
        (text) => {
          const refused = refusal(Buffer.from(text))
          if (refused !== '') expect(refused).toMatch(/^(OBP-10001: Incorrect json format\. |Problem getting user_id)/)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('is refused as bytes too, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), (bytes) => {
        expect(refusal(Buffer.from(bytes))).toMatch(/^OBP-10001: Incorrect json format\. /)
      }),
    )
  })
})
