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

/** The Markdown that shows a text as it is, on one line. */
export const asText = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*<&~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|\[(?=[^\]]*\]\()/g, '\\$&')
