/** What the browser keeps for this page. Where it may not, or has no more room, it is kept for as long as the page lives. */

/** What goes first where there is no room for both: it is on the page all the same. */
const expendable = ['history', 'offers']

class Kept {
  private readonly inPage = new Map<string, string>()
  private readonly area: () => Storage

  /** @param area throws where the browser forbids it, or where there is no browser */
  constructor(area: () => Storage) {
    this.area = area
  }

  get(name: string): string | null {
    return this.inPage.get(name) ?? this.attempt((area) => area.getItem(name)) ?? null
  }

  /** False where it is gone with the page. */
  set(name: string, value: string): boolean {
    const isKept = this.attempt((area) => {
      area.setItem(name, value)
      return true
    })
    if (isKept) this.inPage.delete(name)
    else {
      // what stands there is of before
      this.remove(name)
      this.inPage.set(name, value)
    }
    return isKept ?? false
  }

  /** As `set`, at the cost of what can be done without. */
  setFirst(name: string, value: string): boolean {
    if (this.set(name, value)) return true
    for (const each of expendable) this.attempt((area) => area.removeItem(each))
    return this.set(name, value)
  }

  remove(name: string): void {
    this.inPage.delete(name)
    this.attempt((area) => area.removeItem(name))
  }

  clear(): void {
    this.inPage.clear()
    this.attempt((area) => area.clear())
  }

  private attempt<Result>(act: (area: Storage) => Result): Result | undefined {
    try {
      return act(this.area())
    } catch {
      return undefined
    }
  }
}

/** for this tab alone */
export const tabStorage = new Kept(() => sessionStorage)
/** for all tabs of the browser */
export const browserStorage = new Kept(() => localStorage)
