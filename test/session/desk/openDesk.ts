import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { WebSocketServer } from 'ws'
import { z } from 'zod'
import { createHostServer } from '../../../electron/host/createHostServer.ts'
import { STAND_ALONE } from '../../../electron/host/limits.ts'
import { coded } from '../../../electron/store/coded.ts'
import { createWorkshopFile } from '../../../electron/store/createWorkshopFile.ts'
import { createRecoveryJournals } from '../../../electron/store/recoveryJournal.ts'
import { openWorkshop, type Workshop } from '../../../electron/store/workshop.ts'
import { serve, type Port } from '../../../shared/ipc/rpc.ts'
import { workshopContract } from '../../../shared/ipc/workshopContract.ts'
import { peerPage } from '../peerPage/signalling.ts'
import { fromText, toText } from './wireMessage.ts'

export const deskOptions = z.object({
  /** Where the workshop's file is, and what is kept of its session. */
  folder: z.string(),
  /** Of the sessions' server: whoever has it may open rooms. */
  key: z.string(),
  /** 0 for any. */
  port: z.number().int(),
  /** What the server listens on; all addresses, if it is left out. */
  address: z.string().optional(),
  lineage: z.string(),
  /** Origins of pages of other desks. */
  origins: z.array(z.string()).default([]),
  /** To see it found: edits are confirmed before they are anywhere. */
  confirmsTooEarly: z.boolean().default(false),
})
export type DeskOptions = z.input<typeof deskOptions>

/** A computer without a window: the real sessions' server, and the real store with one workshop. */
export interface Desk {
  /** Of the sessions' server, which also has the pages. */
  readonly port: number
  /** Of the store, on loopback. */
  readonly storePort: number
  close(): Promise<void>
}

/** Needs the peer page to be built. */
export async function openDesk(given: DeskOptions): Promise<Desk> {
  const { folder, key, port, address, lineage, origins, confirmsTooEarly } = deskOptions.parse(given)
  const server = createHostServer({
    key,
    origins,
    page: peerPage(),
    limits: { ...STAND_ALONE, connectionsByAddress: 400 },
    saysRooms: true,
  })
  const file = path.join(folder, 'Workshop.journey')
  if (!existsSync(file)) createWorkshopFile(file, { lineage })
  const workshop = openWorkshop(file, {
    journals: createRecoveryJournals(path.join(folder, 'journal')),
    keepIn: path.join(folder, 'before-repair'),
    now: Date.now,
  })
  const calls = confirmsTooEarly ? confirming(workshop.calls) : workshop.calls
  const store = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  const kept = path.join(folder, 'membership.json')
  store.on('connection', (socket) => {
    const listeners = new Set<(message: unknown) => void>()
    const line: Port = {
      post: (message) => socket.send(toText(message)),
      listen(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      close: () => socket.close(),
    }
    serve(workshopContract, coded(calls), line)
    socket.send(toText({ kept: existsSync(kept) ? readFileSync(kept, 'utf8') : null }))
    socket.on('message', (data: Buffer) => {
      const message = fromText(data.toString())
      const keep = keeping.safeParse(message).data
      if (keep) return writeFileSync(kept, keep.keep)
      for (const listener of listeners) listener(message)
    })
  })
  await new Promise((resolve) => store.once('listening', resolve))
  return {
    port: await server.listen(port, address),
    storePort: (store.address() as AddressInfo).port,
    async close() {
      for (const client of store.clients) client.terminate()
      store.close()
      await server.close()
      workshop.close()
    },
  }
}

const keeping = z.object({ keep: z.string() })

function confirming(calls: Workshop['calls']): Workshop['calls'] {
  return { ...calls, append: () => ({ durable: 'file' }), flush: () => ({ durable: 'file' }) }
}
