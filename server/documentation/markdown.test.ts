import fc from 'fast-check'
import { Marked } from 'marked'
import { expect, test } from 'vitest'
import { asText, harmless, toHtml } from './markdown.ts'

const read = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

test('an example reads in the HTML as it was written, whatever it holds', () => {
  const text = fc.string({ unit: fc.constantFrom(...' a1*_`[]()<>&;#!~\\-+.:/@"\'|{}=') })
  fc.assert(
    fc.property(text, (example) => {
      const html = toHtml(`[**name**](/glossary#name): ${asText(example)}|`)
      expect(read(html)).toBe(`name: ${example.replaceAll(/ +/g, ' ')}|`)
      expect(html.match(/<a /g)).toHaveLength(1)
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['http://www.example.com/id-docs/123/image.png', 'an address'],
  ['felixsmith@example.com', 'an e-mail address'],
  ['[2019-09-08, 2017-07-12]', 'a list of dates'],
  ['ACCOUNT_MANAGEMENT_FEE', 'a name'],
])('%s stays plain, %s', (example) => {
  expect(asText(example)).toBe(example)
  expect(toHtml(`[x](/y): ${example}`)).toBe(`<p><a href="/y">x</a>: ${example}</p>`)
})

test.each([
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['a <img src=x onerror=alert(1)> b', '<p>a &lt;img src=x onerror=alert(1)&gt; b</p>'],
  ['[here](javascript:alert(1))', '<p>here</p>'],
  ['[here](  JaVaScRiPt:alert(1))', '<p>here</p>'],
  ['[here](data:text/html,x)', '<p>here</p>'],
  ['[here](//elsewhere.example)', '<p>here</p>'],
  ['[here](https://a.example/"onclick="x)', '<p><a href="https://a.example/&quot;onclick=&quot;x">here</a></p>'],
  ['![a picture](https://elsewhere.example/x.png)', '<p>a picture</p>'],
  ['[entry](/glossary#KYC)', '<p><a href="/glossary#KYC">entry</a></p>'],
])('%s shows nothing but text and harmless links', (markdown, html) => {
  expect(toHtml(markdown)).toBe(html)
})

test.each([
  [
    '# A title\n\n* `<b>` in code\n* [entry](/glossary#KYC)\n\n1 < 2',
    '# A title\n\n* `<b>` in code\n* [entry](/glossary#KYC)\n\n1 < 2',
  ],
  ['a <img src=x onerror=alert(1)> b', 'a &lt;img src=x onerror=alert(1)> b'],
  ['<script>\nalert(1)\n</script>', '&lt;script>\nalert(1)\n&lt;/script>'],
  ['* [here](javascript:alert(1)) and [there](/x)', '* here and [there](/x)'],
  ['![a picture](https://elsewhere.example/x.png)', 'a picture'],
  ['[here][1]\n\n[1]: javascript:alert(1)', 'here\n\n'],
  ['<javascript:alert(1)>', 'javascript:alert(1)'],
])('%j is, for others to make HTML of, %j', (markdown, left) => {
  expect(harmless(markdown)).toBe(left)
})

test('whatever is written, what is left of it is harmless to whoever shows it', () => {
  const other = new Marked()
  const part = fc.constantFrom(
    '<script>',
    '</b>',
    '<!--',
    '-->',
    '[a]',
    '(javascript:x)',
    '![b]',
    '(http://c)',
    '`',
    '\n',
    '\n\n',
    '> ',
    '* ',
    '    ',
    'x',
    '\\',
    '<',
    '[a]: javascript:x',
    '*',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const html = other.parse(harmless(parts.join('')), { async: false })
      const [tags, addresses] = [/<\/?(\w+|!)/g, / (?:href|src)="([^"]*)"/g].map((pattern) =>
        [...html.matchAll(pattern)].map(([, found]) => found!),
      )
      const texts = [
        'p',
        'pre',
        'code',
        'em',
        'strong',
        'ul',
        'ol',
        'li',
        'blockquote',
        'br',
        'hr',
        'h1',
        'h2',
        'del',
        'a',
      ]
      expect(tags!.filter((tag) => !texts.includes(tag))).toEqual([])
      expect(addresses!.filter((address) => !address.startsWith('http://c'))).toEqual([])
    }),
    { numRuns: 3000 },
  )
})
