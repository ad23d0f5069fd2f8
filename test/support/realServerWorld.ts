import { WebSocket } from 'ws'
import { encodedProgress } from '../../shared/session/vectors.ts'
import { createDocSync } from '../../renderer/sync/createDocSync.ts'
import { createPresenceLines } from '../../renderer/sync/createPresenceLines.ts'
import type { OwnServer, SessionOptions } from '../../renderer/sync/live/sessionOptions.ts'
import { sharedWorkshop } from '../../renderer/sync/live/sharedWorkshop.ts'
import { machine, type Socket } from '../../renderer/sync/live/surroundings.ts'
import { createGate } from '../../shared/session/gate/createGate.ts'
import { identityOf, newSecretKey } from '../../shared/session/identity.ts'
import { ownerToken } from '../../shared/session/ownerToken.ts'
import { addFirstBoard, createDocument, openWorkshop, type Workshop } from '../../shared/model/workshop.ts'
import { toBase64url } from '../../shared/util/base64url.ts'
import { createStore } from '../../shared/util/store.ts'
import { KEY } from '../host/hostOn.ts'
import { noAssets, noImages } from './sessionWorld.ts'

/** The platform's WebSocket as pages have it: they say where they come from. */
export function wsSocket(address: string): Socket {
  const origin = `http://${new URL(address).host}`
  const ws = new WebSocket(address, { origin })
  ws.binaryType = 'arraybuffer'
  const socket: Socket = {
    buffered: () => ws.bufferedAmount,
    send(frame) {
      if (ws.readyState === ws.OPEN) ws.send(frame)
    },
    close: () => ws.close(),
    onOpen: undefined,
    onText: undefined,
    onBytes: undefined,
    onClose: undefined,
  }
  ws.on('open', () => socket.onOpen?.())
  ws.on('error', () => {})
  ws.on('message', (content: ArrayBuffer, isBinary) => {
    if (isBinary) socket.onBytes?.(new Uint8Array(content))
    else socket.onText?.(Buffer.from(content).toString())
  })
  ws.on('close', (code) => socket.onClose?.(code))
  return socket
}

/** What sessions of this process take part with, over a real server on that port. */
export function realOptions(
  name: string,
  options: { readonly kind: 'desktop' | 'laptop'; readonly port: number; readonly workshop?: Workshop },
): SessionOptions & { readonly content: Workshop } {
  const { kind, port } = options
  const doc = createDocument()
  if (kind === 'desktop') addFirstBoard(doc)
  const content = options.workshop ?? openWorkshop(doc)
  const identity = identityOf(newSecretKey())
  content.signAs(identity.person)
  const persisted = createStore<string | undefined>(undefined)
  const save = (): void => persisted.set(toBase64url(encodedProgress(content.doc)))
  content.doc.on('update', () => setTimeout(save, 20))
  save()
  const origin = `http://127.0.0.1:${port}`
  const ownServer: OwnServer = {
    open: async (room) => ({
      origins: [origin],
      local: `ws://127.0.0.1:${port}`,
      ownerToken: ownerToken(KEY, room, Date.now()),
    }),
    close: async () => {},
    onBack: () => () => {},
  }
  return {
    content,
    workshop: sharedWorkshop(content, noAssets),
    identity,
    displayName: name,
    kind,
    ...(kind === 'desktop' && { persisted, ownServer }),
    parts: { createGate, createDocSync, createImageSync: noImages, createPresenceLines, openMesh: undefined },
    surroundings: {
      ...machine,
      openSocket: wsSocket,
      stretch: async (words) => toBase64url(new TextEncoder().encode(words.padEnd(16).slice(0, 16))),
    },
  }
}
