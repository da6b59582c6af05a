/** The figures as a table for a terminal. */
import { type Figure, isMet, median } from './rounds.ts'

const head = ['', 'ours', 'reference', 'median', 'min – max', 'target', '']

export function table(figures: readonly Figure[]): string {
  const rows = [head, ...figures.map(row)]
  const widths = head.map((_, column) => Math.max(...rows.map((cells) => cells[column]!.length)))
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function row(figure: Figure): string[] {
  const { name, ours, reference, values, write, target } = figure
  const bound = 'atLeast' in target ? `≥ ${write(target.atLeast)}` : `≤ ${write(target.atMost)}`
  const range = `${write(Math.min(...values))} – ${write(Math.max(...values))}`
  return [name, ours, reference, write(median(values)), range, bound, isMet(figure) ? 'met' : 'MISSED']
}
