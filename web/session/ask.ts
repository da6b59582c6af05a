/** One call of the API, with all that a person may want to know of its answer. */

export interface Ask {
  verb: string
  /** with its query */
  path: string
  headers?: Readonly<Record<string, string>>
  body?: string
  signal?: AbortSignal
}

export interface Answer {
  status: number
  headers: readonly (readonly [string, string])[]
  text: string
  /** undefined where the body is no JSON */
  json: unknown
  /** milliseconds until the whole body was there */
  duration: number
  /** of the body, in bytes */
  size: number
}

/** @throws TypeError where the server cannot be reached, and the signal's reason where it is given up */
export async function ask({ verb, path, headers = {}, body, signal }: Ask): Promise<Answer> {
  const begun = performance.now()
  const response = await fetch(path, {
    method: verb,
    headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
    ...(body !== undefined && { body }),
    ...(signal && { signal }),
    // what the form says is what is sent
    cache: 'no-store',
    credentials: 'omit',
  })
  const bytes = await response.arrayBuffer()
  const text = new TextDecoder().decode(bytes)
  return {
    status: response.status,
    headers: [...response.headers],
    text,
    json: parsed(text),
    duration: performance.now() - begun,
    size: bytes.byteLength,
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
