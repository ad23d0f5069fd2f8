import type { ControlMessage } from '../../../shared/session/controlMessage.ts'
import type { Card } from '../../../shared/session/controlMessage.ts'
import type { PersonId } from '../../../shared/session/ids.ts'
import type { Lane, Link, LinkEnd, LinkPeer } from '../../../shared/session/link.ts'
import type { DocLine, DocSync } from '../docSync.ts'
import type { ImageLine, ImageSync } from '../../../shared/session/images/imageSync.ts'
import type { Carrier } from '../mesh/carrier.ts'
import type { PresenceLine, PresenceLines } from '../presenceLines.ts'

/** How a link came about. `guest`: at this side's hub. `uplink`: to the host's hub. `mesh`: desktop to desktop. */
export type Via = 'guest' | 'uplink' | 'mesh'

/** An open link to somebody, and what runs over it. */
export interface PeerLine {
  readonly link: Link
  readonly via: Via
  readonly carrier: Carrier | undefined
  readonly peer: LinkPeer
  /** Their newest hello; before it nothing else is listened to, and nothing of the document is sent. */
  card: Card | undefined
  /** Persons that they have lines of their own to. */
  lines: ReadonlySet<PersonId>
  /** Document, images and presence: over a direct line where there is one, else by way of the host. */
  content: Content | undefined
  /** When a direct line took the content over, by the link's clock, ms. */
  movedAt?: number | undefined
}

/** What the other side had sent before it noticed that there is a direct line arrives within so long, ms. */
const MOVING_MS = 2000

interface Content {
  readonly doc: DocLine
  readonly images: ImageLine
  readonly presence: PresenceLine
}

type Hello = Extract<ControlMessage, { kind: 'hello' }>

export interface PeersOptions {
  readonly docSync: DocSync
  readonly imageSync: ImageSync
  readonly presence: PresenceLines
  readonly hello: () => Hello
  /** They say who they are. `false`: it is not true, or they must not be here. */
  readonly onHello: (line: PeerLine, hello: Hello) => boolean
  /** It was their first, and all that follows from it has been done here. */
  readonly onGreeted: (line: PeerLine) => void
  readonly onMessage: (line: PeerLine, message: ControlMessage) => void
  /** Called for those whose hello was taken. */
  readonly onEnd: (line: PeerLine, why: LinkEnd) => void
}

/** All links of a session. */
export interface Peers {
  add(link: Link, via: Via, carrier?: Carrier): void
  /** Those who have said hello. */
  all(): readonly PeerLine[]
  to(person: PersonId): readonly PeerLine[]
  /** When somebody was heard of last over any link. */
  heardAt(person: PersonId): number | undefined
  send(message: ControlMessage, to?: (line: PeerLine) => boolean): void
  /** Something that a hello tells has changed. */
  sayHello(): void
  /** Who is certified how has changed. */
  recheck(): void
  close(): void
}

export function createPeers(options: PeersOptions): Peers {
  const links = new Set<Link>()
  const lines = new Set<PeerLine>()
  /** Asked for each edit and each pair of peers. */
  const byPerson = new Map<PersonId, PeerLine[]>()
  const greeted = (): readonly PeerLine[] => [...lines].filter(({ card }) => card !== undefined)
  const to = (person: PersonId): readonly PeerLine[] =>
    byPerson.get(person)?.filter(({ card }) => card !== undefined) ?? []

  function opened(link: Link, via: Via, carrier: Carrier | undefined): void {
    const first = link.peer
    if (!first) return link.close('refused')
    const line = lineOf(link, via, first, carrier)
    lines.add(line)
    byPerson.set(first.person, [...(byPerson.get(first.person) ?? []), line])
    link.send(options.hello())
    link.onMessage = (message) => {
      if (message.kind === 'hello') greet(line, message)
      else if (line.card) options.onMessage(line, message)
    }
    link.onBytes = (lane, message) => receive(line, lane, message)
    link.onDrain = (lane) => {
      if (lane === 'doc') line.content?.doc.drained()
      if (lane === 'bulk') line.content?.images.drained()
    }
  }
  function greet(line: PeerLine, hello: Hello): void {
    const isFirst = line.card === undefined
    if (!options.onHello(line, hello)) return line.link.close('refused')
    if (line.link.state !== 'open') return
    line.card = hello.card
    if (isFirst) {
      carry(line.peer.person)
      options.onGreeted(line)
    } else line.content?.doc.setLineage(hello.card.lineage)
  }
  /** One way for the content to each: the direct one if there is one. */
  function carry(person: PersonId): void {
    const theirs = to(person)
    const isDirect = theirs.some(({ via }) => via === 'mesh')
    for (const line of theirs) {
      if (isDirect && line.via !== 'mesh') {
        if (line.content) line.movedAt = line.link.heardAt()
        detach(line)
      } else line.content ??= attach(line)
    }
  }
  const attach = ({ link, peer, card, carrier }: PeerLine): Content => ({
    doc: options.docSync.attach(link, card?.lineage, carrier),
    images: options.imageSync.attach(link, peer),
    presence: options.presence.attach(link, peer, carrier),
  })
  function detach(line: PeerLine): void {
    const { content } = line
    line.content = undefined
    content?.doc.end()
    content?.images.end()
    content?.presence.end()
  }
  function receive(line: PeerLine, lane: Lane, message: Uint8Array<ArrayBuffer>): void {
    if (!line.card) return
    const { movedAt = -Infinity } = line
    if (!line.content && line.link.heardAt() - movedAt < MOVING_MS) return
    // The other side has lost the direct line already, and this side not yet noticed.
    line.content ??= attach(line)
    if (lane === 'doc') line.content.doc.receive(message)
    else if (lane === 'bulk') line.content.images.receive(message)
    else line.content.presence.receive(message)
  }
  function ended(link: Link, why: LinkEnd): void {
    links.delete(link)
    const line = [...lines].find((each) => each.link === link)
    if (!line) return
    lines.delete(line)
    const left = byPerson.get(line.peer.person)?.filter((each) => each !== line) ?? []
    if (left.length > 0) byPerson.set(line.peer.person, left)
    else byPerson.delete(line.peer.person)
    detach(line)
    if (!line.card) return
    carry(line.peer.person)
    options.onEnd(line, why)
  }

  return {
    add(link, via, carrier) {
      links.add(link)
      if (link.state === 'open') opened(link, via, carrier)
      else link.onOpen = () => opened(link, via, carrier)
      link.onEnd = (why) => ended(link, why)
    },
    all: greeted,
    to,
    heardAt(person) {
      const theirs = byPerson.get(person)
      return theirs && Math.max(...theirs.map(({ link }) => link.heardAt()))
    },
    send(message, isMeant = () => true) {
      for (const line of greeted()) if (isMeant(line)) line.link.send(message)
    },
    sayHello() {
      for (const { link } of lines) link.send(options.hello())
    },
    recheck() {
      for (const link of links) link.recheck()
    },
    close() {
      for (const link of links) link.close()
    },
  }
}

const lineOf = (link: Link, via: Via, first: LinkPeer, carrier: Carrier | undefined): PeerLine => ({
  link,
  via,
  carrier,
  get peer() {
    return link.peer ?? first
  },
  card: undefined,
  lines: new Set(),
  content: undefined,
})
