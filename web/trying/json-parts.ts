/** JSON text in the parts that are coloured. */

export interface Part {
  kind: 'name' | 'text' | 'number' | 'word' | 'plain'
  text: string
}

const token = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false|null)/g

export function partsOf(line: string): Part[] {
  const parts: Part[] = []
  let end = 0
  for (const match of line.matchAll(token)) {
    if (match.index > end) parts.push({ kind: 'plain', text: line.slice(end, match.index) })
    const [whole, text, colon, number] = match
    parts.push({ kind: text ? (colon ? 'name' : 'text') : number ? 'number' : 'word', text: whole })
    end = match.index + whole.length
  }
  if (end < line.length) parts.push({ kind: 'plain', text: line.slice(end) })
  return parts
}

/** Lines in blocks, of which a browser lays out only those that are looked at. */
export function blocksOf(text: string, lines = 100): string[][] {
  const all = text.split('\n')
  return Array.from({ length: Math.ceil(all.length / lines) }, (_, block) =>
    all.slice(block * lines, (block + 1) * lines),
  )
}
