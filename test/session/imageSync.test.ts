import { describe, expect, test, vi } from 'vitest'
import { createAssets, type AssetKeeper } from '../../renderer/sync/assets.ts'
import { createImageSync } from '../../shared/session/images/createImageSync.ts'
import { sha256 } from '../../renderer/platform/sha256.ts'
import type { ImageLine, ImageSync } from '../../shared/session/images/imageSync.ts'
import type { AssetHash } from '../../shared/model/asset.ts'
import {
  decodeImageMessage,
  encodeImageMessage,
  type ImageMessage,
} from '../../shared/session/imageMessage.ts'
import type { Link } from '../../shared/session/link.ts'
import { cpuTime } from '../support/cpuTime.ts'
import { openPair } from '../support/linkPair.ts'
import type { PipePair } from '../support/pipePair.ts'
import { seededRandom } from '../support/seededRandom.ts'
import { testRoom, type Person } from '../support/sessionPeople.ts'
import { testAsset } from '../support/testAsset.ts'
import { virtualClock, type VirtualClock } from '../support/virtualClock.ts'

/** Somebody with images, of which a board shows some. */
interface Somebody {
  readonly person: Person
  readonly assets: AssetKeeper
  readonly sync: ImageSync
  readonly lines: ImageLine[]
  show(...hashes: AssetHash[]): void
}

const random = seededRandom(5)
const image = (size: number) => testAsset(size, random)

function session() {
  const clock = virtualClock()
  const room = testRoom()
  const host = room.person('facilitator', { kind: 'desktop', host: true })
  return {
    clock,
    add(person = room.person('participant')): Somebody {
      const assets = createAssets()
      // No store beneath: all are kept in the window.
      assets.use({ getAsset: async () => null, lackingAssets: async ({ hashes }) => hashes })
      let shown: ReadonlySet<AssetHash> = new Set()
      const listeners = new Set<() => void>()
      const sync = createImageSync({
        assets,
        digest: sha256,
        shown: () => shown,
        onShown(listener) {
          listeners.add(listener)
          return () => listeners.delete(listener)
        },
        isHost: (who) => who === host.identity.person,
        now: clock.now,
      })
      return {
        person,
        assets,
        sync,
        lines: [],
        show(...hashes) {
          shown = new Set([...shown, ...hashes])
          for (const listener of listeners) listener()
        },
      }
    },
    host,
    connect(
      a: Somebody,
      b: Somebody,
      bandwidth = Infinity,
    ): { readonly links: readonly [Link, Link]; readonly pair: PipePair } {
      const { links, pair } = openPair({
        clock,
        room,
        people: [a.person, b.person],
        pipes: { latency: 5, bandwidth },
      })
      const [toB, toA] = links
      for (const [somebody, link] of [[a, toB] as const, [b, toA] as const]) {
        if (!link.peer) throw new Error('the link is not open')
        const line = somebody.sync.attach(link, link.peer)
        somebody.lines.push(line)
        link.onBytes = (lane, message) => (lane === 'bulk' ? line.receive(message) : undefined)
        link.onDrain = (lane) => (lane === 'bulk' ? line.drained() : undefined)
        link.onEnd = () => line.end()
      }
      return { links, pair }
    },
  }
}

const has = async ({ assets }: Somebody, hash: AssetHash): Promise<boolean> =>
  (await assets.bytesOf(hash).then((found) => found?.hash)) === hash &&
  assets.unstored().some((each) => each.hash === hash)

