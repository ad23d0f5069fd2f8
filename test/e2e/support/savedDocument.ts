import type { Page } from 'playwright/test'
import * as Y from 'yjs'
import { openWorkshop, type Workshop } from '../../../shared/model/workshop.ts'
import { boardOf } from './board.ts'

declare global {
  interface Window {
    /** What the page has sent to be saved, update by update. */
    savedUpdates?: number[][]
  }
}

/**
 * Reads the document of a workshop as it was saved. To be called before the page is opened: from then on it is noted what
 * the page sends to its store.
 */
export async function savedDocument(page: Page): Promise<() => Promise<Workshop>> {
  await page.addInitScript(() => {
    const saved: number[][] = []
    window.savedUpdates = saved
    const post = MessagePort.prototype.postMessage
    MessagePort.prototype.postMessage = function record(
      this: MessagePort,
      message: unknown,
      options?: object,
    ) {
      const call = message as { method?: string; input?: { update?: Uint8Array } } | null
      if (call?.method === 'append' && call.input?.update) saved.push([...call.input.update])
      post.call(this, message, options)
    }
  })
  return async () => {
    await boardOf(page).saved()
    const updates = await page.evaluate(() => window.savedUpdates ?? [])
    const doc = new Y.Doc()
    for (const update of updates) Y.applyUpdate(doc, new Uint8Array(update))
    return openWorkshop(doc)
  }
}
