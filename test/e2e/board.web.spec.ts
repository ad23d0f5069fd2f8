import { readFileSync } from 'node:fs'
import { PNG } from 'pngjs'
import { expect, test, type Page } from 'playwright/test'
import { boardOf, paste } from './support/board.ts'

const YELLOW = [255, 226, 122]
const CANVAS = [245, 244, 241]

test.beforeEach(async ({ page }) => {
  await page.goto('/?lang=en')
  await page.locator('[data-canvas]').waitFor()
})

test('a double click makes a note, and not one key press is lost', async ({ page }) => {
  const board = boardOf(page)
  await board.note([300, 300], 'Guest arrives late')
  expect(await board.texts()).toEqual(['Guest arrives late'])
  expect(await board.pixel([220, 220])).toEqual(YELLOW)
})

test('N makes a note under the pointer, on Persian and Russian keyboards too', async ({ page }) => {
  const board = boardOf(page)
  await page.locator('[data-canvas]').focus()
  for (const [index, key] of ['n', 'د', 'т'].entries()) {
    await page.mouse.move(250 + index * 220, 300)
    await page.evaluate((typed) => {
      const event = { key: typed, code: 'KeyN', bubbles: true, cancelable: true }
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', event))
    }, key)
    await page.keyboard.type(`note ${index}`)
    await page.keyboard.press('Escape')
  }
  expect(await board.texts()).toEqual(['note 0', 'note 1', 'note 2'])
})

test('the toolbar picks up a note that the next click puts down', async ({ page }) => {
  const board = boardOf(page)
  await page
    .getByRole('toolbar', { name: 'Tools' })
    .getByRole('button', { name: 'Note', exact: true })
    .click()
  await page.mouse.click(500, 350)
  await page.keyboard.type('placed')
  await page.keyboard.press('Escape')
  expect(await board.texts()).toEqual(['placed'])
  expect(await board.pixel([420, 270])).toEqual(YELLOW)
})

test('a note can be moved, and undone and redone', async ({ page }) => {
  const board = boardOf(page)
  await board.note([300, 300], 'x')
  await drag(page, [300, 330], [600, 430])
  await page.mouse.click(900, 600)
  expect(await board.pixel([220, 220])).toEqual(CANVAS)
  expect(await board.pixel([520, 320])).toEqual(YELLOW)
  await page.keyboard.press('Control+z')
  // What comes back is selected: its bar casts a shadow on the upper edge.
  expect(await board.pixel([220, 380])).toEqual(YELLOW)
  await page.keyboard.press('Control+Shift+Z')
  expect(await board.pixel([520, 480])).toEqual(YELLOW)
})

test('a rubber band selects; the selection is recoloured, duplicated, deleted', async ({ page }) => {
  const board = boardOf(page)
  await board.note([300, 300], 'a')
  await board.note([520, 300], 'b')
  await drag(page, [660, 450], [230, 150])
  const bar = page.getByRole('toolbar', { name: '2 notes selected' })
  await bar.getByRole('button', { name: 'Pink' }).click()
  expect(await board.pixel([220, 380])).toEqual([255, 181, 197])
  await bar.getByRole('button', { name: 'Duplicate' }).click()
  expect(await board.texts()).toEqual(['a', 'b', 'a', 'b'])
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  expect(await board.texts()).toEqual([])
  await page.keyboard.press('Control+z')
  expect(await board.texts()).toEqual(['a', 'b', 'a', 'b'])
})

test('a corner handle resizes', async ({ page }) => {
  const board = boardOf(page)
  await board.note([300, 300], 'x')
  await drag(page, [400, 400], [500, 480])
  await page.mouse.click(900, 600)
  expect(await board.pixel([480, 460])).toEqual(YELLOW)
})

