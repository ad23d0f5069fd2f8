import { z } from 'zod'
import { boardId } from '../../model/ids.ts'
import { MOST_PERSON_COLORS, MOST_PERSON_NAME, peerKind } from '../certificate.ts'
import { refusedEdit } from '../gate/refusedEdit.ts'
import { personId } from '../ids.ts'
import { role } from '../role.ts'
import { charters, signedCharter } from './charter.ts'

/** A Yjs state vector, base64url. */
const vector = z.string().max(60_000)
const bring = {
  kind: z.literal('bring'),
  board: boardId,
  middle: z.tuple([z.number(), z.number()]),
  zoom: z.number(),
}
const focus = z.object({ kind: z.literal('focus'), step: z.string().max(64).nullable() })

/** A message about an image (`imageMessage.ts`), base64url: people and the engine give each other what they lack. */
const image = z.object({ kind: z.literal('image'), bytes: z.string().max(70_000) })

/** Somebody in the session: the engine has seen their certificate. */
export const engineMember = z.object({
  person: personId,
  name: z.string().max(MOST_PERSON_NAME),
  kind: peerKind,
  color: z
    .number()
    .int()
    .min(0)
    .max(MOST_PERSON_COLORS - 1),
  role,
})
export type EngineMember = z.infer<typeof engineMember>

/** What people say to the engine, as JSON in its stateless messages. */
export const toEngine = z.discriminatedUnion('kind', [
  /** What holds from now on. Of facilitators. */
  z.object({ kind: z.literal('charter'), signed: signedCharter }),
  /** What is on my disk. */
  z.object({ kind: z.literal('persisted'), vector }),
  /** Somebody is to go; they may come again. Of facilitators, like the rest. */
  z.object({ kind: z.literal('out'), person: personId }),
  z.object(bring),
  focus,
  image,
])
export type ToEngine = z.infer<typeof toEngine>

/** Most people in one message. */
export const MOST_MEMBERS = 1000

/** What the engine says to people. */
export const fromEngine = z.discriminatedUnion('kind', [
  /** First of all: roles are enforced here, and this is what holds. Nothing goes to an engine that has not said so. */
  z.object({ kind: z.literal('hello'), v: z.literal(1), charters, focus: z.string().max(64).nullable() }),
  /** Who is here; with `first` all of them. */
  z.object({
    kind: z.literal('members'),
    first: z.boolean(),
    here: z.array(engineMember).max(MOST_MEMBERS),
    gone: z.array(personId).max(MOST_MEMBERS),
  }),
  z.object({ kind: z.literal('charter'), charters }),
  z.object({ kind: z.literal('persisted'), person: personId, vector }),
  z.object({ ...bring, by: personId }),
  focus,
  /** An edit of yours was not accepted, and is to be taken back. `edit` is not there if it could not be read. */
  z.object({ kind: z.literal('refused'), edit: refusedEdit.optional() }),
  /** What came from you rests on what is not here yet: bring both into step anew. */
  z.object({ kind: z.literal('again') }),
  image,
])
export type FromEngine = z.infer<typeof fromEngine>

/** What a stateless message says; nothing if it makes no sense. */
export function readMessage<T>(schema: z.ZodType<T>, text: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Why somebody is not let in, as the engine's `permission denied` says it; `clock` is followed by its time, ms since 1970. */
export const ENGINE_REFUSALS = [
  'removed',
  'ended',
  'locked',
  'old-invitation',
  'refused',
  'full',
  'not-open',
  'clock',
] as const
export type EngineRefusal = (typeof ENGINE_REFUSALS)[number]
