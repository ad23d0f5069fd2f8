import { z } from 'zod'
import { call } from './contract.ts'
import { lineage } from './sessionCalls.ts'

const session = z.string()
const file = z.string().min(1)

/** What main may ask of the store process. Paths appear here and nowhere else: windows never name one. */
export const controlContract = {
  /** Makes a new, empty workshop file; with a lineage, one that may be merged with others of it. `already-exists` if there is one of that name. */
  create: call(z.object({ file, lineage: lineage.optional() }), z.void()),
  /** Opens a file for one window. Fails without touching the file if it is not ours to open. */
  open: call(
    z.object({ file }),
    z.object({ session, file: z.string(), name: z.string(), readOnly: z.boolean() }),
  ),
  /** Writes everything and closes the file. */
  close: call(z.object({ session }), z.void()),
  /** A complete copy under a new identity (guid and lineage), so that the two never merge by accident. */
  saveCopy: call(z.object({ session, to: file }), z.void()),
  /** Renames the open file; resolves to where it is now. */
  rename: call(z.object({ session, to: file }), z.object({ file: z.string(), name: z.string() })),
  /** Recent workshops whose file is there, newest first, for the menu. */
  recent: call(z.void(), z.array(z.object({ id: z.string(), name: z.string(), file: z.string() }))),
  /** Where a recent workshop is. */
  locate: call(z.object({ id: z.string() }), z.object({ file: z.string() })),
  /** Recent workshops of a lineage whose file is there, newest first. */
  copiesOf: call(
    z.object({ lineage }),
    z.array(z.object({ id: z.string(), name: z.string(), file: z.string() })),
  ),
  clearRecent: call(z.void(), z.void()),
}

/**
 * Messages between main and the store process. With Electron's utility process a client brings its own
 * MessagePort (`connect` with a transferred port). Under a plain Node child main relays: `connect` without a
 * port, then `data` both ways, then `gone`.
 */
export type StoreDown =
  | { readonly kind: 'control'; readonly data: unknown }
  | { readonly kind: 'connect'; readonly client: number; readonly to: StoreRole }
  | { readonly kind: 'data'; readonly client: number; readonly data: unknown }
  | { readonly kind: 'gone'; readonly client: number }

export type StoreUp =
  | { readonly kind: 'ready' }
  | { readonly kind: 'control'; readonly data: unknown }
  | { readonly kind: 'data'; readonly client: number; readonly data: unknown }

/** What a client's port is for. */
export type StoreRole = { readonly role: 'library' } | { readonly role: 'workshop'; readonly session: string }
