import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ElectronApplication, Page } from 'playwright/test'
import type { Shape } from '../../shared/model/shape.ts'
import { answerOpenDialog, expect, newWorkshop, test, type Launched } from './support/app.ts'
import { boardOf, type BoardDriver } from './support/board.ts'
import { mouseOn, touchOn, type Hands } from './support/hands.ts'
import { plainPng } from './support/imageFiles.ts'

const YELLOW = [255, 226, 122]
const RED = [220, 40, 40]

/** What a tool is tried with. */
interface Trial {
  readonly page: Page
  readonly board: BoardDriver
  readonly hands: Hands
  /** Picks a tool up where it lies in the toolbar. */
  readonly pick: (tool: string, group?: string) => Promise<void>
  /** Types, and leaves the text. */
  readonly type: (text: string) => Promise<void>
}

/** A tool, what is done with it on an empty board, and what then lies there, bottom to top. */
type Case = readonly [tool: string, act: (trial: Trial) => Promise<void>, made: object[]]

const note = { kind: 'note', style: { color: 'yellow' } }

const dragged =
  (tool: string, group?: string, text?: string) =>
  async ({ hands, pick, type }: Trial): Promise<void> => {
    await pick(tool, group)
    await hands.drag([400, 300], [640, 460])
    if (text !== undefined) await type(text)
  }

/** A note in the middle of [500, 380], not selected. */
async function withNote({ hands, type, page }: Trial): Promise<void> {
  await hands.doubleTap([500, 380])
  await type('x')
  await page.keyboard.press('Escape')
}

/** The same by mouse and by fingers. */
const POINTED: readonly Case[] = [
  [
    'note',
    async ({ pick, hands, type }) => {
      await pick('Note')
      await hands.tap([500, 380])
      await type('یادداشت')
    },
    [{ ...note, text: 'یادداشت' }],
  ],
  [
    'text',
    async ({ pick, hands, type }) => {
      await pick('Text')
      await hands.tap([500, 380])
      await type('Words alone')
    },
    [{ kind: 'text', text: 'Words alone', autoWidth: true }],
  ],
  ['pen', dragged('Pen', 'More pens'), [{ kind: 'ink', tool: 'pen' }]],
  ['highlighter', dragged('Highlighter', 'More pens'), [{ kind: 'ink', tool: 'highlighter' }]],
  [
    'rectangle',
    dragged('Rectangle', 'More shapes', 'Arrive'),
    [{ kind: 'form', form: 'rectangle', text: 'Arrive' }],
  ],
  ['ellipse', dragged('Ellipse', 'More shapes', 'Stay'), [{ kind: 'form', form: 'ellipse', text: 'Stay' }]],
  ['diamond', dragged('Diamond', 'More shapes', 'Leave'), [{ kind: 'form', form: 'diamond', text: 'Leave' }]],
  [
    'arrow',
    dragged('Arrow', 'More lines', 'then'),
    [{ kind: 'connector', text: 'then', style: { endHead: 'arrow' } }],
  ],
  ['line', dragged('Line', 'More lines'), [{ kind: 'connector', style: { endHead: 'none' } }]],
  ['section', dragged('Section', undefined, 'Stage'), [{ kind: 'section', text: 'Stage' }]],
  [
    'stamp',
    async (trial) => {
      await withNote(trial)
      await trial.pick('Stamp')
      await trial.hands.press(
        trial.page.getByRole('dialog', { name: 'Stamp' }).getByRole('button', { name: '🔥' }),
      )
      await trial.hands.tap([540, 420])
    },
    [note, { kind: 'stamp', emoji: '🔥', on: expect.any(String) }],
  ],
  [
    'figure',
    async ({ page, pick, hands }) => {
      await pick('Cast and props')
      const picker = page.getByRole('dialog', { name: 'Cast and props' })
      await hands.press(picker.getByRole('button', { name: 'Person waving' }))
      await picker.waitFor({ state: 'hidden' })
    },
    [{ kind: 'figure', figure: 'person.waving', mood: 1, style: { color: 'blue' } }],
  ],
  [
    'image',
    async ({ pick, board }) => {
      await pick('Add images…')
      await expect.poll(async () => (await board.shapes()).length).toBe(1)
    },
    [{ kind: 'image', natural: [120, 80] }],
  ],
  [
    'eraser',
    async (trial) => {
      await withNote(trial)
      await trial.pick('Eraser')
      await trial.hands.drag([340, 380], [560, 380])
    },
    [],
  ],
  [
    'select',
    async (trial) => {
      await withNote(trial)
      const [before] = await trial.board.shapes()
      await trial.pick('Select')
      await trial.hands.drag([500, 420], [620, 460])
      const [after] = await trial.board.shapes()
      expect(movedBy(before, after)).toEqual([120, 40])
    },
    [note],
  ],
  [
    'hand',
    async (trial) => {
      await withNote(trial)
      const before = await trial.board.shapes()
      await trial.pick('Hand')
      await trial.hands.drag([500, 400], [620, 440])
      await expect.poll(() => trial.board.pixel([700, 500])).toEqual(YELLOW)
      expect(await trial.board.shapes()).toEqual(before)
    },
    [note],
  ],
  [
    'laser',
    async ({ pick, hands, board }) => {
      const ground = await board.pixel([800, 560])
      await pick('Laser pointer', 'More pens')
      await hands.drag([400, 300], [800, 560], () =>
        // The point under the hand glows as long as it is held; the line behind it may be out by the time it is looked at.
        expect.poll(() => board.pixel([800, 560])).not.toEqual(ground),
      )
      await expect.poll(() => board.pixel([800, 560])).toEqual(ground)
    },
    [],
  ],
]

