import path from 'node:path'
import type { ElectronApplication, Page } from 'playwright/test'
import { expect, killWindow, newWorkshop, storePid, test, type Launched } from './support/app.ts'
import { boardOf } from './support/board.ts'

const ROUNDS = Number(process.env['THROUGHLINE_KILL_ROUNDS'] ?? 6)
const KINDS = ['store', 'window', 'main'] as const
type Kind = (typeof KINDS)[number]

test(`${ROUNDS} times kill -9 while notes are made: everything that was called Saved is there`, async ({
  launch,
  documents,
}) => {
  test.setTimeout(60_000 + ROUNDS * 10_000)
  const seed = Number(process.env['THROUGHLINE_SEED'] ?? Date.now() % 1_000_000)
  console.log(`seed ${seed}`)
  const random = randomFrom(seed)
  const file = path.join(documents, 'Throughline/Untitled workshop.journey')
  const saved = new Set<string>()
  const killed: Record<Kind, number> = { store: 0, window: 0, main: 0 }

  let running = await launch()
  await newWorkshop(running.page)
  for (let round = 1; round <= ROUNDS; round++) {
    const kind = KINDS[Math.floor(random() * KINDS.length)] ?? 'store'
    killed[kind]++
    const before = await made(running, round, kind, random)
    for (const text of before) saved.add(text)
    running = await reopen(running, kind, () => launch({ files: [file] }))
    const there = new Set(await boardOf(running.page).texts())
    expect(
      [...saved].filter((text) => !there.has(text)),
      `round ${round}, ${kind}, seed ${seed}`,
    ).toEqual([])
  }
  console.log(`${saved.size} saved notes over`, killed)
  // A test that never saw "Saved" before a kill would prove nothing; a busy machine sees it less often.
  expect(saved.size).toBeGreaterThan(ROUNDS / 3)
})

/** Makes notes until the process is killed under it. Returns those that had been called Saved. */
async function made(
  { app, page }: Launched,
  round: number,
  kind: Kind,
  random: () => number,
): Promise<string[]> {
  await page.locator('[data-canvas]').focus()
  const kill = await killer(app, page, kind)
  const killAfter = 150 + random() * 600
  const timer = setTimeout(kill, killAfter)
  const typed: string[] = []
  let saved: string[] = []
  try {
    for (let i = 0; i < 200; i++) {
      await page.mouse.move(200 + random() * 800, 150 + random() * 450)
      await page.keyboard.press('n')
      const text = `r${round}n${i}`
      await page.keyboard.insertText(text)
      await page.keyboard.press('Escape')
      typed.push(text)
      // Sometimes go on at once, sometimes look first: kills must fall on both.
      if (random() < 0.5) continue
      const lamp = page.locator('[data-state=saved]').first()
      await lamp.waitFor({ timeout: 2000 })
      saved = [...typed]
      if (kind === 'store' && Date.now() > (killedAt.get(app) ?? Infinity)) break
    }
  } catch (error) {
    if (!killedAt.has(app)) throw error // the page went away, as it should
  }
  clearTimeout(timer)
  killedAt.delete(app)
  return saved
}

const killedAt = new Map<ElectronApplication, number>()

/** What kills the process; its id is looked up beforehand, so that the moment is not the look-up's. */
async function killer(app: ElectronApplication, page: Page, kind: Kind): Promise<() => void> {
  const store = kind === 'store' ? await storePid(app) : 0
  return () => {
    killedAt.set(app, Date.now())
    if (kind === 'store') process.kill(store, 'SIGKILL')
    else if (kind === 'window') void killWindow(app, page)
    else app.process().kill('SIGKILL')
  }
}

/** The workshop as somebody finds it who comes back to it. */
async function reopen(running: Launched, kind: Kind, launch: () => Promise<Launched>): Promise<Launched> {
  const { app, page } = running
  if (kind === 'store') {
    // The window still has everything in memory: only a fresh page shows what is in the file.
    await expect(page.locator('[data-state]').first()).toHaveAttribute('data-state', 'saved')
    await page.reload()
    await page.locator('[data-canvas]').waitFor()
    return running
  }
  if (kind === 'window') {
    // The app opens the window again by itself; a page that crashed once is out of the driver's reach, though.
    const title = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())
    await expect.poll(title, { timeout: 20_000 }).toContain('— Saved —')
    await app.close()
  }
  const again = await launch()
  await again.page.locator('[data-canvas]').waitFor()
  return again
}

/** Mulberry32: a small generator of which a seed makes the run repeatable. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
