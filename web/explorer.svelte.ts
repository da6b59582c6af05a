/** What all parts of the page share: where it is, in which language, and who is signed in. */
import type { PageData } from '../server/explorer/page-data.ts'
import type { Locale } from '../server/protocol/languages.ts'
import { type Label, labels } from './languages/labels.ts'
import { Session } from './session/session.svelte.ts'
import { Attempts } from './trying/attempts.svelte.ts'

const themes = ['light', 'dark'] as const
type Theme = (typeof themes)[number]

export class Explorer {
  data: PageData = $state.raw() as PageData
  isLoading = $state(false)
  /** null: as the system has it */
  theme: Theme | null = $state(null)
  /** said to who does not see the page change */
  announcement = $state('')
  readonly session: Session
  readonly attempts: Attempts

  constructor(data: PageData) {
    this.data = data
    this.session = new Session(this)
    this.attempts = new Attempts()
  }

  /** A label in the language of the page, with values in place of `{name}`. */
  say = (label: Label, values: Readonly<Record<string, string | number>> = {}): string => {
    const { en, es } = labels[label]
    const text = this.data.locale === 'es_ES' ? es : en
    return text.replaceAll(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole))
  }

  /** A place of this page, in the same language and version unless others are given. */
  link = (path: string, changed: { version?: string; locale?: Locale; [name: string]: string | undefined } = {}) => {
    const { version, locale } = this.data
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries({ version, locale, ...changed })) if (value) query.set(name, value)
    return `${path}?${query}`
  }

  operationLink = (operationId: string): string => this.link(`/operations/${operationId}`)

  /** Begins what only a browser can do. */
  start(): void {
    const chosen = localStorage.getItem('theme')
    this.setTheme(themes.find((theme) => theme === chosen) ?? null)
    addEventListener('popstate', () => void this.show(location.href))
    document.addEventListener('click', (event) => this.follow(event))
    void this.session.restore()
  }

  setTheme(theme: Theme | null): void {
    this.theme = theme
    if (theme) localStorage.setItem('theme', theme)
    else localStorage.removeItem('theme')
    document.documentElement.dataset.theme = theme ?? 'system'
  }

  /** Goes to a place of this page without loading everything anew. */
  async go(url: string): Promise<void> {
    await this.show(url)
    history.pushState(null, '', url)
    if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView()
    else scrollTo(0, 0)
    const heading = document.querySelector<HTMLElement>('main h1')
    heading?.focus({ preventScroll: true })
    this.announcement = heading?.textContent ?? ''
  }

  /** Fetches the page of an address and shows it; a server that does not answer gets the browser's own way of saying so. */
  private async show(url: string): Promise<void> {
    this.isLoading = true
    try {
      const address = new URL(url, location.href)
      address.searchParams.set('as', 'data')
      const response = await fetch(address)
      this.data = (await response.json()) as PageData
      document.documentElement.lang = this.data.locale.slice(0, 2)
    } catch {
      location.assign(url)
    } finally {
      this.isLoading = false
    }
  }

  private follow(event: MouseEvent): void {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return
    const anchor = (event.target as Element).closest('a')
    if (!anchor || anchor.target || anchor.hasAttribute('download') || anchor.origin !== location.origin) return
    const isHere = anchor.pathname === location.pathname && anchor.search === location.search
    if (anchor.hash && isHere) return
    if (
      !/^\/(operations\/|my-roles|role-requests|glossary|message-docs|errors|collections|guide|$)/.test(anchor.pathname)
    )
      return
    event.preventDefault()
    void this.go(anchor.href)
  }
}
