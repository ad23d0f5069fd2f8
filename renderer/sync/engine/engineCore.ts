import { Awareness } from 'y-protocols/awareness'
import { retract } from '../../../shared/model/retract.ts'
import { every } from '../../../shared/session/clock.ts'
import type { EngineMember, FromEngine } from '../../../shared/session/engine/engineMessage.ts'
import type { EngineMembership } from '../../../shared/session/engine/engineMembership.ts'
import { newEngineToken } from '../../../shared/session/engine/engineToken.ts'
import type { EngineSecrets } from '../../../shared/session/engine/engineWays.ts'
import type { PersonId } from '../../../shared/session/ids.ts'
import { tokenBucket } from '../../../shared/session/tokenBucket.ts'
import type { Dispose } from '../../../shared/util/store.ts'
import type { SessionEnd } from '../liveSession.ts'
import { createDisks, type Disks } from '../live/safety.ts'
import type { SessionStores } from '../live/sessionStores.ts'
import { createShowing, SHOW_MS } from '../showPresence.ts'
import { createEngineImages, type EngineImages } from './engineImages.ts'
import { ENGINE_ENDS } from './engineEnds.ts'
import { openEngineLine, type EngineLine } from './engineLine.ts'
import type { EngineSessionOptions } from './engineOptions.ts'
import { showEngine, showOthers } from './showEngine.ts'
import { createEngineRules, type CharterChange, type EngineRules } from './engineRules.ts'

/** What is shown is worked out so often at most, ms. */
const SHOW_TOGETHER_MS = 100
/** How often others hear at most what is on the disk here, ms. */
const SAVED_MS = 2000
/** How long somebody who left is still shown, ms. */
const SHOWN_GONE_MS = 60_000
/** A session that was never reached is given up after this, ms. */
const GIVE_UP_MS = 15_000
/** Each person more means that everybody sends less often, ms: the engine sends all of it to all. */
const SHOW_MS_EACH = 3

/** One session in an engine, from this person's side. */
export class EngineCore {
  readonly awareness: Awareness
  readonly rules: EngineRules
  readonly line: EngineLine
  readonly people = new Map<PersonId, { member: EngineMember; goneAt: number | undefined }>()
  readonly show: ReturnType<typeof createShowing>['show']
  secrets: EngineSecrets | undefined
  readonly disks: Disks
  /** When a disk last confirmed something, ms since 1970. */
  lastSaved: number | undefined
  /** Both sides have brought each other what they lacked, since the line is there. */
  synced = false
  /** The engine has let this person in, now or before. */
  reached = false
  /** Since when the engine is away, ms since 1970. */
  lostAt: number | undefined
  readonly #disposes: Dispose[] = []
  readonly #retractions
  readonly #images: EngineImages
  #showing: Dispose | undefined
  #saying: Dispose | undefined
  #over = false

  readonly options: EngineSessionOptions
  readonly entry: EngineMembership
  readonly stores: SessionStores