/** Two notes beside each other, the second selected. */
async function twoNotes({ page, type }: Trial): Promise<void> {
  await page.keyboard.press('n')
  await type('from')
  for (let step = 0; step < 30; step++) await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('n')
  await type('to')
}

const typed =
  (keys: readonly string[], text: string) =>
  async ({ page, type }: Trial): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key)
    await type(text)
  }

const connected = (keys: readonly string[]) => async (trial: Trial) => {
  await twoNotes(trial)
  await typed([...keys, 'Enter'], 'label')(trial)
}

/** A tool that only a pointer can draw with is picked up and put down again. */
const picked =
  (key: string, tool: string) =>
  async ({ page }: Trial) => {
    await page.keyboard.press(key)
    await expect(toolButton(page, tool)).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('Escape')
    await expect(toolButton(page, 'Select')).toHaveAttribute('aria-pressed', 'true')
  }

const attached = { shape: expect.any(String) }
const connector = { kind: 'connector', text: 'label', start: attached, end: attached }

const BY_KEYS: readonly Case[] = [
  ['note', typed(['n'], 'یادداشت'), [{ ...note, text: 'یادداشت' }]],
  ['text', typed(['t', 'Enter'], 'Words alone'), [{ kind: 'text', text: 'Words alone' }]],
  ['rectangle', typed(['r', 'Enter'], 'Arrive'), [{ kind: 'form', form: 'rectangle', text: 'Arrive' }]],
  ['ellipse', typed(['o', 'Enter'], 'Stay'), [{ kind: 'form', form: 'ellipse', text: 'Stay' }]],
  ['diamond', typed(['Shift+D', 'Enter'], 'Leave'), [{ kind: 'form', form: 'diamond', text: 'Leave' }]],
  ['arrow', connected(['a', 'Tab', 'Enter']), [note, note, { ...connector, style: { endHead: 'arrow' } }]],
  ['line', connected(['l', 'Tab', 'Enter']), [note, note, { ...connector, style: { endHead: 'none' } }]],
  ['connecting', connected(['c']), [note, note, connector]],
  ['section', typed(['f', 'Enter'], 'Stage'), [{ kind: 'section', text: 'Stage' }]],
  [
    'section around what is selected',
    async (trial) => {
      await typed(['n'], 'kept')(trial)
      await typed(['Control+Alt+g'], 'Stage')(trial)
    },
    [
      { kind: 'section', text: 'Stage' },
      { kind: 'note', section: expect.any(String) },
    ],
  ],
  [
    'stamp',
    async (trial) => {
      await typed(['n'], 'liked')(trial)
      await trial.page.keyboard.press('y')
      await expect(trial.page.getByRole('dialog', { name: 'Stamp' }).locator(':focus')).toBeVisible()
      await trial.page.keyboard.press('Home')
      await trial.page.keyboard.press('Enter')
      await expect.poll(async () => (await trial.board.shapes()).length).toBe(2)
    },
    [note, { kind: 'stamp', on: expect.any(String) }],
  ],
  [
    'figure',
    async ({ page }) => {
      await page.keyboard.press('Shift+C')
      const picker = page.getByRole('dialog', { name: 'Cast and props' })
      await expect(picker.locator(':focus')).toBeVisible()
      await page.keyboard.type('key')
      await page.keyboard.press('Enter')
      await picker.waitFor({ state: 'hidden' })
    },
    [{ kind: 'figure', figure: 'thing.key' }],
  ],
  [
    'image',
    async ({ page, board }) => {
      await page.keyboard.press('Shift+I')
      await expect.poll(async () => (await board.shapes()).length).toBe(1)
    },
    [{ kind: 'image', natural: [120, 80] }],
  ],
  [
    'erasing',
    async (trial) => {
      await typed(['n'], 'gone')(trial)
      await trial.page.keyboard.press('Delete')
    },
    [],
  ],
  [
    'selecting and moving',
    async (trial) => {
      await typed(['n'], 'moved')(trial)
      const [before] = await trial.board.shapes()
      await trial.page.locator('[data-canvas]').blur()
      await trial.page.locator('[data-canvas]').focus()
      for (const key of ['Tab', 'Shift+ArrowRight', 'ArrowDown']) await trial.page.keyboard.press(key)
      const [after] = await trial.board.shapes()
      expect(movedBy(before, after)).toEqual([10, 1])
    },
    [note],
  ],
  [
    'moving the view',
    async (trial) => {
      await typed(['n'], 'seen')(trial)
      await trial.page.keyboard.press('Escape')
      const { width, height } = await sizeOf(trial.page)
      const left: readonly [number, number] = [Math.round(width / 2) - 140, Math.round(height / 2)]
      await expect.poll(() => trial.board.pixel(left)).not.toEqual(YELLOW)
      await trial.page.keyboard.press('ArrowRight')
      await expect.poll(() => trial.board.pixel(left)).toEqual(YELLOW)
    },
    [note],
  ],
  ['hand', picked('h', 'Hand'), []],
  ['pen', picked('p', 'Pen'), []],
  ['highlighter', picked('m', 'Highlighter'), []],
  ['eraser', picked('e', 'Eraser'), []],
  ['laser', picked('k', 'Laser pointer'), []],
]

