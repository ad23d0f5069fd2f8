import type { Page } from 'playwright/test'
import { PNG } from 'pngjs'

export interface TestFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** A PNG of one colour; sizes in pixels. */
export function plainPng(
  name: string,
  width: number,
  height: number,
  [r, g, b]: readonly number[],
): TestFile {
  const png = new PNG({ width, height })
  for (let at = 0; at < png.data.length; at += 4) png.data.set([r ?? 0, g ?? 0, b ?? 0, 255], at)
  return { name, bytes: new Uint8Array(PNG.sync.write(png)) }
}

/** Drops files at a point of the window. */
export async function dropFiles(
  page: Page,
  at: readonly [number, number],
  files: readonly TestFile[],
): Promise<void> {
  await page.evaluate(
    ({ contents, x, y }) => {
      const data = new DataTransfer()
      for (const { name, base64 } of contents)
        data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name))
      const target = document.elementFromPoint(x, y) ?? document.body
      for (const type of ['dragover', 'drop'])
        target.dispatchEvent(
          new DragEvent(type, {
            dataTransfer: data,
            clientX: x,
            clientY: y,
            bubbles: true,
            cancelable: true,
          }),
        )
    },
    { contents: files.map(encoded), x: at[0], y: at[1] },
  )
}

/** Pastes files, with text of other types beside them. */
export async function pasteFiles(
  page: Page,
  files: readonly TestFile[],
  texts: Readonly<Record<string, string>> = {},
): Promise<void> {
  await page.locator('[data-canvas]').focus()
  await page.evaluate(
    ({ contents, types }) => {
      const data = new DataTransfer()
      for (const { name, base64 } of contents)
        data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name))
      for (const [type, text] of Object.entries(types)) data.setData(type, text)
      const target = document.activeElement ?? document.body
      target.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    },
    { contents: files.map(encoded), types: texts },
  )
}

const encoded = ({ name, bytes }: TestFile) => ({ name, base64: Buffer.from(bytes).toString('base64') })
