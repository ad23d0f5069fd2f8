import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'
import { networkInterfaces } from 'node:os'

/** The page of a desktop window. */
export const APP_ORIGIN = 'app://throughline'
/** Addresses of a computer do not change often, and asking for them takes a while. ms */
const KNOWN_FOR = 2000

/** By which names this server may be asked, so that no page of somebody else reaches it by a name of theirs (DNS rebinding). */
export interface HostNames {
  /** Is there one Host header, and is it one of our addresses with our port, or a configured name? */
  isForUs(request: Pick<IncomingMessage, 'headersDistinct'>): boolean
  /** A page's Origin: one that came from here, an app's window, or one that is allowed besides. */
  mayConnect(origin: string | undefined, besides: readonly string[]): boolean
}

export interface HostNamesOptions {
  readonly port: number
  /** Names by which a reverse proxy reaches it, such as `sessions.example.org`; with any port. */
  readonly names: readonly string[]
  /** Origins of pages that may always connect: a dev server's. */
  readonly origins: readonly string[]
  readonly now: () => number
  /** Addresses of this computer. */
  readonly addresses?: () => readonly string[]
}

export function createHostNames(options: HostNamesOptions): HostNames {
  const { port, now, addresses = ownAddresses } = options
  const names = new Set(options.names.map((name) => name.toLowerCase()))
  const origins = new Set([APP_ORIGIN, ...options.origins])
  let own = new Set<string>()
  let ownSince = -Infinity

  function ownHosts(): ReadonlySet<string> {
    if (now() - ownSince < KNOWN_FOR) return own
    own = new Set(['localhost', ...addresses().map(asHost)].map((host) => `${host}:${port}`))
    ownSince = now()
    return own
  }

  const isOurs = (host: string | undefined): boolean => {
    if (host === undefined || host.length > 255) return false
    const asked = host.toLowerCase()
    return ownHosts().has(asked) || names.has(asked.replace(/:\d{1,5}$/, ''))
  }

  return {
    isForUs({ headersDistinct: { host = [] } }) {
      return host.length === 1 && isOurs(host[0])
    },
    mayConnect(origin, besides) {
      if (origin === undefined) return false
      if (origins.has(origin) || besides.includes(origin)) return true
      const [, host] = /^https?:\/\/([^/?#@\s\\]+)$/.exec(origin) ?? []
      return isOurs(host)
    },
  }
}

const ownAddresses = (): string[] =>
  Object.values(networkInterfaces()).flatMap((each) => (each ?? []).map(({ address }) => address))

/** As in a URL. */
const asHost = (address: string): string => (isIPv6(address) ? `[${address.toLowerCase()}]` : address)
