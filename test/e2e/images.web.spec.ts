import { PNG } from 'pngjs'
import { expect, test, type FileChooser, type Page } from 'playwright/test'
import { boardOf } from './support/board.ts'
import { dropFiles, pasteFiles, plainPng, type TestFile } from './support/imageFiles.ts'

const RED = [220, 40, 40] as const
const GREEN = [30, 160, 60] as const
const BLUE = [30, 60, 200] as const
const CANVAS = [245, 244, 241]

test.beforeEach(async ({ page }) => {
  await page.goto('/?lang=en&theme=light')
  await page.locator('[data-canvas]').waitFor()
})

/** Waits for a colour at a point of the window. Codecs that lose something, and edges, may be a little off. */
async function expectColor(
  page: Page,
  at: readonly [number, number],
  color: readonly number[],
): Promise<void> {
  const off = async () => {
    const pixel = await boardOf(page).pixel(at)
    return Math.max(...pixel.map((value, index) => Math.abs(value - (color[index] ?? 0))))
  }
  await expect.poll(off).toBeLessThan(12)
}

const toast = (page: Page, text: string) =>
  page.getByRole('region', { name: 'Notifications' }).getByText(text)

const nothingSelected = (page: Page) => page.mouse.click(1200, 120)

test('a dropped image appears where it was dropped, is selected, and one undo takes it back', async ({
  page,
}) => {
  await dropFiles(page, [500, 400], [plainPng('red.png', 200, 100, RED)])
  await expectColor(page, [500, 400], RED)
  await expectColor(page, [420, 370], RED)
  await expectColor(page, [380, 400], CANVAS)
  await expect(page.getByRole('toolbar', { name: /selected/ })).toBeVisible()
  await boardOf(page).saved()
  await page.keyboard.press('Control+z')
  await expectColor(page, [500, 400], CANVAS)
  await page.keyboard.press('Control+Shift+Z')
  await expectColor(page, [500, 400], RED)
})

test('several images lie in a row and are one undo step', async ({ page }) => {
  const files = [RED, GREEN, BLUE].map((color, index) => plainPng(`${index}.png`, 200, 200, color))
  await dropFiles(page, [600, 400], files)
  await expectColor(page, [376, 400], RED)
  await expectColor(page, [600, 400], GREEN)
  await expectColor(page, [824, 400], BLUE)
  await expect(page.getByRole('toolbar', { name: '3 images selected' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expectColor(page, [600, 400], CANVAS)
  await expectColor(page, [376, 400], CANVAS)
})

test('a pasted image appears under the pointer; a table on the same clipboard counts for more', async ({
  page,
}) => {
  await page.mouse.move(640, 420)
  const file = plainPng('image.png', 100, 100, BLUE)
  await pasteFiles(page, [file], { 'text/html': '<img src="https://example.org/a.png">' })
  await expectColor(page, [640, 420], BLUE)
  await nothingSelected(page)
  await pasteFiles(page, [file], { 'text/html': '<table><tr><td>one</td><td>two</td></tr></table>' })
  await expect(page.getByText('2 notes pasted')).toBeVisible()
})

test('images are chosen in a dialog that Shift+I opens', async ({ page }) => {
  // From the first: what opens before the browser was told that somebody waits for it is cancelled.
  const opened = new Promise<FileChooser>((resolve) => void page.on('filechooser', resolve))
  const files = [RED, GREEN].map((color, index) => {
    const { name, bytes } = plainPng(`${index}.png`, 200, 200, color)
    return { name, mimeType: 'image/png', buffer: Buffer.from(bytes) }
  })
  await page.locator('[data-canvas]').focus()
  await page.mouse.move(600, 400)
  await page.keyboard.press('Shift+I')
  const chooser = await opened
  expect(chooser.isMultiple()).toBe(true)
  await chooser.setFiles(files)
  await expectColor(page, [488, 400], RED)
  await expectColor(page, [712, 400], GREEN)
})

test('every format is shown: JPEG turned as EXIF says, WebP, the first frame of GIF', async ({ page }) => {
  const files = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(200, 100)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.fillStyle = 'rgb(220,40,40)'
    context.fillRect(0, 0, 100, 100)
    context.fillStyle = 'rgb(30,60,200)'
    context.fillRect(100, 0, 100, 100)
    const encode = async (type: string) => [
      ...new Uint8Array(await (await canvas.convertToBlob({ type, quality: 1 })).arrayBuffer()),
    ]
    return { jpeg: await encode('image/jpeg'), webp: await encode('image/webp') }
  })
  // Orientation 6: turn it a quarter clockwise, so that what was left is on top.
  const exif = [0xff, 0xe1, 0, 34, ...Buffer.from('Exif\0\0MM\0*', 'latin1'), 0, 0, 0, 8, 0, 1]
  const orientation = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]
  const turned = Uint8Array.from([...files.jpeg.slice(0, 2), ...exif, ...orientation, ...files.jpeg.slice(2)])
  await dropFiles(page, [300, 400], [{ name: 'turned.jpg', bytes: turned }])
  await expectColor(page, [300, 330], RED)
  await expectColor(page, [300, 470], BLUE)
  await dropFiles(page, [600, 400], [{ name: 'picture', bytes: Uint8Array.from(files.webp) }])
  await expectColor(page, [530, 400], RED)
  await expectColor(page, [670, 400], BLUE)
  await dropFiles(page, [900, 400], [{ name: 'wrong name.png', bytes: animatedGif() }])
  await expectColor(page, [900, 400], RED)
})

