import { expect, test } from 'vitest'
import { contrastOf, textOn } from './colour.ts'

test.each([
  ['#ffffff', '#000000'],
  ['#000000', '#ffffff'],
  ['#0b5fae', '#ffffff'],
  ['#ffcc00', '#000000'],
  ['#FF0000', '#000000'],
])('text on %s is %s', (colour, text) => {
  expect(textOn(colour)).toBe(text)
})

test('black on white is as much contrast as there is', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21)
  // https://www.w3.org/WAI/WCAG22/Techniques/general/G18: #777777 on white is just too little
  expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

test('text can be read on any colour (WCAG 2.2 1.4.3)', () => {
  const parts = ['00', '33', '55', '77', '88', 'aa', 'cc', 'ff']
  const colours = parts.flatMap((red) => parts.flatMap((green) => parts.map((blue) => `#${red}${green}${blue}`)))
  expect(colours.filter((colour) => contrastOf(colour, textOn(colour)) < 4.5)).toEqual([])
})
