import { expect, onTestFinished, test } from 'vitest'
import { attack } from './attack.ts'
import { startBundled, startOurs } from './serverProcess.ts'

// Longer: `node test/host/hostileServer.ts COUNT`.
test('hostile frames and requests do not end the server, cut nobody off and cost it no memory', async () => {
  const key = 'a key that only this run knows'
  const server = await startOurs(key)
  onTestFinished(server.end)
  const result = await attack(server, { count: 2000, seed: 1, key })
  expect(result).toMatchObject({ died: false, cut: false })
  expect(result.thrown).toBeGreaterThanOrEqual(2000)
  // The figure to reach is 20 ms; a machine that runs all tests at once has other things to do.
  expect(result.p99).toBeLessThan(1000)
  if (process.platform === 'linux') expect(result.memory).toBeLessThan(128)
  const health: unknown = await (await fetch(`http://127.0.0.1:${server.port}/health`)).json()
  expect(health).toMatchObject({ rooms: 2 })
})

test('the same ends the server that comes with y-webrtc', async () => {
  const server = await startBundled()
  onTestFinished(server.end)
  expect(await attack(server, { count: 2000, seed: 1, key: undefined })).toMatchObject({
    died: true,
    cut: true,
  })
})
