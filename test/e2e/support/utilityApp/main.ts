import path from 'node:path'
import { app, MessageChannelMain } from 'electron'
import { startUtilityStore } from '../../../../electron/main/utilityStore.ts'
import { controlContract } from '../../../../shared/ipc/controlContract.ts'
import { connect, type Port } from '../../../../shared/ipc/rpc.ts'
import { workshopContract } from '../../../../shared/ipc/workshopContract.ts'

/** Starts a store as a utility process, calls it on both kinds of lines, ends it, and prints what came back. */
async function run(): Promise<object> {
  const store = await startUtilityStore({
    entry: path.join(import.meta.dirname, 'store.js'),
    userData: '/data',
  })
  const { client: control } = connect(controlContract, store.control)
  const located = await control.locate({ id: 'x' })

  const { port1, port2 } = new MessageChannelMain()
  store.attach(port1, { role: 'workshop', session: 's1' })
  const line: Port = {
    post: (message) => port2.postMessage(message),
    listen(onMessage) {
      port2.on('message', ({ data }) => onMessage(data))
      port2.start()
      return () => undefined
    },
    close: () => port2.close(),
  }
  const { client: workshop, close } = connect(workshopContract, line)
  await workshop.append({ update: new Uint8Array([1, 2, 3]) })
  const { updates } = await workshop.load()
  const refused = await workshop.append({ update: 'x' as never }).catch(({ code }: { code: string }) => code)

  close()
  let left: string[] = []
  while (left.length === 0) left = (await control.recent()).map(({ name }) => name)
  store.end()
  return { located, updates: updates.map((update) => [...update]), refused, left, ended: await store.ended }
}

// Not awaited here: the app is not ready before its entry has run.
void app
  .whenReady()
  .then(run)
  .then((result) => console.log(`result ${JSON.stringify(result)}`))
  .finally(() => app.exit())
