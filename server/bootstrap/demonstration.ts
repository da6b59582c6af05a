import type { Services } from '../protocol/services.ts'
export async function ensureDemonstration(_services: Services): Promise<void> {}
