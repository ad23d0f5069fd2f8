import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Page } from 'playwright/test'
import { createWorkshopFile } from '../../electron/store/createWorkshopFile.ts'
import { expect, test } from './support/app.ts'

const root = path.join(import.meta.dirname, '../..')

test('npm start opens the file it is given, and ends with all it started when it is told to', async ({
  folder,
}) => {
  createWorkshopFile(path.join(folder, 'Guests.journey'))
  const starter = npmStart(folder, process.env)
  const page = await pageOf(starter)
  await expect(page.getByText('Guests')).toBeVisible()
  starter.kill('SIGTERM')
  // The app and the store hold its standard error: it closes when the last of them has ended.
  await once(starter, 'close')
})

// Other systems always have one.
if (process.platform === 'linux')
  test('npm start makes a display where there is none, and takes it away', async ({ folder }) => {
    createWorkshopFile(path.join(folder, 'Guests.journey'))
    const { DISPLAY: _x11, WAYLAND_DISPLAY: _wayland, ...env } = process.env
    const starter = npmStart(folder, env)
    const line = lineWith(starter, /virtual one, :(\d+)/)
    const page = await pageOf(starter)
    await expect(page.getByText('Guests')).toBeVisible()
    const socket = `/tmp/.X11-unix/X${await line}`
    expect(existsSync(socket)).toBe(true)
    starter.kill('SIGTERM')
    await once(starter, 'close')
    await expect.poll(() => existsSync(socket)).toBe(false)
  })

/** The start command as npm runs it, from `folder`. */
function npmStart(folder: string, env: NodeJS.ProcessEnv): ChildProcess {
  const switches = [`--user-data-dir=${path.join(folder, 'profile')}`, '--remote-debugging-port=0']
  return spawn(process.execPath, ['scripts/start.mjs', 'Guests.journey', ...switches], {
    cwd: root,
    env: { ...env, INIT_CWD: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

/** The first group of what the process prints, once it does. */
function lineWith(starter: ChildProcess, wanted: RegExp): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    starter.once('exit', (code) => reject(new Error(`it ended with ${code}: ${said}`)))
    starter.stderr?.on('data', (chunk: unknown) => {
      said += String(chunk)
      const found = wanted.exec(said)?.[1]
      if (found) resolve(found)
    })
  })
}

async function pageOf(starter: ChildProcess): Promise<Page> {
  const browser = await chromium.connectOverCDP(await lineWith(starter, /DevTools listening on (ws:\S+)/))
  const [context] = browser.contexts()
  if (!context) throw new Error('Expected a browser context')
  return context.pages()[0] ?? context.waitForEvent('page')
}
