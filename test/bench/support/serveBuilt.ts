import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

const built = path.join(import.meta.dirname, '../../../out/renderer')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

export interface BuiltSite {
  /** Such as `http://127.0.0.1:40123`. */
  readonly address: string
  /** Answers a path, such as `/bench/board.json`, with these bytes. */
  put(path: string, content: string | Uint8Array): void
  close(): void
}

/** The built page on a free port of this computer, and whatever else a benchmark puts beside it. */
export async function serveBuilt(folder = built): Promise<BuiltSite> {
  const extra = new Map<string, string | Uint8Array>()
  const server = http.createServer(({ url = '/' }, response) => {
    const name = decodeURIComponent(new URL(url, 'http://localhost').pathname)
    const content = extra.get(name) ?? fileIn(folder, name)
    response.writeHead(content === undefined ? 404 : 200, {
      'content-type': TYPES[path.extname(name) || '.html'] ?? 'application/octet-stream',
    })
    response.end(content)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    put: (name, content) => void extra.set(name, content),
    close: () => server.close(),
  }
}

function fileIn(folder: string, name: string): Uint8Array | undefined {
  const file = path.join(folder, name === '/' ? 'index.html' : name)
  return file.startsWith(folder) && fs.existsSync(file) ? fs.readFileSync(file) : undefined
}
