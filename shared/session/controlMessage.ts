import { z } from 'zod'
import { boardId } from '../model/ids.ts'
import { chain } from './certificate.ts'
import { knocker } from './doorMessage.ts'
import { epochSecret } from './epochSecret.ts'
import { personId } from './ids.ts'
import { wayIn } from './invitation.ts'
import { policy } from './policy.ts'
import { role } from './role.ts'

const clientId = z
  .number()
  .int()
  .min(0)
  .max(2 ** 32 - 1)
/** How far a document is (`encodedProgress`), base64url. */
const vector = z.string().max(60_000)

/** One member as others may know them. What counts is signed; the rest is how to reach them. */
export const card = z.object({
  chain,
  /** The client id of their document now. */
  client: clientId,
  /** Origins of the server they run, if they can be host. */
  servers: z.array(z.url().max(200)).max(4),
  /** The lineage of the document they have; nothing before they have one. */
  lineage: z.string().max(64).optional(),
})
export type Card = z.infer<typeof card>

/** Counts the changes of host. */
const term = z
  .number()
  .int()
  .min(0)
  .max(2 ** 40)

/** Most cards, and most of those who left, in one message: they fit 64 KiB. */
export const MOST_CARDS = 30
export const MOST_GONE = 200

/** What peers say to each other besides the document, on the control lane. At most 64 KiB each. */
export const controlMessage = z.discriminatedUnion('kind', [
  /**
   * First of all, both ways: who I am and what holds. `hosting` is whom I hear as host just now. `signer` here and below is
   * whoever signed the policy, unless that was the room's key.
   */
  z.object({
    kind: z.literal('hello'),
    card,
    policy,
    signer: chain.optional(),
    term,
    hosting: personId.optional(),
  }),
  /** Who else is here, by what the host knows: news, or with `first` the beginning of a whole list. */
  z.object({
    kind: z.literal('members'),
    first: z.boolean(),
    cards: z.array(card).max(MOST_CARDS),
    gone: z.array(personId).max(MOST_GONE),
  }),
  z.object({ kind: z.literal('policy'), policy, signer: chain.optional() }),
  /** The secret was replaced. */
  z.object({ kind: z.literal('rekey'), policy, signer: chain.optional(), secret: epochSecret }),
  /** The host has gone quiet here. Whoever hears it answers `alive`; if nobody does, another takes over. */
  z.object({ kind: z.literal('doubt'), person: personId }),
  z.object({ kind: z.literal('alive'), person: personId }),
  /** Whom the sender has a line of their own to, so that the host need not pass on between those. */
  z.object({ kind: z.literal('lines'), persons: z.array(personId).max(100) }),
  /** To facilitators who are not host: who waits at the door. All of them, each time. */
  z.object({ kind: z.literal('knocks'), waiting: z.array(knocker).max(50) }),
  /** What a facilitator decides about one of them. */
  z.object({ kind: z.literal('decide'), person: personId, admit: z.boolean(), role: role.optional() }),
  /** A facilitator puts somebody out who is with the host; they may knock again. */
  z.object({ kind: z.literal('showOut'), person: personId }),
  /** I am host from now on, in this term. Larger terms win; of equal ones the smaller person id. */
  z.object({
    kind: z.literal('hosting'),
    term,
    person: personId,
    servers: z.array(z.url().max(200)).max(4),
  }),
  /** What is on somebody's disk: an edit counts as saved when such a vector covers it (reliability C.6). */
  z.object({ kind: z.literal('persisted'), person: personId, vector }),
  /** To those who may be host: what they need to let people in. */
  z.object({
    kind: z.literal('keys'),
    secret: epochSecret,
    ways: z.array(wayIn).max(12),
    name: z.string().max(200),
  }),
  /** A facilitator brings everybody along. */
  z.object({
    kind: z.literal('bring'),
    board: boardId,
    middle: z.tuple([z.number(), z.number()]),
    zoom: z.number(),
    /** Who, where the host passes it on. */
    by: personId.optional(),
  }),
  /** What the facilitator points everybody at: the current frame, for phones. */
  z.object({ kind: z.literal('focus'), step: z.string().max(64).nullable() }),
  /** The session is over for everybody, or for whoever gets this. */
  z.object({ kind: z.literal('bye'), why: z.enum(['ended', 'left', 'removed', 'moved']) }),
])
export type ControlMessage = z.infer<typeof controlMessage>
