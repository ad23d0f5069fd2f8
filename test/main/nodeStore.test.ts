import { EventEmitter } from 'node:events'
import path from 'node:path'
import type { MessagePortMain } from 'electron'
import { expect, test, vi } from 'vitest'
import { startNodeStore } from '../../electron/main/nodeStore.ts'
import { tempFolder } from '../support/tempFolder.ts'

const entry = path.join(import.meta.dirname, '../../electron/store/index.ts')

/** A window's end of a line. */
function clientPort() {
  const answers: unknown[] = []
  const close = vi.fn()
  const postMessage = (message: unknown) => void answers.push(message)
  const port = Object.assign(new EventEmitter(), { postMessage, start: () => undefined, close })
  return { port: port as unknown as MessagePortMain, emit: port.emit.bind(port), answers, close }
}

test('lines are relayed to a store that runs in Node, and closed when it has ended', async () => {
  const store = await startNodeStore({ entry, userData: tempFolder() }, process.execPath)
  const { port, emit, answers, close } = clientPort()
  store.attach(port, { role: 'library' })
  emit('message', { data: { id: 1, method: 'recent', input: undefined } })
  await expect.poll(() => answers).toEqual([{ id: 1, ok: true, value: [] }])
  expect(close).not.toHaveBeenCalled()
  store.kill()
  await store.ended
  expect(close).toHaveBeenCalledOnce()
})
