import { z } from 'zod'
import { boardId } from '../model/ids.ts'
import { chain } from './certificate.ts'
import { personId } from './ids.ts'
import { door, invitation } from './invitation.ts'
import { policy } from './policy.ts'

/** 256 random bits that only members know, base64url: topic and password of signalling follow from it. */
export const epochSecret = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
const clientId = z
  .number()
  .int()
  .min(0)
  .max(2 ** 32 - 1)
/** A Yjs state vector, base64url. */
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
  /** ms since 1970 by the clock of whoever admitted them: the order in which hosts are chosen. */
  since: z.number().int(),
})
export type Card = z.infer<typeof card>

/** What peers say to each other besides the document, on the control lane. At most 64 KiB each. */
export const controlMessage = z.discriminatedUnion('kind', [
  /** First of all, both ways: who I am and what holds. The secret only to members. */
  z.object({
    kind: z.literal('hello'),
    card,
    policy,
    term: z.number().int().min(0),
    hosting: personId.optional(),
  }),
  /** Who else is here: those the sender has links with. */
  z.object({ kind: z.literal('members'), cards: z.array(card).max(100) }),
  z.object({ kind: z.literal('policy'), policy }),
  /** The secret was replaced. */
  z.object({ kind: z.literal('rekey'), policy, secret: epochSecret }),
  /** I am host from now on, in this term. Larger terms win; of equal ones the smaller person id. */
  z.object({
    kind: z.literal('hosting'),
    term: z.number().int().min(0),
    person: personId,
    servers: z.array(z.url().max(200)).max(4),
  }),
  /** What is on somebody's disk: an edit counts as saved when such a vector covers it (reliability C.6). */
  z.object({ kind: z.literal('persisted'), person: personId, vector }),
  /** To those who may be host: what they need to let people in. */
  z.object({
    kind: z.literal('keys'),
    secret: epochSecret,
    invitations: z.array(z.object({ invitation, door })).max(12),
    name: z.string().max(200),
  }),
  /** A facilitator brings everybody along. */
  z.object({
    kind: z.literal('bring'),
    board: boardId,
    middle: z.tuple([z.number(), z.number()]),
    zoom: z.number(),
  }),
  /** What the facilitator points everybody at: the current frame, for phones. */
  z.object({ kind: z.literal('focus'), step: z.string().max(64).nullable() }),
  /** The session is over for everybody, or for whoever gets this. */
  z.object({ kind: z.literal('bye'), why: z.enum(['ended', 'left', 'removed', 'moved']) }),
])
export type ControlMessage = z.infer<typeof controlMessage>