/** Hashes are worked out beside the simulation, in time of their own. */
const until = (clock: VirtualClock, holds: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(
    async () => {
      await clock.run(100)
      await holds()
    },
    { timeout: 20_000, interval: 1 },
  )

describe('images over links', () => {
  test('what a board shows comes from the host, and is told while it comes', async () => {
    const { clock, add, host, connect } = session()
    const [a, b] = [add(host), add()]
    const pictures = [image(300_000), image(10), image(100_000)]
    for (const each of pictures) await a.assets.add(each)
    connect(a, b, 500_000)
    b.show(...pictures.map(({ hash }) => hash))
    await clock.run(300)
    const { missing, have, of } = b.sync.progress.get()
    expect([missing >= 2, have > 40_000, of >= 300_000]).toEqual([true, true, true])
    await until(clock, () => expect(b.assets.unstored()).toHaveLength(3))
    expect(
      b.assets
        .unstored()
        .map(({ hash }) => hash)
        .toSorted(),
    ).toEqual(pictures.map(({ hash }) => hash).toSorted())
    await until(clock, () => expect(b.sync.progress.get()).toEqual({ missing: 0, have: 0, of: 0 }))
  })

  test('an image that a guest adds goes to the host, and from there to others who asked too early', async () => {
    const { clock, add, host, connect } = session()
    const [a, guest, other] = [add(host), add(), add()]
    connect(a, guest)
    connect(a, other)
    const picture = image(200_000)
    other.show(picture.hash)
    await clock.run(500)
    await guest.assets.add(picture)
    a.show(picture.hash)
    await until(clock, async () => expect(await has(other, picture.hash)).toBe(true))
    expect(await has(a, picture.hash)).toBe(true)
  })

  test('whoever added an image hears when somebody who keeps a file has it, be it that they had it before', async () => {
    const { clock, add, host, connect } = session()
    const [a, guest] = [add(host), add()]
    const [known, fresh] = [image(1000), image(200_000)]
    await a.assets.add(known)
    const { links } = connect(a, guest, 500_000)
    await guest.assets.add(fresh)
    expect(guest.sync.hasMine()).toBe(false)
    a.show(fresh.hash)
    await clock.run(200)
    expect([await has(a, fresh.hash), guest.sync.hasMine()]).toEqual([false, false])
    await until(clock, () => expect(guest.sync.hasMine()).toBe(true))
    expect(await has(a, fresh.hash)).toBe(true)
    await guest.assets.add(known)
    expect(guest.sync.hasMine()).toBe(false)
    await clock.run(11_000)
    expect(guest.sync.hasMine()).toBe(true)
    expect(links.map(({ counts }) => counts.strikes)).toEqual([0, 0])
  })

  test('what was cut off goes on where it was, also with somebody else', async () => {
    const { clock, add, host, connect } = session()
    const [a, b, c] = [add(host), add(), add()]
    const picture = image(2_000_000)
    await a.assets.add(picture)
    await c.assets.add(picture)
    const { pair } = connect(a, b, 1_000_000)
    b.show(picture.hash)
    await clock.run(1000)
    const { have } = b.sync.progress.get()
    expect(have).toBeGreaterThan(500_000)
    pair.cut()
    await clock.run(100)
    const second = connect(c, b, 1_000_000)
    await until(clock, async () => expect(await has(b, picture.hash)).toBe(true))
    expect(second.pair.arrived[1]).toBeLessThan(2_100_000 - have)
  })

  test('who is silent is passed over', async () => {
    const { clock, add, host, connect } = session()
    const [a, b, c] = [add(host), add(), add()]
    const picture = image(50_000)
    await a.assets.add(picture)
    const { links } = connect(a, b)
    links[0].onBytes = undefined
    b.show(picture.hash)
    await clock.run(100)
    connect(c, b)
    await c.assets.add(picture)
    for (let n = 0; n < 12; n++) {
      await clock.run(1000)
      b.sync.beat()
    }
    await until(clock, async () => expect(await has(b, picture.hash)).toBe(true))
  })

  test('other bytes than those of the hash are not kept, and count against who sent them', async () => {
    const { clock, add, host, connect } = session()
    const [a, b] = [add(host), add()]
    const [picture, other] = [image(60_000), image(60_000)]
    const { links } = connect(a, b)
    links[0].onBytes = (_lane, bytes) => {
      const message = decodeImageMessage(bytes)
      if (message?.kind !== 'want') return
      const { hash } = message
      const say = (said: ImageMessage): void => links[0].sendBytes('bulk', encodeImageMessage(said))
      say({ kind: 'have', hash, mime: 'image/png', w: 1, h: 1, size: other.bytes.length })
      for (let offset = 0; offset < other.bytes.length; offset += 20_000)
        say({ kind: 'data', hash, offset, piece: other.bytes.subarray(offset, offset + 20_000) })
    }
    b.show(picture.hash)
    await until(clock, () => expect(links[1].counts.strikes).toBe(1))
    expect(b.assets.unstored()).toEqual([])
  })

  test('what cannot be, is not asked for, and nonsense closes the link', async () => {
    const { clock, add, host, connect } = session()
    const [a, b] = [add(host), add()]
    const { links } = connect(a, b)
    const hash = 'ab'.repeat(32)
    b.show(hash)
    await clock.run(100)
    const huge = encodeImageMessage({ kind: 'have', hash, mime: 'image/png', w: 9, h: 9, size: 26 * 2 ** 20 })
    for (const bytes of [huge, new Uint8Array(3), new Uint8Array(60_000)]) links[0].sendBytes('bulk', bytes)
    await clock.run(100)
    expect(links[1].counts.strikes).toBe(3)
    expect(links[1].state).toBe('closed')
  })

  test('10 MB over an encrypted line', async () => {
    const { clock, add, host, connect } = session()
    const [a, b] = [add(host), add()]
    const pictures = Array.from({ length: 5 }, () => image(2 * 2 ** 20))
    for (const each of pictures) await a.assets.add(each)
    const { links } = connect(a, b)
    b.show(...pictures.map(({ hash }) => hash))
    const start = cpuTime()
    await until(clock, () => expect(b.assets.unstored()).toHaveLength(5))
    const seconds = (cpuTime() - start) / 1000
    console.info('10 MB of images', {
      cpuSeconds: Math.round(seconds * 100) / 100,
      lineSeconds: Math.round(clock.now() / 1000),
      sentMB: Math.round(links[0].counts.bytesOut / 2 ** 20),
    })
    expect(links[0].counts.bytesOut).toBeLessThan(10.5 * 2 ** 20)
  })
})
