import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { directLoginParameters } from './header.ts'

const own = (directlogin: string) => directLoginParameters({ directlogin })
const authorization = (value: string) => directLoginParameters({ authorization: value })

describe('directLoginParameters', () => {
  test.each<[string, ReturnType<typeof directLoginParameters>]>([
    ['username="u",password="p",consumer_key="k"', { username: 'u', password: 'p', consumer_key: 'k' }],
    ['username=u,password=p,consumer_key=k', { username: 'u', password: 'p', consumer_key: 'k' }],
    ['  username = "u" ,\tpassword =p , consumer_key= k ', { username: 'u', password: 'p', consumer_key: 'k' }],
    ['token="abc.def.ghi"', { token: 'abc.def.ghi' }],
    ['username="u",username="v"', { username: 'v' }],
    ['username="u",username=""', { username: 'u' }],
    ['password="a=b==",username="u"', { password: 'a=b==', username: 'u' }],
    ['password="a,b, c",username="u"', { password: 'a,b, c', username: 'u' }],
    ['password="a,",username="u"', { password: 'a,', username: 'u' }],
    ['password="a,b=c",username="u"', { password: 'a,b=c', username: 'u' }],
    ['password="a",b"",username="u"', { password: 'a",b"', username: 'u' }],
    ['password=a"b,username="u"', { password: 'a"b', username: 'u' }],
    ['password=""quoted"",username="u"', { password: '"quoted"', username: 'u' }],
    ['password=" blank ",username=" u "', { password: ' blank ', username: ' u ' }],
    ['password="open', { password: 'open' }],
    ['realm="x",username="u",scope="y"', { username: 'u' }],
    ['USERNAME="u"', {}],
    ['__proto__="u",constructor="x",toString=y', {}],
    ['=u,"username"="u",username', {}],
    [',,,', {}],
    ['', {}],
    ['DirectLogin', {}],
  ])('%s', (header, parameters) => {
    expect(own(header)).toEqual(parameters)
    expect(authorization(`DirectLogin ${header}`)).toEqual(parameters)
  })

  test('its own header may begin with the name of the scheme, as Authorization must', () => {
    expect(own('DirectLogin token=abc')).toEqual({ token: 'abc' })
    expect(own(' DirectLogin username="u", password="p"')).toEqual({ username: 'u', password: 'p' })
  })

  test('neither header, or an Authorization of another kind, is undefined', () => {
    expect(directLoginParameters({})).toBeUndefined()
    for (const value of ['', 'Bearer abc', 'OAuth oauth_token="x"', 'directlogin token=abc'])
      expect(authorization(value)).toBeUndefined()
  })

  test('its own header wins over Authorization, even when it is empty', () => {
    expect(directLoginParameters({ directlogin: 'token=a', authorization: 'DirectLogin token=b' })).toEqual({
      token: 'a',
    })
    expect(directLoginParameters({ directlogin: '', authorization: 'DirectLogin token=b' })).toEqual({})
    expect(directLoginParameters({ directlogin: 'token=a', authorization: 'Bearer b' })).toEqual({ token: 'a' })
  })
})

describe('directLoginParameters gives back what was written', () => {
  const names = ['username', 'password', 'consumer_key', 'token'] as const
  const characters = (min: number, max: number) =>
    fc.string({ unit: fc.integer({ min, max }).map((code) => String.fromCharCode(code)) })
  const printable = characters(0x20, 0x7e)
  const blanks = fc.constantFrom('', ' ', '  ', '\t')
  // what follows a comma in a bare value, a quote and a comma in a quoted one, must not look like the next parameter
  const value = printable.filter((text) => text !== '' && !/"\s*,\s*([A-Za-z_]+\s*=|,|$)/.test(text))
  const bare = printable.filter(
    (text) => text !== '' && text === text.trim() && !/^"|"$|,\s*([A-Za-z_]+\s*=|,|$)/.test(text),
  )
  const order = fc.shuffledSubarray([...names])

  test('quoted, any printable ASCII, in any order, with any blanks, in both headers', () => {
    fc.assert(
      fc.property(order, fc.infiniteStream(value), fc.infiniteStream(blanks), (some, values, gaps) => {
        const gap = () => gaps.next().value
        const wanted = Object.fromEntries(some.map((name) => [name, values.next().value]))
        const header = Object.entries(wanted)
          .map(([name, text]) => `${gap()}${name}${gap()}=${gap()}"${text}"${gap()}`)
          .join(',')
        expect(own(header)).toEqual(wanted)
        expect(authorization(`DirectLogin ${header}`)).toEqual(wanted)
      }),
    )
  })

  test('unquoted, where a value has no blank and no quote at its ends', () => {
    fc.assert(
      fc.property(order, fc.infiniteStream(bare), (some, values) => {
        const wanted = Object.fromEntries(some.map((name) => [name, values.next().value]))
        const header = Object.entries(wanted).map(([name, text]) => `${name}=${text}`)
        expect(own(header.join(','))).toEqual(wanted)
        expect(own(header.join(' , '))).toEqual(wanted)
      }),
    )
  })

  test('whatever is sent gives texts under the four names only, and never throws', () => {
    const pieces = fc.constantFrom('DirectLogin', ...names, '=', '"', ',', ' ', 'a', '__proto__')
    const noise = fc.oneof(
      characters(0, 0xff),
      fc.array(pieces).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(noise, (header) => {
        const parameters = own(header)!
        for (const [name, text] of Object.entries(parameters)) {
          expect(names).toContain(name)
          expect(text).not.toBe('')
        }
        expect(Object.getPrototypeOf(parameters)).toBe(Object.prototype)
      }),
    )
  })

  test('a header as long as HTTP lets through takes no time', () => {
    for (const piece of [',', ' ', '"', 'a', '=', ', ', ',a', ',a =', 'token=', 'token="', 'token="a",', '" '])
      expect(own(piece.repeat(16_384 / piece.length))).toBeDefined()
  })
})
