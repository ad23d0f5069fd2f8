import type { RoomId } from '../../../shared/session/ids.ts'

/** `/hub` is the host's line, `/guest` that of one guest, `/signal` y-webrtc's. */
export type ServerPath = 'hub' | 'guest' | 'signal'

/** Where to connect to a server that is known by its origin (`http://192.168.1.5:4242`); ws for http, wss for https. */
export function serverUrl(origin: string, path: ServerPath, room: RoomId, token: string): string {
  const base = origin.replace(/^http/, 'ws').replace(/\/+$/, '')
  return `${base}/${path}?room=${room}&token=${encodeURIComponent(token)}`
}
