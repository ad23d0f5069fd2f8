import { readFileSync } from 'node:fs'
import { PNG } from 'pngjs'
import { expect, test, type Page } from 'playwright/test'
import { hasText, type Texted } from '../../shared/model/shape.ts'
import { boardOf } from './support/board.ts'

const FIELD = '[data-note-text]'

test.beforeEach(async ({ page }) => {
  await page.goto('/?lang=en')
  await page.locator('[data-canvas]').waitFor()
  await page.locator('[data-canvas]').focus()
})

/** Everything on the board, once no text is open any more. */
async function shapes(page: Page): Promise<readonly Texted[]> {
  await page.keyboard.press('Escape')
  return (await boardOf(page).shapes()).filter(hasText)
}

test('T puts a text where it is clicked; one left empty leaves nothing behind', async ({ page }) => {
  await page.keyboard.press('t')
  await page.mouse.click(400, 300)
  await page.keyboard.type('Guest arrives')
  await page.keyboard.press('Enter')
  await page.keyboard.type('سلام')
  await page.keyboard.press('Escape')
  await page.keyboard.press('t')
  await page.mouse.click(400, 500)
  await page.keyboard.press('Escape')
  const [text, ...more] = await shapes(page)
  expect(text).toMatchObject({ kind: 'text', text: 'Guest arrives\nسلام', autoWidth: true })
  expect(more).toEqual([])
})

test('bold and italics by key, links and lists by typing', async ({ page }) => {
  await page.mouse.dblclick(600, 300)
  await page.keyboard.type('a ')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('bold')
  await page.keyboard.press('Control+b')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- https://example.org ')
  await page.keyboard.press('Enter')
  await page.keyboard.type('two')
  await page.keyboard.press('Shift+Home')
  await page.keyboard.press('Control+i')
  const [note] = await shapes(page)
  expect(note?.text).toBe('a bold\n• https://example.org \n• two')
  expect(note?.marks).toEqual([
    { from: 2, to: 6, bold: true },
    { from: 9, to: 28, link: 'https://example.org' },
    expect.objectContaining({ to: 35, italic: true }),
  ])
})

test('Ctrl+K links what is selected, and typing goes on', async ({ page }) => {
  await page.mouse.dblclick(600, 300)
  await page.keyboard.type('read more')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('textbox', { name: 'Address' })).toBeFocused()
  await page.keyboard.type('no address')
  await page.keyboard.press('Enter')
  await expect(page.getByText('That is not a web or mail address')).toBeVisible()
  await page.getByRole('textbox', { name: 'Address' }).fill('example.org')
  await page.keyboard.press('Enter')
  await expect(page.locator(FIELD)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('!')
  const [note] = await shapes(page)
  expect(note?.text).toBe('read more!')
  expect(note?.marks).toEqual([{ from: 5, to: 9, link: 'https://example.org' }])
})

test('a link is opened by the system, and only there', async ({ page, context }) => {
  await context.route('**/*example.org*/**', (route) => route.fulfill({ body: 'there' }))
  await page.mouse.dblclick(600, 300)
  await page.keyboard.type('https://example.org/there ')
  await page.keyboard.press('Escape')
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('button', { name: 'Open https://example.org/there' }).click(),
  ])
  await opened.waitForURL('https://example.org/there')
  expect(await opened.evaluate(() => opener === null)).toBe(true)
})

test('whole texts are made bold from the bar over the selection', async ({ page }) => {
  await boardOf(page).note([600, 300], 'whole')
  const bold = page.getByRole('button', { name: 'Bold' })
  await bold.click()
  await expect(bold).toHaveAttribute('aria-pressed', 'true')
  const [note] = await shapes(page)
  expect(note?.marks).toEqual([{ from: 0, to: 5, bold: true }])
})

test('an input method in the middle of marked text leaves its marks alone', async ({ page }) => {
  await page.mouse.dblclick(600, 300)
  await page.keyboard.press('Control+b')
  await page.keyboard.type('ab')
  await page.keyboard.press('ArrowLeft')
  const session = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 })
  await session.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 })
  await session.send('Input.insertText', { text: '日本' })
  await page.keyboard.type('x')
  const [note] = await shapes(page)
  expect(note?.text).toBe('a日本xb')
  expect(note?.marks).toEqual([{ from: 0, to: 5, bold: true }])
})

test('a composition that is given up leaves the text as it was', async ({ page }) => {
  await page.mouse.dblclick(600, 300)
  await page.keyboard.type('one\ntwo')
  const session = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 })
  await session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
  await page.keyboard.type('!')
  expect((await shapes(page)).map(({ text }) => text)).toEqual(['one\ntwo!'])
})