test('the wheel pans, and with Ctrl zooms about the pointer', async ({ page }) => {
  const board = boardOf(page)
  await board.note([300, 300], '')
  await page.mouse.click(900, 600)
  await page.mouse.move(300, 300)
  await page.mouse.wheel(0, -200)
  await expect.poll(() => board.pixel([300, 580])).toEqual(YELLOW)
  await page.mouse.wheel(0, 200)
  await page.keyboard.down('Control')
  for (let i = 0; i < 4; i++) await page.mouse.wheel(0, -100)
  await page.keyboard.up('Control')
  await expect(page.getByRole('button', { name: 'Zoom to 100' })).toHaveText(/^272%/)
  await expect.poll(() => board.pixel([500, 100])).toEqual(YELLOW)
  await page.keyboard.press('Control+0')
  await expect(page.getByRole('button', { name: 'Zoom to 100' })).toHaveText(/^100%/)
})

test('Space and the middle button drag the view', async ({ page }) => {
  const board = boardOf(page)
  await board.note([300, 300], '')
  await page.mouse.click(900, 600)
  await page.keyboard.down('Space')
  await drag(page, [700, 400], [900, 500])
  await page.keyboard.up('Space')
  expect(await board.pixel([500, 400])).toEqual(YELLOW)
  await page.mouse.move(500, 600)
  await page.mouse.down({ button: 'middle' })
  await page.mouse.move(300, 500, { steps: 4 })
  await page.mouse.up({ button: 'middle' })
  expect(await board.pixel([300, 300])).toEqual(YELLOW)
})

test('Tab goes on to the next note beside', async ({ page }) => {
  const board = boardOf(page)
  await page.mouse.dblclick(300, 300)
  for (const text of ['one', 'two', 'three']) {
    await page.keyboard.type(text)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Escape')
  expect(await board.texts()).toEqual(['one', 'two', 'three', ''])
})

test('text of an input method arrives whole', async ({ page }) => {
  const board = boardOf(page)
  await page.mouse.dblclick(300, 300)
  const session = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 })
  await session.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 })
  await session.send('Input.insertText', { text: '日本' })
  await page.keyboard.press('Escape')
  expect(await board.texts()).toEqual(['日本'])
})

test('Escape in the middle of a composition belongs to the input method', async ({ page }) => {
  await page.mouse.dblclick(300, 300)
  const session = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 })
  await page.evaluate(() => {
    const escape = { key: 'Escape', isComposing: true, bubbles: true, cancelable: true }
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', escape))
  })
  await expect(page.getByRole('textbox', { name: 'Note text' })).toBeFocused()
})

test('undo while typing takes back what was typed', async ({ page }) => {
  const board = boardOf(page)
  await page.mouse.dblclick(300, 300)
  await page.keyboard.type('wrong')
  await page.keyboard.press('Control+z')
  await page.keyboard.type('right')
  await page.keyboard.press('Escape')
  expect(await board.texts()).toEqual(['right'])
})

test('a table from a spreadsheet becomes notes in its arrangement', async ({ page }) => {
  const board = boardOf(page)
  await paste(page, {
    'text/html':
      '<table><tr><td>Search</td><td>Book<br>online</td></tr><tr><td></td><td>Stay</td></tr></table>',
    'text/plain': 'Search\tBook online\n\tStay',
  })
  await expect.poll(() => board.texts()).toEqual(['Search', 'Book\nonline', 'Stay'])
})

test('a pasted list makes one note a line, without its bullets', async ({ page }) => {
  const board = boardOf(page)
  await paste(page, { 'text/plain': '- first\n• second\n3. third\n\n[x] fourth\n۵. پنجم' })
  await expect.poll(() => board.texts()).toEqual(['first', 'second', 'third', 'fourth', 'پنجم'])
})

test('pasted markup is text and nothing else', async ({ page }) => {
  const board = boardOf(page)
  const html =
    '<table><tr><td><img src=x onerror="document.title=1">a<script>document.title=2</script></td></tr></table>'
  await paste(page, { 'text/html': html, 'text/plain': 'a' })
  await expect.poll(async () => (await board.texts()).length).toBe(1)
  await expect(page).toHaveTitle(/Throughline/)
})

