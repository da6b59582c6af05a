/** What every operation on metrics refuses. */
import { expect, test } from 'vitest'
import type { RoleName } from '../../authorisation/roles.ts'
import { wrongFilters } from '../../testing/metrics.ts'
import type { TestServer } from '../../testing/server.ts'

/** @param place where the role is held: a bank, or '' for the system */
export function testRefusals(server: () => TestServer, path: string, role: RoleName, place = ''): void {
  const get = async (query: string, roles: Record<string, RoleName[]>) =>
    server().call(`${path}?${query}`, { token: (await server().user(roles)).token })

  test('401 OBP-20001 without a login', async () => {
    const answer = await server().call(path)
    expect(answer.status).toBe(401)
    expect(answer.body.message).toMatch(/^OBP-20001: /)
  })

  test('403 OBP-20006 without the role, or with it in another place, whatever the query', async () => {
    for (const roles of [{}, { 'another.bank': [role] }, ...(place === '' ? [] : [{ '': [role] }])]) {
      const answer = await get('limit=0', roles)
      expect(answer.status).toBe(403)
      expect(answer.body.message).toMatch(new RegExp(`^OBP-20006: User is missing one or more roles: ${role}`))
    }
  })

  test.each(wrongFilters)('400 OBP-10016 for %s', async (query, reason) => {
    const answer = await get(query, { [place]: [role] })
    expect(answer.body).toEqual({
      code: 400,
      message: `OBP-10016: Incorrect filter Parameters in URL.  <- ${reason}`,
    })
    expect(answer.status).toBe(400)
  })
}