const WAYS: readonly (readonly [string, readonly Case[], (page: Page) => Hands | Promise<Hands>])[] = [
  ['by mouse', POINTED, mouseOn],
  ['by fingers', POINTED, touchOn],
  ['by keyboard alone', BY_KEYS, mouseOn],
]

for (const [way, cases, handsOn] of WAYS)
  test(`every tool works ${way}, and what it made is there after quitting and opening again`, async ({
    launch,
    folder,
    documents,
  }) => {
    test.slow() // some twenty tools, one after the other
    const { app, page, log } = await launch()
    await newWorkshop(page)
    await chooseImage(app, folder)
    const trial = trialOn(page, await handsOn(page))
    const made = new Map<string, readonly Shape[]>()
    for (const [index, [tool, act, expected]] of cases.entries())
      await test.step(tool, async () => {
        if (index > 0) await page.getByRole('button', { name: 'New board' }).click()
        await page.locator('[data-canvas]').focus()
        await act(trial)
        const shapes = await trial.board.shapes()
        expect(shapes).toMatchObject(expected)
        made.set(`Board ${index + 1}`, shapes)
      })
    await trial.board.saved()
    await app.close()

    const again = await launch({ files: [path.join(documents, 'Throughline/Untitled workshop.journey')] })
    const board = boardOf(again.page)
    for (const [name, shapes] of made) {
      await again.page.getByRole('tab', { name, exact: true }).click()
      expect(await board.shapes()).toEqual(shapes)
    }
    expect(pageErrors([log, again.log])).toEqual([])
  })

