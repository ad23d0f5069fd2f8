import { expect, onTestFinished, test } from 'vitest'
import { startJoinable, tryWrongJoins } from './wrongJoins.ts'

// Ten thousand: `node test/host/hostileServer.ts`.
test('of those who come with a token that is not good none is let in, and one with a good one is', async () => {
  const joinable = await startJoinable(80)
  onTestFinished(joinable.close)
  expect(await tryWrongJoins(joinable, 1200)).toEqual({ tried: 1200, admitted: 0, limited: 0 })
  expect(await joinable.isLetInWithGoodToken()).toBe(true)
})
