// what the benchmarks use of autocannon, which brings no types
declare module 'autocannon' {
  interface Request {
    method?: string
    path?: string
    headers?: Record<string, string>
    body?: string
  }
  interface Result {
    requests: { total: number }
    /** seconds */
    duration: number
    /** milliseconds */
    latency: { p99: number }
    errors: number
    timeouts: number
    non2xx: number
  }
  export default function autocannon(options: {
    url: string
    connections: number
    /** seconds */
    duration: number
    requests: { setupRequest(request: Request): Request }[]
  }): Promise<Result>
}