test('notes are copied and pasted as notes', async ({ page }) => {
  const board = boardOf(page)
  await board.note([300, 300], 'سلام\nHello')
  const clipboard = await page.evaluate(() => {
    const data = new DataTransfer()
    document.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, cancelable: true }))
    return Object.fromEntries(data.types.map((type) => [type, data.getData(type)]))
  })
  expect(clipboard['text/plain']).toBe('سلام\nHello')
  await paste(page, clipboard)
  expect(await board.texts()).toEqual(['سلام\nHello', 'سلام\nHello'])
})

test('a real CSV file is imported by its text column, coloured by language, and undone in one step', async ({
  page,
}) => {
  const board = boardOf(page)
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Import CSV' }).click(),
  ])
  await chooser.setFiles('test/fixtures/guest-reviews.csv')
  const dialog = page.getByRole('dialog', { name: 'Import CSV' })
  await dialog.getByRole('radio', { name: 'Notes' }).click()
  await expect(dialog.getByRole('combobox', { name: 'Text of the notes' })).toContainText('comment')
  await dialog.getByRole('combobox', { name: 'Colour by' }).click()
  await page.getByRole('option', { name: 'language' }).click()
  await dialog.getByRole('button', { name: 'Make 120 notes' }).click()
  await expect(page.getByText('120 notes made')).toBeVisible()
  expect(await board.texts()).toHaveLength(120)
  await page.keyboard.press('Control+z')
  expect(await board.texts()).toEqual([])
})

test('the board is exported as a PNG of the right size with the notes’ colours', async ({ page }) => {
  const board = boardOf(page)
  await board.note([300, 300], 'خوش آمدید')
  await board.note([600, 300], 'Dobrodošli 🎉')
  for (const scale of [1, 3]) {
    const png = await exportPng(page, scale)
    // Two notes of 200, 100 apart, and 32 on each side.
    expect([png.width, png.height]).toEqual([564 * scale, 264 * scale])
    const at = (x: number, y: number) => [
      ...png.data.subarray((y * scale * png.width + x * scale) * 4).subarray(0, 4),
    ]
    expect(at(4, 4)).toEqual([255, 255, 255, 255])
    expect(at(44, 44)).toEqual([...YELLOW, 255])
    expect(at(344, 44)).toEqual([...YELLOW, 255])
  }
})

test('a picture larger than any canvas is exported whole', async ({ page }) => {
  const board = boardOf(page)
  await board.note([300, 300], 'near')
  for (let i = 0; i < 30; i++) await page.mouse.wheel(0, 1000)
  await board.note([300, 300], 'far')
  const png = await exportPng(page, 1)
  expect([png.width, png.height]).toEqual([264, 30_264])
  const at = (y: number) => [...png.data.subarray((y * png.width + 44) * 4).subarray(0, 3)]
  expect([at(44), at(15_000), at(30_220)]).toEqual([YELLOW, [255, 255, 255], YELLOW])
})

test('what is exported is what is seen', async ({ page }) => {
  const board = boardOf(page)
  await board.note([400, 300], 'Sretan put! جست‌وجو Привет, żółw 🎉')
  await page.mouse.click(900, 600)
  await page.keyboard.press('Control+0')
  const screen = PNG.sync.read(await page.screenshot({ clip: { x: 310, y: 210, width: 180, height: 180 } }))
  const png = await exportPng(page, 1)
  let different = 0
  for (let y = 0; y < 180; y++)
    for (let x = 0; x < 180; x++) {
      const a = (y * 180 + x) * 4
      const b = ((y + 42) * png.width + x + 42) * 4
      const distance = [0, 1, 2].map((c) => Math.abs((screen.data[a + c] ?? 0) - (png.data[b + c] ?? 0)))
      if (Math.max(...distance) > 24) different++
    }
  expect(different / (180 * 180)).toBeLessThanOrEqual(0.001)
})

async function drag(
  page: Page,
  from: readonly [number, number],
  to: readonly [number, number],
): Promise<void> {
  await page.mouse.move(...from)
  await page.mouse.down()
  await page.mouse.move(...to, { steps: 5 })
  await page.mouse.up()
}

