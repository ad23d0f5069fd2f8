import * as encoding from 'lib0/encoding'
import type { Update } from './readUpdate.ts'

/** A part of a message as a message of its own: all structs of some of its clients, and some deletions. */
export function writeUpdate(message: Uint8Array, { structs, deletes }: Update): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, structs.size)
  for (const [client, own] of structs) {
    encoding.writeVarUint(encoder, own.length)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, own[0]?.clock ?? 0)
    encoding.writeUint8Array(encoder, message.subarray(own[0]?.at, own.at(-1)?.end))
  }
  encoding.writeVarUint(encoder, deletes.length)
  for (const { client, ranges } of deletes) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length)
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, len)
    }
  }
  return new Uint8Array(encoding.toUint8Array(encoder))
}
