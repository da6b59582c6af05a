/** The bank that a call is about: that of its path, else of its body; '' where it names none. */
export function bankOfCall(values: Readonly<Record<string, string>>, body: unknown): string {
  if (values.BANK_ID) return values.BANK_ID
  const inBody = (body as { bank_id?: unknown } | null | undefined)?.bank_id
  return typeof inBody === 'string' ? inBody : ''
}
