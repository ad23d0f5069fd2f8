import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { protocol, type Privileges } from 'electron'
import { CONTENT_POLICY } from '../../shared/util/contentPolicy.ts'
import { logError } from './logError.ts'
import { rendererFile } from './rendererFile.ts'

/** Where every page of the packaged app comes from. */
export const APP_ORIGIN = 'app://throughline'

const privileges: Privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }

/** Must be called before the app is ready. */
export function declareProtocol(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }])
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_POLICY,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
}

/** Serves the built renderer in the folder `root` as app://throughline/. Call once, when the app is ready. */
export function serveRenderer(root: string): void {
  protocol.handle('app', async (request) => {
    const file = request.method === 'GET' ? rendererFile(root, request.url, APP_ORIGIN) : null
    if (!file) return respond(404, null, 'text/plain')
    try {
      // Not net.fetch('file:'), which cannot look into the asar once the file-protocol fuse is off.
      const content = new Uint8Array(await readFile(file))
      return respond(200, content, TYPES[path.extname(file)] ?? 'application/octet-stream')
    } catch (error) {
      logError('window: asked for a file that cannot be read', error)
      return respond(404, null, 'text/plain')
    }
  })
}

function respond(status: number, content: Uint8Array<ArrayBuffer> | null, type: string): Response {
  return new Response(content, { status, headers: { ...HEADERS, 'content-type': type } })
}
