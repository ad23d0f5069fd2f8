import type { AssetHash } from '../../model/asset.ts'
import { decodeImageMessage, encodeImageMessage, type ImageMessage } from '../imageMessage.ts'
import type { LinkPeer } from '../link.ts'
import { createStore } from '../../util/store.ts'
import { createImageOutbox, type ImageOutbox } from './imageOutbox.ts'
import type { ImageLink, ImageSync, ImageSyncOptions } from './imageSync.ts'
import { createMissingImage, type MissingImage } from './missingImage.ts'
import { createUnconfirmedImages } from './unconfirmedImages.ts'

/** Images asked of one peer at a time. */
const MOST_AT_ONCE = 2
/** Longest wait for a piece, ms. */
const MOST_SILENCE_MS = 10_000
/** All images that a session may bring to a workshop, bytes. */
const MOST_BOARD_BYTES = 500 * 2 ** 20

interface Line {
  readonly link: ImageLink
  readonly peer: LinkPeer
  readonly outbox: ImageOutbox
}

/** An image that is missing, and where it is looked for. */
interface Search {
  readonly image: MissingImage
  from: Line | undefined
  /** They do not have it. */
  readonly vain: Set<Line>
  /** When something of it came last, or somebody was asked. */
  heardAt: number
}

export function createImageSync(options: ImageSyncOptions): ImageSync {
  const { assets, now } = options
  const lines = new Set<Line>()
  const searches = new Map<AssetHash, Search>()
  const mine = createUnconfirmedImages(now)
  const progress = createStore({ missing: 0, have: 0, of: 0 })
  /** Of those that have arrived since nothing was missing; and all in all. */
  let [arrived, brought] = [0, 0]
  let [looking, again, over] = [false, false, false]

  const send = ({ link }: Line, message: ImageMessage): void =>
    link.sendBytes('bulk', encodeImageMessage(message))

  /** What shapes show and is not here. */
  async function look(): Promise<void> {
    again = looking
    if (looking || over) return
    looking = true
    const shown = options.shown()
    const lacking = new Set(await assets.lacking(shown))
    looking = false
    if (over) return
    for (const [hash, search] of searches)
      if (!shown.has(hash)) {
        if (search.from) send(search.from, { kind: 'cancel', hash })
        searches.delete(hash)
      }
    for (const hash of lacking)
      if (!searches.has(hash))
        searches.set(hash, {
          image: createMissingImage(hash, options.digest),
          from: undefined,
          vain: new Set(),
          heardAt: now(),
        })
    tell()
    ask()
    if (again) void look()
  }

  function tell(): void {
    if (searches.size === 0) arrived = 0
    let [have, of] = [arrived, arrived]
    for (const { image } of searches.values()) {
      have += image.have()
      of += image.size() ?? 0
    }
    progress.set({ missing: searches.size, have, of })
  }

  function ask(): void {
    if (brought > MOST_BOARD_BYTES) return
    const busy = new Map<Line, number>()
    for (const { from } of searches.values()) if (from) busy.set(from, (busy.get(from) ?? 0) + 1)
    const hosts = [...lines].toSorted((a, b) => rank(a) - rank(b))
    for (const [hash, search] of searches) {
      if (search.from || search.image.isWhole()) continue
      const line = hosts.find((each) => !search.vain.has(each) && (busy.get(each) ?? 0) < MOST_AT_ONCE)
      if (!line) continue
      busy.set(line, (busy.get(line) ?? 0) + 1)
      search.from = line
      search.heardAt = now()
      send(line, { kind: 'want', hash, offset: search.image.have() })
    }
  }

  const rank = ({ peer }: Line): number => (options.isHost(peer.person) ? 0 : 1)

  function giveUp(search: Search, line: Line): void {
    search.vain.add(line)
    if (search.from === line) search.from = undefined
  }

  function take(line: Line, message: ImageMessage): void {
    const { kind, hash } = message
    const keeps = line.peer.certificate.kind === 'desktop'
    if (kind === 'want') {
      if (keeps) mine.wanted(hash)
      return line.outbox.want(hash, message.offset)
    }
    if (kind === 'have' && keeps) mine.confirmed(hash)
    if (kind === 'cancel') return line.outbox.cancel(hash)
    const search = searches.get(hash)
    if (!search) return
    if (kind === 'have' && search.from !== line) search.vain.delete(line)
    else if (search.from !== line) return
    else if (kind === 'none') giveUp(search, line)
    else if (kind === 'have') {
      if (!search.image.expect(message)) restart(search, line)
    } else takePiece(search, line, message)
    tell()
    ask()
  }

  /** What is here of it is of another size: somebody was wrong. */
  function restart(search: Search, line: Line): void {
    search.image.clear()
    send(line, { kind: 'cancel', hash: search.image.hash })
    search.from = undefined
  }

  function takePiece(
    search: Search,
    line: Line,
    { offset, piece }: Extract<ImageMessage, { kind: 'data' }>,
  ): void {
    if (!search.image.take(offset, piece, line)) return
    search.heardAt = now()
    if (search.image.isWhole()) void finish(search, line)
  }

  async function finish(search: Search, line: Line): Promise<void> {
    const { image } = search
    search.from = undefined
    const content = await image.content()
    if (searches.get(image.hash) !== search || over) return
    if (content) {
      arrived += content.bytes.length
      brought += content.bytes.length
      // Kept by whoever keeps the workshop; whoever shows it hears of that.
      await assets.add(content)
      searches.delete(image.hash)
      // Whoever gave it may close their window now.
      const { mime, w, h, bytes } = content
      if (lines.has(line)) send(line, { kind: 'have', hash: image.hash, mime, w, h, size: bytes.length })
    } else {
      giveUp(search, line)
      if (image.isOf(line)) line.link.strike()
      image.clear()
    }
    tell()
    ask()
  }

  function end(line: Line): void {
    if (!lines.delete(line)) return
    line.outbox.end()
    for (const search of searches.values()) {
      if (search.from === line) search.from = undefined
      search.vain.delete(line)
    }
    ask()
  }

  const stopShown = options.onShown(() => void look())
  const stopAdded = assets.onAdded((hash) => {
    for (const { outbox } of lines) outbox.added(hash)
    const search = searches.get(hash)
    if (!search) mine.added(hash)
    if (!search || search.image.isWhole()) return
    if (search.from) send(search.from, { kind: 'cancel', hash })
    searches.delete(hash)
    tell()
  })
  void look()

  return {
    progress,
    hasMine: () => !mine.areThere(),
    attach(link, peer) {
      const line: Line = { link, peer, outbox: createImageOutbox(link, assets) }
      lines.add(line)
      ask()
      return {
        receive(bytes) {
          const message = decodeImageMessage(bytes)
          if (message) take(line, message)
          else link.strike()
        },
        drained: () => line.outbox.pump(),
        end: () => end(line),
      }
    },
    beat() {
      for (const { outbox } of lines) outbox.pump()
      for (const [hash, search] of searches) {
        if (now() - search.heardAt < MOST_SILENCE_MS) continue
        search.heardAt = now()
        if (search.from) {
          send(search.from, { kind: 'cancel', hash })
          giveUp(search, search.from)
        } else search.vain.clear()
      }
      ask()
    },
    dispose() {
      over = true
      stopShown()
      stopAdded()
      for (const line of lines) end(line)
    },
  }
}