test('an SVG is drawn without running scripts or loading anything, with or without a size', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const svg = (attributes: string) => `<?xml version="1.0"?>
    <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}
      onload="top.document.title = 'owned'">
      <script>top.document.title = 'owned'</script>
      <style>@import url(http://127.0.0.1:4173/from-style.css);</style>
      <image xlink:href="http://127.0.0.1:4173/from-image.png" width="10" height="10"/>
      <rect width="200" height="200" fill="rgb(30,160,60)"/>
      <foreignObject width="20" height="20"><b xmlns="http://www.w3.org/1999/xhtml">x</b></foreignObject>
    </svg>`
  const file = (name: string, attributes: string): TestFile => ({
    name,
    bytes: new TextEncoder().encode(svg(attributes)),
  })
  await dropFiles(page, [300, 400], [file('sized.svg', 'width="200" height="200"')])
  await expectColor(page, [300, 400], GREEN)
  await expectColor(page, [380, 480], GREEN)
  await dropFiles(page, [600, 400], [file('box.svg', 'viewBox="0 0 200 200"')])
  await expectColor(page, [510, 310], GREEN)
  await dropFiles(page, [900, 400], [file('bare.svg', '')])
  await expectColor(page, [830, 350], GREEN)
  await expect(page).not.toHaveTitle(/owned/)
  expect(asked.filter((url) => url.includes('from-'))).toEqual([])
})

test('what is no image is refused in a sentence, and the others are added', async ({ page }) => {
  const broken = plainPng('broken.png', 50, 50, RED)
  const files = [
    { name: 'notes.pdf', bytes: new TextEncoder().encode('%PDF-1.7') },
    plainPng('good.png', 200, 200, GREEN),
    { name: 'broken.png', bytes: broken.bytes.slice(0, 60) },
  ]
  await dropFiles(page, [500, 400], files)
  await expectColor(page, [500, 400], GREEN)
  await expect(toast(page, '2 files are not images')).toContainText('“notes.pdf”, “broken.png”')
  await dropFiles(page, [500, 400], [{ name: 'broken.png', bytes: broken.bytes.slice(0, 60) }])
  await expect(toast(page, '“broken.png” cannot be read as an image')).toBeVisible()
  await dropFiles(page, [500, 400], [{ name: 'film.heic', bytes: new TextEncoder().encode('ftypheic') }])
  await expect(toast(page, 'can make nothing of “film.heic”')).toBeVisible()
  const bomb = plainPng('bomb.png', 1, 1, RED).bytes
  new DataView(bomb.buffer, bomb.byteOffset).setUint32(16, 60_000)
  new DataView(bomb.buffer, bomb.byteOffset).setUint32(20, 60_000)
  await dropFiles(page, [500, 400], [{ name: 'bomb.png', bytes: bomb }])
  await expect(toast(page, '“bomb.png” is too large')).toBeVisible()
})