async function exportPng(page: Page, scale: number): Promise<PNG> {
  await page.mouse.click(1100, 500)
  await page.keyboard.press('Control+Shift+E')
  const dialog = page.getByRole('dialog', { name: 'Export as PNG' })
  await dialog.getByRole('radio', { name: `${scale}×` }).click()
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export…' }).click()
  const file = await (await download).path()
  await expect(dialog).toBeHidden()
  return PNG.sync.read(readFileSync(file))
}

test('a table dropped on the window is offered for import, anything else is explained', async ({ page }) => {
  const drop = (name: string, text: string) =>
    page.evaluate(
      ([fileName, contents]) => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File([contents ?? ''], fileName ?? ''))
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
      },
      [name, text],
    )
  await drop('photo.heic', 'x')
  await expect(page.getByText('make nothing of “photo.heic”').first()).toBeVisible()
  await drop('moments.csv', 'first\nsecond')
  await page.getByRole('button', { name: 'Make 2 notes' }).click()
  expect(await boardOf(page).texts()).toEqual(['first', 'second'])
})

test('a note changes colour while it is being typed', async ({ page }) => {
  const board = boardOf(page)
  await page.mouse.dblclick(300, 300)
  await page.keyboard.type('still ')
  await page.getByRole('toolbar').getByRole('button', { name: 'Teal' }).click()
  await page.keyboard.type('typing')
  await page.keyboard.press('Escape')
  expect(await board.texts()).toEqual(['still typing'])
  expect(await board.pixel([220, 220])).toEqual([163, 228, 218])
})

test('pasting a very long list shows progress and can be cancelled', async ({ page }) => {
  const board = boardOf(page)
  const words = 'every word of this line is measured before the note is made '
  const list = Array.from({ length: 20_000 }, (_, index) => `${index} ${words.repeat(4)}`).join('\n')
  await paste(page, { 'text/plain': list })
  const dialog = page.getByRole('dialog', { name: 'Pasting' })
  await expect(dialog.getByRole('progressbar')).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
  expect(await board.texts()).toEqual([])
  await paste(page, { 'text/plain': `${list}\none too many` })
  await expect(page.getByText('more than 20,000 notes').first()).toBeVisible()
  expect(await board.texts()).toEqual([])
})

test('Ctrl+Z undoes where Z is elsewhere on the keyboard, as in Croatia', async ({ page }) => {
  const board = boardOf(page)
  await page.mouse.dblclick(300, 300)
  await page.keyboard.type('wrong')
  await page.evaluate(() => {
    const event = { key: 'z', code: 'KeyY', ctrlKey: true, bubbles: true, cancelable: true }
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', event))
  })
  await page.keyboard.type('right')
  await page.keyboard.press('Escape')
  expect(await board.texts()).toEqual(['right'])
})

test('the right button in a note being typed is about words, not about the note', async ({ page }) => {
  const board = boardOf(page)
  await page.mouse.dblclick(300, 300)
  await page.keyboard.type('some words')
  await page.mouse.click(300, 300, { button: 'right' })
  await expect(page.getByRole('menu')).toBeHidden()
  await page.keyboard.type('!')
  await page.keyboard.press('Escape')
  expect((await board.texts())[0]).toContain('!')
})

test('the menu of the board is about what is under the pointer', async ({ page }) => {
  const board = boardOf(page)
  await board.note([300, 300], 'a')
  await board.note([600, 300], 'b')
  await page.mouse.click(300, 300, { button: 'right' })
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  expect(await board.texts()).toEqual(['b'])
  await page.mouse.click(300, 600, { button: 'right' })
  await expect(page.getByRole('menuitem', { name: 'Import CSV' })).toBeVisible()
})

test('text pasted with line breaks of its markup reads as its author meant', async ({ page }) => {
  const board = boardOf(page)
  const html = '<table><tr><td>The host\n   is late<br>again</td><td><p>one</p><p>two</p></td></tr></table>'
  await paste(page, { 'text/html': html, 'text/plain': 'x' })
  await expect.poll(() => board.texts()).toEqual(['The host is late\nagain', 'one\ntwo'])
})
