import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright/test'

/** axe (MPL-2.0) is used by tests alone, and is no part of what is shipped. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong with a page: one line for each element. The page's own policy forbids script tags. */
export async function axeViolations(page: Page, options: RunOptions = {}): Promise<string[]> {
  await page.evaluate(source)
  const { violations } = await page.evaluate(async (given) => {
    const { axe } = window as unknown as { axe: { run(on: Document, how: unknown): Promise<AxeResults> } }
    return axe.run(document, given)
  }, options)
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
  )
}