test('a huge image is kept smaller and shown as a whole', async ({ page }) => {
  await dropFiles(page, [640, 400], [plainPng('huge.png', 6000, 3000, BLUE)])
  await expectColor(page, [640, 400], BLUE)
  await nothingSelected(page)
  await expectColor(page, [140, 400], BLUE)
  const copied = await boardOf(page).shapes()
  expect(copied).toMatchObject([{ kind: 'image', natural: [4096, 2048] }])
})

test('an image is described in words, by mouse and by keyboard', async ({ page }) => {
  await dropFiles(page, [500, 400], [plainPng('red.png', 200, 200, RED)])
  await expectColor(page, [500, 400], RED)
  await page.getByRole('button', { name: 'Describe image…' }).click()
  await page.getByLabel('Description').fill('A red door')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Description')).toBeHidden()
  expect(await boardOf(page).shapes()).toMatchObject([{ alt: 'A red door' }])
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('describe')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Description')).toHaveValue('A red door')
  await page.getByLabel('Description').fill('A red door with a key box')
  await page.mouse.click(1000, 600)
  expect(await boardOf(page).shapes()).toMatchObject([{ alt: 'A red door with a key box' }])
})

test('images are in the exported picture', async ({ page }) => {
  await dropFiles(page, [500, 400], [plainPng('green.png', 200, 100, GREEN)])
  await expectColor(page, [500, 400], GREEN)
  await nothingSelected(page)
  await page.keyboard.press('Control+Shift+E')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export…' }).click()
  const chunks: Buffer[] = []
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer)
  const png = PNG.sync.read(Buffer.concat(chunks))
  expect([png.width, png.height]).toEqual([2 * 264, 2 * 164])
  const middle = (82 * 2 * png.width + 132 * 2) * 4
  expect([...png.data.subarray(middle, middle + 3)]).toEqual([...GREEN])
})

test('many large images show how far it is, and can be cancelled', async ({ page }) => {
  const { bytes } = plainPng('', 5000, 1000, BLUE)
  const files = Array.from({ length: 12 }, (_, index) => ({ name: `${index}.png`, bytes }))
  await dropFiles(page, [640, 400], files)
  const dialog = page.getByRole('dialog', { name: 'Adding images' })
  await expect(dialog.getByRole('progressbar')).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('An empty board')).toBeVisible()
  await dropFiles(page, [640, 400], files.slice(0, 2))
  await expect(page.getByRole('toolbar', { name: '2 images selected' })).toBeVisible()
})

test('an image keeps its shape when it is resized, and is seen from far away', async ({ page }) => {
  await dropFiles(page, [600, 400], [plainPng('red.png', 400, 200, RED)])
  await expectColor(page, [600, 400], RED)
  await page.mouse.move(800, 500)
  await page.mouse.down()
  await page.mouse.move(900, 510, { steps: 5 })
  await page.mouse.up()
  expect(await boardOf(page).shapes()).toMatchObject([{ geometry: [-240, -100, 500, 250, 0] }])
  await page.keyboard.press('Escape')
  await page.mouse.move(640, 400)
  await page.keyboard.down('Control')
  for (let i = 0; i < 6; i++) await page.mouse.wheel(0, 100)
  await page.keyboard.up('Control')
  await expectColor(page, [640, 405], RED)
})

/** Two frames of 8 by 8: red, then blue. */
function animatedGif(): Uint8Array<ArrayBuffer> {
  const screen = [8, 0, 8, 0, 0xf1, 0, 0]
  const colors = [0, 0, 0, ...RED, ...BLUE, 0, 0, 0]
  const timing = [0x21, 0xf9, 4, 0, 5, 0, 0, 0]
  const place = [0x2c, 0, 0, 0, 0, 8, 0, 8, 0, 0]
  const frames = [1, 2].flatMap((index) => [...timing, ...place, 2, ...pixels(index), 0])
  return Uint8Array.from([...Buffer.from('GIF89a', 'latin1'), ...screen, ...colors, ...frames, 0x3b])
}

/** LZW without compression, codes of three bits: clear (4) before every two pixels, end (5). One sub-block. */
function pixels(index: number): number[] {
  const codes = [...Array.from({ length: 32 }, () => [4, index, index]).flat(), 5]
  const bits = codes.flatMap((code) => [code & 1, (code >> 1) & 1, (code >> 2) & 1])
  const bytes = Array.from({ length: Math.ceil(bits.length / 8) }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((byte, bit, place) => byte | (bit << place), 0),
  )
  return [bytes.length, ...bytes]
}
