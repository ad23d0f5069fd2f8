import path from 'node:path'
import { axeViolations } from './support/axe.ts'
import { expect, newWorkshop, test } from './support/app.ts'
import { boardOf } from './support/board.ts'
import { joinSession, startSession } from './support/session.ts'

test('two apps work on one workshop, and both keep all of it', async ({ launch, folder }) => {
  const a = await launch({ profile: path.join(folder, 'a') })
  await newWorkshop(a.page)
  const boardA = boardOf(a.page)
  await boardA.note([400, 300], 'from Ana')
  const link = await startSession(a.page)

  const b = await launch({ profile: path.join(folder, 'b') })
  const copy = path.join(folder, 'Copy.journey')
  await joinSession(b.app, b.page, link, { file: copy })
  const boardB = boardOf(b.page)
  await expect.poll(() => boardB.texts()).toEqual(['from Ana'])

  await boardB.note([700, 500], 'from Bo')
  await expect.poll(() => boardA.texts()).toEqual(['from Ana', 'from Bo'])
  expect(await axeViolations(a.page)).toEqual([])
})
