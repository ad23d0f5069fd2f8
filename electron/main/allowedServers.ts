/** Which servers the pages of windows may speak to; none unless a page has named them. */
export interface AllowedServers {
  /** From now on that page may speak to these origins and to no others. `page` is the id of its web contents. */
  allow(page: number, origins: readonly string[]): void
  /** That one besides, whatever the page names. */
  allowOwn(page: number, origin: string): void
  /** The page is gone, or is another one now. */
  forget(page: number): void
  /** May this page fetch that address, or open a WebSocket to it? */
  mayReach(page: number | undefined, url: string): boolean
}

export function createAllowedServers(): AllowedServers {
  const allowed = new Map<number, ReadonlySet<string>>()
  const own = new Map<number, string>()
  return {
    allow(page, origins) {
      allowed.set(page, new Set(origins.flatMap((origin) => serverOf(origin) ?? [])))
    },
    allowOwn(page, origin) {
      const server = serverOf(origin)
      if (server !== undefined) own.set(page, server)
    },
    forget(page) {
      allowed.delete(page)
      own.delete(page)
    },
    mayReach(page, url) {
      const server = serverOf(url)
      if (page === undefined || server === undefined) return false
      return allowed.get(page)?.has(server) === true || own.get(page) === server
    },
  }
}

const PROTOCOLS: Readonly<Record<string, string>> = {
  'http:': 'ws:',
  'https:': 'wss:',
  'ws:': 'ws:',
  'wss:': 'wss:',
}

/** The server that an address names, whether by HTTP or by WebSocket; nothing if it names none. */
function serverOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, host, username, password } = new URL(url)
  const spoken = PROTOCOLS[protocol]
  if (spoken === undefined || host === '' || username !== '' || password !== '') return undefined
  return `${spoken}//${host}`
}
