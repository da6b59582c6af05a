/** Puts a text on the clipboard; false where the browser lets no page do so. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // there is none over plain HTTP, and the permission may be refused
    return copyChosen(text)
  }
}

/** As somebody does who chooses the text and copies it. */
function copyChosen(text: string): boolean {
  const before = document.activeElement as HTMLElement | null
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'unseen'
  document.body.append(field)
  field.select()
  const isCopied = document.execCommand('copy')
  field.remove()
  before?.focus({ preventScroll: true })
  return isCopied
}
