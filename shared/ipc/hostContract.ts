import { z } from 'zod'
import { call } from './contract.ts'

/** What main may ask of the process that serves sessions. It opens no files besides the guest page's, and no rooms: windows do. */
export const hostContract = {
  /** Listens on the first of these ports that can be had, on all addresses; 0 means any. `host-failed` if there is none. */
  listen: call(
    z.object({
      /** Whoever has it may open rooms. */
      key: z.string().min(20).max(200),
      /** The folder of the built pages. */
      pages: z.string().min(1),
      ports: z.array(z.number().int().min(0).max(65_535)).min(1).max(32),
      /** Origins of pages that may connect besides its own and the app's: a dev server's. */
      origins: z.array(z.string()).max(4),
    }),
    z.object({ port: z.number().int() }),
  ),
}
