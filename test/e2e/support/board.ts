import type { Page } from 'playwright/test'
import { expect } from 'playwright/test'
import type { Shape } from '../../../shared/model/shape.ts'

/** The board of a workshop window, used as a person uses it: mouse, keys, and what is to be seen. */
export interface BoardDriver {
  /** Double-clicks at a screen point, types, and leaves the note. */
  note(at: readonly [number, number], text: string): Promise<void>
  /** All that is shown on the board, as copying it puts it on the clipboard, bottom to top. */
  shapes(): Promise<readonly Shape[]>
  /** The texts of all of it; an empty one for what holds no text. */
  texts(): Promise<string[]>
  /** Waits until the title bar says that everything is saved. */
  saved(): Promise<void>
  /** Colour of the screen at a point, as [red, green, blue]. */
  pixel(at: readonly [number, number]): Promise<readonly number[]>
}

export function boardOf(page: Page): BoardDriver {
  return {
    async note([x, y], text) {
      await page.mouse.dblclick(x, y)
      await page.keyboard.type(text)
      await page.keyboard.press('Escape')
    },
    shapes: () => copiedShapes(page),
    async texts() {
      return (await copiedShapes(page)).map((shape) => ('text' in shape ? shape.text : ''))
    },
    async saved() {
      await expect(page.locator('[data-state]').first()).toHaveAttribute('data-state', 'saved')
    },
    async pixel([x, y]) {
      const png = await page.screenshot({ clip: { x, y, width: 1, height: 1 } })
      const { PNG } = await import('pngjs')
      return [...PNG.sync.read(png).data.subarray(0, 3)]
    },
  }
}

async function copiedShapes(page: Page): Promise<readonly Shape[]> {
  await page.locator('[data-canvas]').focus()
  await page.keyboard.press('Control+a')
  const copied = await page.evaluate(() => {
    const data = new DataTransfer()
    document.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, cancelable: true }))
    return data.getData('application/x-throughline-shapes+json')
  })
  await page.keyboard.press('Escape')
  return copied === '' ? [] : (JSON.parse(copied) as { shapes: Shape[] }).shapes
}

/** Pastes text or HTML, as a clipboard event with these contents. */
export async function paste(page: Page, contents: Readonly<Record<string, string>>): Promise<void> {
  await page.locator('[data-canvas]').focus()
  await page.evaluate((types) => {
    const data = new DataTransfer()
    for (const [type, text] of Object.entries(types)) data.setData(type, text)
    const target = document.activeElement ?? document.body
    target.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, contents)
}
