/** Markdown, and the HTML of it that resource docs carry. */
import { Marked } from 'marked'

// a bare address stays text: examples such as felixsmith@example.com are values, not links
const marked = new Marked({ gfm: true, tokenizer: { url: () => undefined } })

/** The HTML of our own Markdown; it is not made for text of strangers. */
export const toHtml = (markdown: string): string => marked.parse(markdown, { async: false }).trim()

/** The Markdown that shows a text as it is, on one line. */
export const asText = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*<&~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|\[(?=[^\]]*\]\()/g, '\\$&')