  constructor(options: EngineSessionOptions, entry: EngineMembership, stores: SessionStores) {
    this.options = options
    this.entry = entry
    this.stores = stores
    const { workshop, surroundings, identity } = options
    const { clock, date } = surroundings
    this.secrets = entry.secrets
    this.disks = createDisks(workshop.doc)
    this.#retractions = tokenBucket(0.2, 5, clock.now)
    this.awareness = new Awareness(workshop.doc)
    this.rules = createEngineRules({ ...entry, identity, roomKey: entry.roomKey })
    const showing = createShowing(
      { awareness: this.awareness, me: identity.person, now: clock.now, after: clock.after },
      () => Math.max(SHOW_MS, this.people.size * SHOW_MS_EACH),
    )
    this.show = showing.show
    this.#disposes.push(showing.stop)
    options.allow?.([entry.engine])
    this.line = openEngineLine(
      {
        ...entry,
        doc: workshop.doc,
        awareness: this.awareness,
        clock,
        date,
        token: (host, apart) => this.#token(host, apart),
      },
      {
        onHello: (hello) => this.#welcomed(hello),
        onMessage: (message) => this.#hear(message),
        onSynced: () => this.#inStep(),
        onLost: () => this.#lost(),
        onRefused: (why) => {
          if (why !== 'not-open') this.end(ENGINE_ENDS[why])
        },
      },
    )
    this.#images = createEngineImages({
      workshop,
      clock,
      line: this.line,
      me: { person: identity.person, role: entry.certificate.role, certificate: entry.certificate },
      stores,
    })
    this.#listen()
    this.refresh()
  }

  get me(): PersonId {
    return this.options.identity.person
  }

  /** What a facilitator decides holds at once here, and everywhere once the engine has heard of it. */
  govern(change: CharterChange): void {
    const signed = this.rules.next(change)
    if (!signed || this.rules.role() !== 'facilitator') return
    const [root] = this.rules.charters()
    this.rules.take(signed.signer && root ? [root, signed] : [signed])
    this.line.send({ kind: 'charter', signed })
  }
  /** Everybody of whom is known, with the role that they have. */
  named(): [PersonId, EngineMember['role']][] {
    const named = new Map(this.rules.holds.get()?.roles)
    for (const { member } of this.people.values()) named.set(member.person, member.role)
    return [...named]
  }

  membership(): EngineMembership {
    return {
      ...this.entry,
      charters: [...this.rules.charters()],
      name: this.name,
      ...(this.secrets && { secrets: this.secrets }),
    }
  }
  get name(): string {
    return this.rules.holds.get()?.name ?? this.entry.name
  }

  #token(host: string, apart: number): string {
    const { identity, workshop, surroundings } = this.options
    const { certificate } = this.entry
    const at = Math.round(surroundings.date() + apart)
    const charters = this.rules.charters()
    return JSON.stringify(
      newEngineToken({ identity, certificate, charters, client: workshop.doc.clientID, host, at }),
    )
  }

  #welcomed({ charters, focus }: Extract<FromEngine, { kind: 'hello' }>): boolean {
    const { lineage } = this.options
    if (!this.rules.take(charters)) this.end('unreachable')
    else if (lineage !== undefined && this.rules.holds.get()?.lineage !== lineage) this.end('other-workshop')
    if (this.#over) return false
    this.reached = true
    this.lostAt = undefined
    this.stores.focus.set(focus)
    this.options.keep?.(this.membership())
    this.#saySaved()
    this.refresh()
    return true
  }
  #inStep(): void {
    this.synced = true
    this.#images.begin()
    this.refresh()
  }
  #lost(): void {
    this.#images.lost()
    this.synced = false
    this.lostAt ??= this.options.surroundings.date()
    this.refresh()
  }

  #hear(message: Exclude<FromEngine, { kind: 'hello' | 'again' }>): void {
    switch (message.kind) {
      case 'members':
        return this.#takeMembers(message)
      case 'charter':
        if (this.rules.take(message.charters)) this.options.keep?.(this.membership())
        return
      case 'persisted':
        return this.#takeSaved(message.person, message.vector)
      case 'bring': {
        const { kind: _kind, ...to } = message
        if (to.by !== this.me) this.stores.brought.call(to)
        return
      }
      case 'image':
        return this.#images.receive(message.bytes)
      case 'focus':
        return this.stores.focus.set(message.step)
      case 'refused': {
        const { doc } = this.options.workshop
        if (message.edit) retract(doc, message.edit, (client) => client === doc.clientID)
        this.stores.refused.call()
        // What took it back passes with it. Not without end: somebody may have changed the same in the meantime.
        if (this.#retractions.take(1)) this.line.bringIntoStep()
      }
    }
  }
  #takeMembers({ first, here, gone }: Extract<FromEngine, { kind: 'members' }>): void {
    const now = this.options.surroundings.clock.now()
    const leave = (person: PersonId) => {
      const known = this.people.get(person)
      if (known) known.goneAt ??= now
    }
    if (first) [...this.people.keys()].forEach(leave)
    gone.forEach(leave)
    for (const member of here) this.people.set(member.person, { member, goneAt: undefined })
    this.refresh()
  }
  #takeSaved(person: PersonId, vector: string): void {
    if (!this.disks.persisted(person, vector)) return
    if (this.disks.covers(person)) this.lastSaved = this.options.surroundings.date()
    this.refresh()
  }
  #saySaved(): void {
    this.#saying ??= this.options.surroundings.clock.after(SAVED_MS, () => {
      this.#saying = undefined
      const vector = this.options.persisted?.get()
      if (vector !== undefined) this.line.send({ kind: 'persisted', vector })
    })
  }

  #listen(): void {
    const { workshop, persisted, surroundings } = this.options
    const { clock } = surroundings
    const refresh = (): void => this.refresh()
    const onPresence = (): void => showOthers(this)
    workshop.doc.on('update', refresh)
    this.awareness.on('change', onPresence)
    this.#disposes.push(
      () => workshop.doc.off('update', refresh),
      () => this.awareness.off('change', onPresence),
      this.rules.holds.subscribe(refresh),
      every(clock, SHOWN_GONE_MS / 10, () => this.#beat()),
      clock.after(GIVE_UP_MS, () => {
        if (!this.reached) this.end('unreachable')
      }),
    )
    if (!persisted) return
    const saved = (): void => {
      const vector = persisted.get()
      if (vector === undefined) return
      this.#takeSaved(this.me, vector)
      this.#saySaved()
    }
    this.#disposes.push(persisted.subscribe(saved))
    saved()
  }
  #beat(): void {
    const now = this.options.surroundings.clock.now()
    for (const [person, { goneAt }] of this.people)
      if (goneAt !== undefined && now - goneAt > SHOWN_GONE_MS) this.people.delete(person)
    this.refresh()
  }

  /** What is shown has changed; it is worked out once for all that changes at a time. */
  refresh(): void {
    this.#showing ??= this.options.surroundings.clock.after(SHOW_TOGETHER_MS, () => {
      this.#showing = undefined
      if (!this.#over) showEngine(this)
    })
  }
  end(why: SessionEnd): void {
    if (this.#over) return
    this.#over = true
    for (const dispose of this.#disposes) dispose()
    this.#showing?.()
    this.#saying?.()
    this.#images.dispose()
    this.line.close()
    this.stores.phase.set({ kind: 'ended', why })
  }
}
