import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { Limits } from './limits.ts'

/** The TCP connections of a server, so that nobody takes them all. */
export interface Sockets {
  /** Takes a connection, or cuts it off if there are too many. */
  take(socket: Socket): void
  /** It belongs to a room from now on. */
  release(socket: Socket): void
  destroy(): void
}

export function createSockets({ sockets: most, plainByAddress }: Limits): Sockets {
  const all = new Set<Socket>()
  const plain = new Map<Socket, string>()
  const counts = new Map<string, number>()

  function release(socket: Socket): void {
    const address = plain.get(socket)
    if (address === undefined) return
    plain.delete(socket)
    const left = (counts.get(address) ?? 1) - 1
    if (left === 0) counts.delete(address)
    else counts.set(address, left)
  }

  return {
    take(socket) {
      const address = plainAddress(socket.remoteAddress)
      const count = (counts.get(address) ?? 0) + 1
      if (all.size >= most || count > plainByAddress) return void socket.destroy()
      all.add(socket)
      plain.set(socket, address)
      counts.set(address, count)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        all.delete(socket)
        release(socket)
      })
    },
    release,
    destroy() {
      for (const socket of all) socket.destroy()
    },
  }
}

/** IPv4 as such, also where it comes over an IPv6 socket. Of IPv6 the network: a host has 2⁶⁴ addresses of its own. */
export function plainAddress(address = ''): string {
  const ipv4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (ipv4 !== undefined) return ipv4
  return address.includes(':') ? networkOf(address) : address
}

function networkOf(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('::', 2)
  const first = head.split(':').filter((each) => each !== '')
  const last = (tail ?? '').split(':').filter((each) => each !== '')
  const gap = tail === undefined ? 0 : 8 - first.length - last.length
  const groups = [...first, ...Array.from({ length: Math.max(0, gap) }, () => '0'), ...last]
  return `${groups.slice(0, 4).join(':')}::/64`
}

/** What is needed of a request to know who asks. */
interface Asking {
  readonly socket: Pick<Socket, 'remoteAddress'>
  readonly headers: IncomingMessage['headers']
}

/** Who asks. Behind a proxy of ours, which says so in the last entry of X-Forwarded-For, whom it asks for. */
export function askerOf({ socket, headers }: Asking, behindProxy: boolean): string {
  const forwarded = behindProxy ? String(headers['x-forwarded-for'] ?? '') : ''
  const last = forwarded.split(',').at(-1)?.trim() ?? ''
  return plainAddress(/^[0-9a-f.:]{2,45}$/i.test(last) ? last : socket.remoteAddress)
}
