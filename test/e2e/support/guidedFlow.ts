import { expect, type Locator, type Page } from 'playwright/test'

/** The guided flow, gone through as a facilitator does: with mouse and keys. */
export interface GuidedFlow {
  readonly panel: Locator
  /** Names each and presses Enter. */
  personas(names: readonly string[]): Promise<void>
  /** Types the moments of a track, one after the other. */
  moments(track: string | undefined, texts: readonly string[]): Promise<void>
  /** Goes on to the step with this title. */
  onward(title: string): Promise<void>
  /** Types and presses Enter. */
  enter(text: string): Promise<void>
}

export function flowOf(page: Page): GuidedFlow {
  const panel = page.getByRole('region', { name: 'Guided storyboard' })
  const flow: GuidedFlow = {
    panel,
    async enter(text) {
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    },
    async personas(names) {
      await panel.getByRole('textbox', { name: 'Add a persona' }).click()
      for (const name of names) await flow.enter(name)
    },
    async moments(track, texts) {
      if (track !== undefined) await panel.getByRole('radio', { name: new RegExp(track) }).click()
      await panel.getByRole('textbox', { name: 'Add a moment' }).click()
      for (const text of texts) await flow.enter(text)
    },
    async onward(title) {
      await panel.getByRole('button', { name: /^(Next|Skip)$/ }).click()
      await expect(panel.getByRole('heading', { name: title })).toBeVisible()
    },
  }
  return flow
}
