/** A user at a browser, for tests: keeps cookies, follows redirects on the server, fills in forms, stops at the application. */

export interface Page {
  status: number
  url: string
  text: string
  headers: Headers
}

export interface Browser {
  /** Opens an address and follows redirects below the server; the address of the application is where it stops. */
  open(url: string, form?: Record<string, string>): Promise<Page | URL>
  /** Sends the form of a page. */
  submit(page: Page | URL, form: Record<string, string>): Promise<Page | URL>
  cookies(): { name: string; value: string; attributes: string }[]
}

export function openBrowser(server: string): Browser {
  const jar = new Map<string, { name: string; value: string; path: string; attributes: string }>()

  function keep(line: string) {
    const [pair, ...attributes] = line.split('; ')
    const [name, value] = [pair!.slice(0, pair!.indexOf('=')), pair!.slice(pair!.indexOf('=') + 1)]
    const path = attributes.find((each) => each.toLowerCase().startsWith('path='))?.slice(5) ?? '/'
    if (value) jar.set(name + path, { name, value, path, attributes: attributes.join('; ') })
    else jar.delete(name + path)
  }

  async function open(url: string, form?: Record<string, string>): Promise<Page | URL> {
    const { pathname } = new URL(url)
    const cookies = [...jar.values()].filter(({ path }) => pathname.startsWith(path))
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const line of response.headers.getSetCookie()) keep(line)
    const location = response.headers.get('location')
    const text = await response.text()
    if (!location) return { status: response.status, url, text, headers: response.headers }
    const next = new URL(location, url)
    return next.origin === new URL(server).origin ? open(next.href) : next
  }

  return {
    open,
    submit: (page, form) => {
      if (page instanceof URL) throw new Error(`no form at ${page.href}`)
      return open(page.url, form)
    },
    cookies: () => [...jar.values()],
  }
}
