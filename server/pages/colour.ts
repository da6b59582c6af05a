/** Colours as web pages name them: `#rrggbb`. */

/** From 0 for black to 1 for white (WCAG 2.2, relative luminance). */
function luminanceOf(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((place) => {
    const part = Number.parseInt(colour.slice(place, place + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

/** From 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrastOf(one: string, other: string): number {
  const [lighter, darker] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a)
  return (lighter! + 0.05) / (darker! + 0.05)
}

/** Black or white, whichever is read better on the colour: one of them has a contrast of 4.5 on any. */
export const textOn = (colour: string): '#000000' | '#ffffff' =>
  contrastOf('#000000', colour) > contrastOf('#ffffff', colour) ? '#000000' : '#ffffff'