test('words, lines and everything can be taken away, and what is pasted is plain text', async ({ page }) => {
  await page.mouse.dblclick(600, 300)
  await page.keyboard.type('one two three')
  await page.keyboard.press('Control+Backspace')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Backspace')
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/html', '<b onclick="document.title=1">four</b><img src=x onerror="document.title=2">')
    data.setData('text/plain', 'four\r\nfive')
    const event = { clipboardData: data, bubbles: true, cancelable: true }
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', event))
  })
  const [note] = await shapes(page)
  expect(note?.text).toBe('one two four\nfive')
  expect(note?.marks).toBeUndefined()
  await expect(page).toHaveTitle(/Throughline/)
})

test('the field lies over the lines of forms', async ({ page }) => {
  for (const key of ['r', 'o']) {
    await page.keyboard.press(key)
    await page.mouse.move(300, 200)
    await page.mouse.down()
    await page.mouse.move(520, 320, { steps: 3 })
    await page.mouse.up()
    await page.keyboard.type('In the middle')
    const box = await page.locator(`${FIELD} > *`).boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? 0) / 2).toBeCloseTo(410, 0)
    expect((box?.y ?? 0) + (box?.height ?? 0) / 2).toBeCloseTo(260, 0)
    await page.keyboard.press('Escape')
  }
})

test('typing into a text of 20,000 characters stays quick', async ({ page }) => {
  await page.mouse.dblclick(600, 300)
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', Array.from({ length: 40 }, () => 'some words and more '.repeat(24)).join('\n'))
    const event = { clipboardData: data, bubbles: true, cancelable: true }
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', event))
  })
  const took = await page.evaluate(async () => {
    const times: number[] = []
    for (let i = 0; i < 20; i++) {
      const start = performance.now()
      const data = { data: 'a', inputType: 'insertText', bubbles: true, cancelable: true }
      document.activeElement?.dispatchEvent(new InputEvent('beforeinput', data))
      times.push(performance.now() - start)
      await new Promise(requestAnimationFrame)
    }
    return times.sort((a, b) => a - b)[10] ?? Infinity
  })
  expect(took).toBeLessThan(50)
})

test('screen and export agree for every script, for marks, lists and alignments', async ({ page }) => {
  const texts = [
    'Sretan put! Čćžšđ',
    'żółw zażółć gęślą',
    'Привет, гости',
    'جست‌وجوی خانه',
    'سلام Airbnb 🎉 ok',
    '👩‍👩‍👧 emoji 🎉🏡',
  ]
  for (const [index, text] of texts.entries()) {
    await page.mouse.dblclick(360 + (index % 3) * 220, 200 + Math.floor(index / 3) * 220)
    await page.keyboard.type(text)
    // The arrows go where they point: back is to the right in what is read from there.
    await page.keyboard.press(
      index === 3 || index === 4 ? 'Control+Shift+ArrowRight' : 'Control+Shift+ArrowLeft',
    )
    await page.keyboard.press(index % 2 === 0 ? 'Control+b' : 'Control+i')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('- https://example.org ')
    await page.keyboard.press('Escape')
    const align = ['Start', 'Centre', 'End'][index % 3]
    const choice = page.getByRole('radio', { name: align ?? '', exact: true })
    if (await choice.count()) await choice.first().click()
  }
  await page.mouse.click(1000, 650)
  await page.evaluate(() => document.fonts.ready)
  const clip = { x: 262, y: 102, width: 636, height: 416 }
  const screen = PNG.sync.read(await page.screenshot({ clip, path: 'test-results/shots/texts.png' }))
  const png = await exportPng(page)
  let different = 0
  for (let y = 0; y < clip.height; y++)
    for (let x = 0; x < clip.width; x++) {
      // Between the notes the screen shows the board, and the picture is white.
      if ((x + 2) % 220 > 198 || (y + 2) % 220 > 198) continue
      if ((x + 2) % 220 < 2 || (y + 2) % 220 < 2) continue
      const a = (y * clip.width + x) * 4
      const b = ((y + 34) * png.width + x + 34) * 4
      const distance = [0, 1, 2].map((c) => Math.abs((screen.data[a + c] ?? 0) - (png.data[b + c] ?? 0)))
      if (Math.max(...distance) > 24) different++
    }
  expect(different / (clip.width * clip.height)).toBeLessThanOrEqual(0.001)
})

async function exportPng(page: Page): Promise<PNG> {
  await page.keyboard.press('Control+Shift+E')
  const dialog = page.getByRole('dialog', { name: 'Export as PNG' })
  await dialog.getByRole('radio', { name: '1×' }).click()
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export…' }).click()
  const file = await (await download).path()
  await expect(dialog).toBeHidden()
  return PNG.sync.read(readFileSync(file))
}
