/** Markdown, and the HTML of it that documentation carries. */
import { Marked } from 'marked'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => entities[character]!)

/** Where a link may lead: a place of this server, the web, a mailbox; never a script. */
const isHarmless = (address: string): boolean => /^(\/(?!\/)|#|https?:\/\/|mailto:)/i.test(address)

const marked = new Marked({
  gfm: true,
  // a bare address stays text: examples such as felixsmith@example.com are values, not links
  tokenizer: { url: () => undefined },
  renderer: {
    // documentation is written in Markdown: what looks like HTML is text
    html: ({ text }) => escaped(text),
    link({ href, tokens }) {
      const text = this.parser.parseInline(tokens)
      return isHarmless(href) ? `<a href="${escaped(href)}">${text}</a>` : text
    },
    // nothing is fetched from elsewhere to show a page
    image: ({ text }) => escaped(text),
  },
})

/** The HTML of Markdown. Whatever stands in it, the HTML has no script, no picture and no link but to the web. */
export const toHtml = (markdown: string): string => marked.parse(markdown, { async: false }).trim()

// as most others read Markdown: to them a bare address is a link
const others = new Marked({ gfm: true })

/**
 * The same Markdown where whoever makes HTML of it gets no more than {@link toHtml} gives: what looks like HTML is text,
 * pictures are their names, and a link that leads elsewhere is its text.
 */
export function harmless(markdown: string): string {
  const text = [...harmIn(markdown)]
    // the longest first: one may stand in another
    .sort(([one], [other]) => other.length - one.length)
    .reduce((left, [harm, instead]) => left.replaceAll(harm, () => instead), markdown)
  return harmIn(text).size === 0 ? text : withoutMeaning(markdown)
}

/** The parts of a Markdown text that are not harmless, and what to write instead. */
function harmIn(markdown: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const reader of [marked, others])
    reader.walkTokens(reader.lexer(markdown), (token) => {
      if (token.type === 'html') found.set(token.raw, withoutMeaning(token.raw))
      if (token.type === 'image') found.set(token.raw, withoutMeaning(token.text))
      if (token.type === 'link' && !isHarmless(token.href)) found.set(token.raw, withoutMeaning(token.text))
      if (token.type === 'def' && !isHarmless(token.href)) found.set(token.raw, '')
    })
  return found
}

/** The text without anything that makes a tag, a link or a picture. */
const withoutMeaning = (text: string): string => text.replaceAll('<', '&lt;').replaceAll('[', '&#91;')

/** The Markdown that shows a text as it is, on one line. */
export const asText = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*<&~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|\[(?=[^\]]*\]\()/g, '\\$&')
