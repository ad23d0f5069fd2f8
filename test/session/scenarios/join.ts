import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { _electron, type ElectronApplication, type Page } from 'playwright/test'
import { textsInFile } from '../../e2e/support/textsInFile.ts'
import { joinSession, startSession } from '../../e2e/support/session.ts'
import { writeLargeWorkshop } from './support/largeWorkshop.ts'
import { broken, type Run } from './support/scenario.ts'
import { until } from './support/until.ts'

const [NOTES, IMAGES] = [10_000, 100]
const root = path.join(import.meta.dirname, '../../..')

/** A real app joins the session of another that has a large workshop with images. */
export async function join({ short, args, report, say }: Run): Promise<readonly string[]> {
  const [notes, images] = short ? [300, 3] : [Number(args[0] ?? NOTES), Number(args[1] ?? IMAGES)]
  const folder = mkdtempSync(path.join(tmpdir(), 'tl-join-'))
  const apps: ElectronApplication[] = []
  const open = async (profile: string, file?: string): Promise<Page> => {
    const home = `--user-data-dir=${path.join(folder, profile)}`
    const app = await _electron.launch({
      args: [root, home, '--disable-gpu', ...(file ? [file] : [])],
      cwd: root,
    })
    apps.push(app)
    await app.context().addInitScript(watchLongTasks)
    const page = await app.firstWindow()
    await page.waitForLoadState()
    return page
  }
  try {
    say(`writing ${notes} notes and ${images} images`)
    const file = await writeLargeWorkshop(path.join(folder, 'files'), notes, images)
    const host = await open('host', file)
    await host.locator('[data-canvas]').waitFor()
    await host.evaluate(watchLongTasks)
    const link = await startSession(host)
    const joiner = await open('joiner')
    await joiner.evaluate(watchLongTasks)
    const copy = path.join(folder, 'Copy.journey')
    let pressed = 0
    joiner.on('console', (message) => {
      if (message.text() === 'lab: Enter') pressed = performance.timeOrigin + performance.now()
    })
    await joiner.evaluate(noteEnter)
    const [app] = apps.slice(-1)
    if (!app) throw new Error('There is no app')
    await resetLongTasks(host)
    await joinSession(app, joiner, link, { file: copy })
    await joiner.waitForFunction(() => performance.getEntriesByName('throughline:board-painted').length > 0)
    const painted = await joiner.evaluate(
      () =>
        performance.timeOrigin +
        (performance.getEntriesByName('throughline:board-painted')[0]?.startTime ?? NaN),
    )
    report('session.join.usable.ms', notes, painted - pressed, 'ms')
    await until('all images are in the copy', async () => imagesIn(copy) === images, 120_000)
    report('session.join.images.ms', images, performance.timeOrigin + performance.now() - pressed, 'ms')
    report('session.join.longtask.max', notes, await longestTask(joiner), 'ms')
    report('session.join.host.longtask.max', notes, await longestTask(host), 'ms')
    await Promise.all(apps.map((each) => each.close()))
    return broken('notes that the copy lacks', notes - textsInFile(copy).length)
  } finally {
    await Promise.all(apps.map((each) => each.close().catch(() => undefined)))
    rmSync(folder, { recursive: true, force: true })
  }
}

const imagesIn = (file: string): number => {
  const db = new Sqlite(file, { readonly: true })
  try {
    return (db.prepare('SELECT count(*) AS n FROM blob').get() as { n: number }).n
  } finally {
    db.close()
  }
}

/** Runs in a page. */
function watchLongTasks(): void {
  const tasks: number[] = []
  Object.assign(window, { longTasks: tasks })
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe(
    {
      entryTypes: ['longtask'],
    },
  )
}
/** Runs in a page. */
function noteEnter(): void {
  addEventListener('keydown', ({ key }) => key === 'Enter' && console.log('lab: Enter'), { capture: true })
}
const resetLongTasks = (page: Page): Promise<unknown> =>
  page.evaluate(() => Reflect.get(window, 'longTasks').splice(0))
const longestTask = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, ...(Reflect.get(window, 'longTasks') as number[])))