test('shapes are copied with their image to another workshop, which keeps it', async ({
  launch,
  folder,
  documents,
}) => {
  const { app, page } = await launch()
  await newWorkshop(page)
  await chooseImage(app, folder)
  await page.locator('[data-canvas]').focus()
  await page.keyboard.press('Shift+I')
  await expect.poll(async () => (await boardOf(page).shapes()).length).toBe(1)
  const opened = app.waitForEvent('window')
  await page.keyboard.press('Control+n')
  const other = await opened
  await other.locator('[data-canvas]').focus()
  await page.bringToFront()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await other.bringToFront()
  await other.keyboard.press('Control+v')
  await expect.poll(async () => (await boardOf(other).shapes()).length).toBe(1)
  await expectRedInMiddle(other)
  await boardOf(other).saved()
  await app.close()

  const again = await launch({ files: [path.join(documents, 'Throughline/Untitled workshop 2.journey')] })
  await again.page.locator('[data-canvas]').waitFor()
  await expectRedInMiddle(again.page)
})

test('copying as PNG puts a picture on the clipboard of the system', async ({ launch }) => {
  const { app, page } = await launch()
  await newWorkshop(page)
  await boardOf(page).note([500, 380], '')
  await page.keyboard.press('Shift+Alt+C')
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.has('image/png'))).toBe(true)
  await page.keyboard.press('Control+v')
  await expect.poll(async () => (await boardOf(page).shapes()).length).toBe(2)
  // A note of 200 with 32 on each side, at two pixels a unit.
  expect((await boardOf(page).shapes())[1]).toMatchObject({ kind: 'image', natural: [528, 528] })
})

const toolButton = (page: Page, name: string) =>
  page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name, exact: true })

function trialOn(page: Page, hands: Hands): Trial {
  return {
    page,
    hands,
    board: boardOf(page),
    async pick(tool, group) {
      if (!group) return hands.press(toolButton(page, tool))
      await hands.press(toolButton(page, group))
      await hands.press(page.getByRole('menuitemradio', { name: tool }))
    },
    async type(text) {
      await page.keyboard.type(text)
      await page.keyboard.press('Escape')
    },
  }
}

async function chooseImage(app: ElectronApplication, folder: string): Promise<void> {
  const file = path.join(folder, 'door.png')
  writeFileSync(file, plainPng('door.png', 120, 80, RED).bytes)
  await answerOpenDialog(app, file)
}

const sizeOf = (page: Page): Promise<{ width: number; height: number }> =>
  page.evaluate(() => ({ width: innerWidth, height: innerHeight }))

async function expectRedInMiddle(page: Page): Promise<void> {
  const { width, height } = await sizeOf(page)
  await expect.poll(() => boardOf(page).pixel([Math.round(width / 2), Math.round(height / 2)])).toEqual(RED)
}

/** How far a shape has come, in page units. */
function movedBy(before: Shape | undefined, after: Shape | undefined): readonly number[] {
  const [x = NaN, y = NaN] = before?.geometry ?? []
  const [toX = NaN, toY = NaN] = after?.geometry ?? []
  return [toX - x, toY - y]
}

const pageErrors = (logs: readonly Launched['log'][]): string[] =>
  logs.flat().filter((line) => line.includes('page error'))
