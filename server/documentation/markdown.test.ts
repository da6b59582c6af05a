import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asText, toHtml } from './markdown.ts'

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
