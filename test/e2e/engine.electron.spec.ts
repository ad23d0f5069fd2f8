import { spawn } from 'node:child_process'
import path from 'node:path'
import { expect, newWorkshop, test } from './support/app.ts'
import { axeViolations } from './support/axe.ts'
import { boardOf } from './support/board.ts'
import { joinSession } from './support/session.ts'

const ROOT = path.join(import.meta.dirname, '../..')

/** `npm run engine`, as it is built, on a port of its own. */
function runEngine(): Promise<{ address: string; stop: () => void }> {
  const args = [
    path.join(ROOT, 'out/main/engine.js'),
    '--port',
    '0',
    '--guest-page',
    path.join(ROOT, 'out/renderer'),
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    child.on('exit', () => reject(new Error('The engine ended')))
    child.stdout.on('data', (text: Buffer) => {
      const port = /port (\d+)/.exec(text.toString())?.[1]
      if (port !== undefined) resolve({ address: `127.0.0.1:${port}`, stop: () => child.kill() })
    })
  })
}

test('two apps work on one workshop in an engine', async ({ launch, folder }) => {
  const engine = await runEngine()
  const a = await launch({ profile: path.join(folder, 'a') })
  await newWorkshop(a.page)
  await boardOf(a.page).note([400, 300], 'from Ana')
  await a.page.getByRole('button', { name: 'Start session' }).click()
  const dialog = a.page.getByRole('dialog', { name: 'Start a session' })
  await dialog.getByLabel('Your name').fill('Ana')
  await dialog.getByRole('radio', { name: 'For a large group' }).click()
  await expect(dialog.getByText('Not encrypted from end to end')).toBeVisible()
  await dialog.getByLabel('Hocuspocus address').fill(`ws://${engine.address}`)
  expect(await axeViolations(a.page)).toEqual([])
  await dialog.getByRole('button', { name: 'Start session' }).click()
  const invite = a.page.getByRole('dialog', { name: 'Invite people' })
  const link = (await invite.getByLabel('Invitation link').textContent()) ?? ''
  await invite.getByRole('button', { name: 'Done' }).click()

  const b = await launch({ profile: path.join(folder, 'b') })
  await joinSession(b.app, b.page, link, { file: path.join(folder, 'Copy.journey') })
  for (const page of [a.page, b.page]) {
    await expect(page.getByRole('button', { name: /^Live/ })).toHaveText('Live · 2')
    await page.keyboard.press('Shift+O')
  }
  await expect(b.page.getByRole('treeitem', { name: 'from Ana' })).toBeVisible()
  await boardOf(b.page).note([640, 640], 'from Bo')
  await expect(a.page.getByRole('treeitem', { name: 'from Bo' })).toBeVisible()
  engine.stop()
})
