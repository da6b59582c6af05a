/** How somebody with a browser and no script meets the pages, and logs in with what they chose there. */
import type { TestServer } from './server.ts'

/** @param server whose pages are met where no other one is named; asked at each step, for it is opened later */
export const browsing = (server: () => TestServer) => ({
  /** Sends a form as a browser does. */
  async send(path: string, fields: Record<string, string>, headers: Record<string, string> = {}, at = server()) {
    const response = await fetch(at.url + path, {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'same-origin', ...headers },
      body: new URLSearchParams(fields),
    })
    return { status: response.status, headers: response.headers, text: await response.text() }
  },
  /** Logs in with DirectLogin; the answer may be a refusal. */
  logIn: (username: string, password: string, { key = 'test-consumer', at = server() } = {}) =>
    at.call('/my/logins/direct', {
      method: 'POST',
      headers: { DirectLogin: `username="${username}",password="${password}",consumer_key="${key}"` },
    }),
})

/** What a page says, without its tags. */
export const words = (page: string): string =>
  page
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
