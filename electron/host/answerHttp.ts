import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Health } from '../../shared/session/signallingFrame.ts'
import { CONTENT_POLICY } from '../../shared/util/contentPolicy.ts'
import type { GuestPage, PageFile } from './guestPage.ts'

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
}

export interface Answering {
  readonly page: GuestPage
  readonly isForUs: (request: IncomingMessage) => boolean
  readonly health: () => Health
}

/** Answers GET of the page, its files and `/health`; everything else there is not. */
export function answerHttp(
  { page, isForUs, health }: Answering,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const [path = ''] = (request.url ?? '').split('?', 1)
  const isAsked = request.method === 'GET' && isForUs(request) && !hasBody(request)
  const file = isAsked ? page.get(path) : undefined
  if (file) return sendFile(file, request, response)
  if (isAsked && path === '/health') return sendHealth(health(), response)
  response.writeHead(404, { ...HEADERS, 'content-length': 0, connection: 'close' })
  response.end()
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0'

function sendFile(file: PageFile, { headers }: IncomingMessage, response: ServerResponse): void {
  const takesPacked = /\bgzip\b/.test(headers['accept-encoding'] ?? '')
  const content = takesPacked && file.packed ? file.packed : file.content
  response.writeHead(200, {
    ...HEADERS,
    'content-type': file.type,
    'content-length': content.length,
    'cache-control': file.lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
    ...(content === file.packed && { 'content-encoding': 'gzip' }),
  })
  response.end(content)
}

function sendHealth(health: Health, response: ServerResponse): void {
  const content = JSON.stringify(health)
  response.writeHead(200, {
    ...HEADERS,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(content),
    'cache-control': 'no-store',
  })
  response.end(content)
}
