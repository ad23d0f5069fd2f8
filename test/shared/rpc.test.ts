import { expect, test } from 'vitest'
import { portOf } from '../../renderer/platform/messagePort.ts'
import { libraryContract } from '../../shared/ipc/libraryContract.ts'
import { connect, serve } from '../../shared/ipc/rpc.ts'

test('closing a connection closes its port, so that the other side can forget it', async () => {
  const { port1, port2 } = new MessageChannel()
  const held = () => new Promise<never>(() => undefined)
  serve(libraryContract, { recent: held, forget: held, remember: held }, portOf(port2))
  const gone = new Promise((resolve) => port2.addEventListener('close', resolve, { once: true }))
  const { client, close } = connect(libraryContract, portOf(port1))
  const waiting = client.recent()
  close()
  await expect(waiting).rejects.toMatchObject({ code: 'store-lost' })
  await expect(client.recent()).rejects.toMatchObject({ code: 'store-lost' })
  await gone
})
