/** Text that may be JSON. */

/** What the text says; undefined where it is no JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** JSON over several lines, other text as it is. */
export function prettyOf(text: string, json: unknown = parsed(text)): string {
  return json === undefined ? text : JSON.stringify(json, null, 2)
}
