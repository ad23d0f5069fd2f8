import type { Card, ControlMessage } from '../../../shared/session/controlMessage.ts'
import type { Knocker } from '../../../shared/session/doorMessage.ts'
import type { PersonId } from '../../../shared/session/ids.ts'
import type { WayIn } from '../../../shared/session/invitation.ts'
import type { LinkPeer } from '../../../shared/session/link.ts'
import { may, type Role } from '../../../shared/session/role.ts'
import type { LiveSession } from '../liveSession.ts'
import type { Hosting } from './hosting.ts'
import type { PeerLine, Peers } from './peers.ts'
import type { Roster } from './roster.ts'
import type { Rules } from './rules.ts'

type Message<K extends ControlMessage['kind']> = Extract<ControlMessage, { kind: K }>
type Bring = Parameters<Parameters<LiveSession['onBring']>[0]>[0]

/** Cards in one message: whoever gets it looks at two signatures for each. */
const CARDS = 8

/** What a session does about what its peers say. */
export interface ConversationOptions {
  readonly me: PersonId
  /** Somebody's card says as which client they write. */
  readonly claim: (card: Card, peer: LinkPeer) => void
  readonly rules: Rules
  readonly roster: Roster
  readonly peers: Peers
  readonly hosting: Hosting
  /** Whether what one peer says reaches another only by way of this side. */
  readonly relays: (from: LinkPeer, to: LinkPeer) => boolean
  readonly persisted: (person: PersonId, vector: string) => void
  /** `all`: of all roles; else those for facilitators are not among them. */
  readonly ways: (ways: readonly WayIn[], all: boolean) => void
  readonly knocks: (waiting: readonly Knocker[]) => void
  readonly decide: (person: PersonId, admit: boolean, role: Role | undefined) => void
  readonly showOut: (person: PersonId) => void
  readonly focus: (step: string | null) => void
  readonly bring: (to: Bring) => void
  /** This person has no place in the session any more, or it is over. */
  readonly over: (why: 'ended' | 'removed') => void
}

export interface Conversation {
  hear(line: PeerLine, message: ControlMessage): void
  /** Tells somebody who is here; for hosts. */
  tellMembers(to: PeerLine): void
  /** Tells everybody what holds now of who is host. */
  tellHosting(to?: PeerLine): void
}

export function createConversation(options: ConversationOptions): Conversation {
  const { rules, roster, peers, hosting } = options
  const isHost = ({ peer }: PeerLine): boolean => peer.person === hosting.host
  const leads = ({ peer }: PeerLine): boolean => may(peer.role, 'lead')

  /** To those who cannot have heard it themselves. */
  function passOn(from: PeerLine, message: ControlMessage): void {
    peers.send(message, (to) => to !== from && options.relays(from.peer, to.peer))
  }

  function tellHosting(to?: PeerLine): void {
    const { term, person } = hosting.claim()
    if (person === undefined) return
    const servers = [...(roster.get(person)?.card.servers ?? [])]
    const message = { kind: 'hosting', term, person, servers } as const
    if (to) to.link.send(message)
    else peers.send(message)
  }

  function takeMembers({ first, cards, gone }: Message<'members'>): void {
    const here = cards.flatMap((card): [LinkPeer, Card][] => {
      const peer = rules.prove(card.chain)
      if (!peer || peer.person === options.me) return []
      options.claim(card, peer)
      return [[peer, card]]
    })
    roster.told({ first, here, gone })
  }

  function takePolicy(line: PeerLine, message: Message<'policy' | 'rekey'>): void {
    const isNew = message.kind === 'rekey' ? rules.takeSecret(message, message.secret) : rules.take(message)
    if (isNew) peers.send(message, (to) => to !== line)
  }

  function takeHosting(line: PeerLine, { term, person }: Message<'hosting'>): void {
    const claimant = line.peer.person === person ? line.peer : roster.get(person)?.peer
    if (!claimant?.certificate.host || !(line.peer.certificate.host || isHost(line)))
      return line.link.strike()
    if (!hosting.consider({ term, person })) tellHosting(line)
  }

  function takePersisted(line: PeerLine, message: Message<'persisted'>): void {
    const isTheirs = message.person === line.peer.person && line.peer.certificate.kind === 'desktop'
    if (!isTheirs && !isHost(line)) return line.link.strike()
    options.persisted(message.person, message.vector)
    passOn(line, message)
  }

  function takeBye(line: PeerLine, { why }: Message<'bye'>): void {
    if (why === 'left') hosting.resigned(line.peer.person)
    else if (why === 'ended' && leads(line)) {
      passOn(line, { kind: 'bye', why })
      options.over('ended')
    } else if (why === 'ended' && isHost(line)) options.over('ended')
    else if (why === 'removed' && isHost(line)) options.over('removed')
  }

  function takeBring(line: PeerLine, { board, middle, zoom, by }: Message<'bring'>): void {
    if (!leads(line) && !isHost(line)) return line.link.strike()
    const person = isHost(line) ? (by ?? line.peer.person) : line.peer.person
    options.bring({ board, middle, zoom, by: person })
    passOn(line, { kind: 'bring', board, middle, zoom, by: person })
  }

  function takeFocus(line: PeerLine, message: Message<'focus'>): void {
    if (!leads(line) && !isHost(line)) return line.link.strike()
    options.focus(message.step)
    passOn(line, message)
  }

  function hear(line: PeerLine, message: ControlMessage): void {
    switch (message.kind) {
      case 'hello':
        return
      case 'members':
        if (isHost(line) && !hosting.isMine()) takeMembers(message)
        return
      case 'policy':
      case 'rekey':
        return takePolicy(line, message)
      case 'hosting':
        return takeHosting(line, message)
      case 'doubt':
        if (hosting.hears(message.person)) line.link.send({ kind: 'alive', person: message.person })
        return
      case 'alive':
        if (line.peer.certificate.host) hosting.alive(message.person)
        return
      case 'persisted':
        return takePersisted(line, message)
      case 'keys':
        if (isHost(line) || leads(line)) options.ways(message.ways, leads(line))
        return
      case 'knocks':
        if (isHost(line)) options.knocks(message.waiting)
        return
      case 'decide':
        if (leads(line)) options.decide(message.person, message.admit, message.role)
        return
      case 'showOut':
        if (leads(line) && hosting.isMine()) options.showOut(message.person)
        return
      case 'lines':
        line.lines = new Set(message.persons)
        return
      case 'bring':
        return takeBring(line, message)
      case 'focus':
        return takeFocus(line, message)
      case 'bye':
        return takeBye(line, message)
    }
  }

  return {
    hear,
    tellHosting,
    tellMembers(to) {
      const cards = [...new Set(peers.all().map(({ peer }) => peer.person))]
        .filter((person) => person !== to.peer.person)
        .flatMap((person) => roster.get(person)?.card ?? [])
      for (let at = 0; at === 0 || at < cards.length; at += CARDS)
        to.link.send({
          kind: 'members',
          first: at === 0,
          cards: cards.slice(at, at + CARDS),
          gone: [],
        })
    },
  }
}
