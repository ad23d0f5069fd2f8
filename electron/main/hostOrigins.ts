import type { NetworkInterfaceInfo, networkInterfaces } from 'node:os'

/** Interfaces of virtual machines and containers, which nobody else is in. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|utun|tailscale|wg|tun|zt)/i

/**
 * Origins of a server on this port, as others reach it: private IPv4 addresses, then public ones, then those of virtual
 * networks, then IPv6, and this computer's own name for itself last.
 */
export function hostOrigins(interfaces: ReturnType<typeof networkInterfaces>, port: number): string[] {
  const ranked = Object.entries(interfaces)
    .flatMap(([name, infos]) =>
      (infos ?? []).map((info) => ({ address: info.address, rank: rankOf(name, info) })),
    )
    .filter(({ rank }) => rank !== undefined)
    .toSorted((a, b) => Number(a.rank) - Number(b.rank))
  const hosts = ranked.map(({ address }) => (address.includes(':') ? `[${address}]` : address))
  return [...new Set([...hosts, '127.0.0.1'])].map((host) => `http://${host}:${port}`)
}

/** Nothing for addresses that mean something on this computer only. */
function rankOf(name: string, { address, family, internal }: NetworkInterfaceInfo): number | undefined {
  if (internal || /^(169\.254\.|fe80:)/i.test(address)) return undefined
  const virtual = VIRTUAL.test(name) ? 10 : 0
  if (family === 'IPv6') return 20 + virtual
  return virtual + (isPrivate(address) ? 0 : 5)
}

/** RFC 1918. */
const isPrivate = (address: string): boolean => /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address)
