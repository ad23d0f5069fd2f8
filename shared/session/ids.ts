import { z } from 'zod'

/** 128 bits as base64url. */
const bits128 = z.string().regex(/^[A-Za-z0-9_-]{22}$/)

/** Who somebody is: the first 128 bits of SHA-256 of their public key. Nobody else can sign as them. */
export const personId = bits128.brand<'PersonId'>()
export type PersonId = z.infer<typeof personId>

/** Which session it is: the same hash of the room's public key, so that whoever knows it can tell whose signature counts. */
export const roomId = bits128.brand<'RoomId'>()
export type RoomId = z.infer<typeof roomId>
