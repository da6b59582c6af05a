/** The last log-off in any tab of this browser. */
import { browserStorage } from '../storage.ts'

/** in milliseconds since 1970 */
const stored = 'logged-off'

/** Null where nobody has logged off yet. */
export const lastLogOff = (): string | null => browserStorage.get(stored)

/** Tells all tabs: at once those that listen, the others when they look. */
export const tellLogOff = (): boolean => browserStorage.set(stored, String(Date.now()))

/** @param follow called when somebody logs off in another tab */
export function onLogOff(follow: () => void): void {
  addEventListener('storage', ({ key }) => {
    if (key === stored) follow()
  })
}
