import { AppError } from '../../shared/ipc/errors.ts'
import type { HostServer } from './createHostServer.ts'

/** Listens on the first port that can be had; resolves to it. `host-failed` if there is none. */
export async function listenOnFirst(
  server: Pick<HostServer, 'listen'>,
  ports: readonly number[],
): Promise<number> {
  let last: unknown
  for (const port of ports) {
    try {
      return await server.listen(port)
    } catch (error) {
      last = error // somebody else has it
    }
  }
  throw new AppError('host-failed', 'there is no free port', { cause: last })
}
