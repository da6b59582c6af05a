/** The way to a server, which can be cut: who comes by it then finds nobody, as where the server is stopped. */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface Way {
  url: string
  leadTo(url: string): void
  cut(): Promise<void>
  mend(): Promise<void>
  close(): Promise<void>
}

export async function openWay(): Promise<Way> {
  let target = 0
  const sockets = new Set<Socket>()
  const keep = (socket: Socket) => {
    sockets.add(socket)
    // whichever end breaks off
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  }
  const entrance = createServer((from) => {
    const to = connect(target, '127.0.0.1')
    keep(from)
    keep(to)
    from.pipe(to).pipe(from)
  })
  const listen = (port: number) => once(entrance.listen(port, '127.0.0.1'), 'listening')
  async function cut() {
    const closed = once(entrance, 'close')
    entrance.close()
    for (const socket of sockets) socket.destroy()
    await closed
  }
  await listen(0)
  const { port } = entrance.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    leadTo(url) {
      target = Number(new URL(url).port)
    },
    cut,
    async mend() {
      await listen(port)
    },
    close: cut,
  }
}
