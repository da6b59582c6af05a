/** What a field of date and time says, in the browser's own time, as the API takes it; null where it is empty. */
export const expiryOf = (until: string | undefined): string | null => (until ? new Date(until).toISOString() : null)
