import { z } from 'zod'

/** Does a text name a server and nothing else: no path, no name, no password? */
const isOrigin = (text: string): boolean => {
  const [, host] = /^(?:https?|wss?):\/\/([^/?#@\s\\]+)$/.exec(text) ?? []
  return host !== undefined && text.length <= 200
}

/** `https://sessions.example.org` or `ws://192.168.1.5:4242`: a server that a window may speak to. */
export const serverOrigin = z.string().refine(isOrigin, 'expected an origin')

/** `stun:host:port`, RFC 7064. */
const stunAddress = z
  .string()
  .max(200)
  .regex(/^stuns?:[^\s/?#@]+$/)
/** `turn:host:port?transport=tcp`, RFC 7065. */
const turnAddress = z
  .string()
  .max(200)
  .regex(/^turns?:[^\s/?#@]+(\?transport=(udp|tcp))?$/)

/**
 * What sessions use besides this computer and its network. Everything is empty unless the user fills it in: nothing public
 * is ever contacted by itself.
 */
export const sessionSettings = z.object({
  /** Origin of a stand-alone server (`npm run signalling`) for people who are not in one network. */
  server: serverOrigin.optional(),
  /** That server's key: whoever has it may open rooms there. */
  serverKey: z.string().max(200).optional(),
  stun: z.array(stunAddress).max(4).optional(),
  turn: z
    .array(
      z.object({
        urls: turnAddress,
        username: z.string().max(200).optional(),
        credential: z.string().max(200).optional(),
      }),
    )
    .max(4)
    .optional(),
  /** Never a direct line: peers do not learn each other's addresses. Needs TURN. */
  relayOnly: z.boolean().optional(),
  /** Origin of a Hocuspocus server (`npm run engine`) for sessions too large for a mesh: `wss://…`. */
  engine: serverOrigin.refine((text) => text.startsWith('ws'), 'expected a WebSocket').optional(),
})
export type SessionSettings = z.infer<typeof sessionSettings>
