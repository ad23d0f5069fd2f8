import { expect, type Browser, type BrowserContext, type Page } from 'playwright/test'
import type { PeerApi } from './peerApi.ts'
import type { PeerServer } from './signalling.ts'
import type { Ticket } from './ticket.ts'

declare global {
  interface Window {
    peer: PeerApi
  }
}

/** A page in a context of its own: no storage and no channel in common with others. */
export interface PeerPage {
  readonly page: Page
  readonly context: BrowserContext
  /** What went wrong on the page and was caught by nobody. */
  readonly errors: string[]
}

export async function openPeer(browser: Browser, server: PeerServer): Promise<PeerPage> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(server.page)
  return { page, context, errors }
}

export const openPeers = (browser: Browser, server: PeerServer, count: number): Promise<PeerPage[]> =>
  Promise.all(Array.from({ length: count }, () => openPeer(browser, server)))

/** The same pages again, as other people with empty documents. */
export async function renewed(peers: readonly PeerPage[]): Promise<readonly PeerPage[]> {
  await Promise.all(peers.map(({ page }) => page.evaluate(() => window.peer.fresh())))
  for (const { errors } of peers) errors.length = 0
  return peers
}

export const join = ({ page }: PeerPage, ticket: Ticket, server: PeerServer): Promise<void> =>
  page.evaluate(([mine, address]) => window.peer.join(mine, { signalling: [address] }), [
    ticket,
    server.signalling(ticket.room),
  ] as const)

/** Resolves once each of these has an open connection to so many others. */
export async function connected(
  peers: readonly PeerPage[],
  others = peers.length - 1,
  ms = 15_000,
): Promise<void> {
  const open = ({ page }: PeerPage): Promise<number> =>
    page.evaluate(() => window.peer.connections().filter(({ state }) => state === 'open').length)
  await expect
    .poll(() => Promise.all(peers.map(open)), { timeout: ms, intervals: [20, 50, 100] })
    .toEqual(peers.map(() => others))
}

/** Each adds a note; resolves once all have the notes of all. This is what a deaf connection fails. */
export async function allHearAll(peers: readonly PeerPage[], what: string, ms = 15_000): Promise<void> {
  const said = peers.map((_, i) => `${what} ${i}`)
  await Promise.all(
    peers.map(({ page }, i) => page.evaluate((text) => window.peer.addNote(text), said[i] ?? '')),
  )
  for (const { page } of peers)
    await expect
      .poll(
        () => page.evaluate((prefix) => window.peer.texts().filter((each) => each.startsWith(prefix)), what),
        {
          timeout: ms,
          intervals: [20, 50, 100],
        },
      )
      .toEqual(said)
}

export const closeAll = async (peers: readonly PeerPage[]): Promise<void> =>
  void (await Promise.all(peers.map(({ context }) => context.close())))
