import { HocuspocusProvider } from '@hocuspocus/provider'
import { Awareness } from 'y-protocols/awareness'
import { expect, onTestFinished, test } from 'vitest'
import { Doc } from 'yjs'
import { ownCertificate } from '../../renderer/sync/engine/ownCertificate.ts'
import { newEngineToken, type EngineToken } from '../../shared/session/engine/engineToken.ts'
import { identityOf, newSecretKey } from '../../shared/session/identity.ts'
import type { Invitation } from '../../shared/session/invitation.ts'
import { randomText } from '../../shared/session/seal.ts'
import { contentOf } from '../support/gated.ts'
import {
  endOf,
  invitationOf,
  isLive,
  join,
  start,
  testEngine,
  type TestEngine,
} from '../support/engineWorld.ts'
import { until } from '../support/until.ts'

interface Tried {
  readonly doc: Doc
  readonly provider: HocuspocusProvider
  /** What the server said. */
  readonly said: () => string
}

/** Hocuspocus' own provider, which shows whatever token it is given. */
function knock({ origin }: TestEngine, room: string, token: string): Tried {
  const doc = new Doc()
  let said = ''
  const provider = new HocuspocusProvider({
    url: origin.replace('http', 'ws'),
    name: room,
    document: doc,
    awareness: new Awareness(doc),
    token,
    onAuthenticationFailed: ({ reason }) => (said = reason),
    onSynced: () => (said = 'in'),
  })
  onTestFinished(() => provider.destroy())
  return { doc, provider, said: () => said }
}

async function answerTo(engine: TestEngine, room: string, token: string): Promise<string> {
  const tried = knock(engine, room, token)
  await until(
    () => 'an answer',
    () => tried.said() !== '',
  )
  const reason = tried.said().split(' ')[0] ?? ''
  if (reason !== 'in') expect(tried.doc.store.clients.size).toBe(0)
  return reason
}

const identity = identityOf(newSecretKey())
function tokenBy(invitation: Invitation, more: Partial<EngineToken> = {}): string {
  const options = { identity, displayName: 'Eve', kind: 'laptop', surroundings: { date: Date.now } } as const
  const certificate = ownCertificate(options, invitation)
  const asked = { charters: [], client: 7, host: '127.0.0.1', at: Date.now() }
  return JSON.stringify({ ...newEngineToken({ identity, certificate, ...asked }), ...more })
}

test('nobody comes in with anything but a fresh proof for this very room and server', async () => {
  const engine = await testEngine()
  const ana = await start(engine)
  const bob = await start(engine)
  ana.write()
  const invitation = invitationOf(ana, 'participant')
  const { room } = invitation
  const answer = (token: string): Promise<string> => answerTo(engine, room, token)

  const good = tokenBy(invitation)
  expect(await answer(good)).toBe('in')
  expect(await answer(good)).toBe('refused') // a second time
  for (const token of ['', '{}', 'null', '[', 'x'.repeat(500_000)])
    expect(await answer(token)).toBe('refused')
  // Of another room, be it open, too.
  expect(await answer(tokenBy(invitationOf(bob, 'participant')))).toBe('refused')
  expect(await answer(tokenBy({ ...invitation, secret: randomText(16) }))).toBe('old-invitation')
  // The participants' secret opens no other role.
  expect(await answer(tokenBy({ ...invitation, role: 'facilitator' }))).toBe('old-invitation')
  // Passed on by another server; of another time; with something changed.
  expect(await answer(tokenBy(invitation, { host: 'elsewhere.example' }))).toBe('refused')
  expect(await answer(tokenBy(invitation, { at: Date.now() - 600_000 }))).toBe('clock')
  expect(await answer(tokenBy(invitation, { at: Date.now() - 1000 }))).toBe('refused')
  expect(await answer(tokenBy(invitation, { client: 8 }))).toBe('refused')
  expect(await answerTo(engine, randomText(16), tokenBy(invitation))).toBe('refused')
  expect(await answerTo(engine, 'any name', tokenBy(invitation))).toBe('refused')
  const nowhere = { ...invitation, room: identityOf(newSecretKey()).person as unknown as typeof room }
  expect(await answerTo(engine, nowhere.room, tokenBy(nowhere))).toBe('not-open')
})

test('nobody shows themselves as somebody else, or writes as them', async () => {
  const engine = await testEngine()
  const ana = await start(engine)
  const ben = join('Ben', invitationOf(ana, 'participant'))
  await isLive(ben)
  ben.session.show({ away: true })
  await until(
    () => 'Ben',
    () => ana.session.others.get().has(ben.session.me),
  )
  const invitation = invitationOf(ana, 'participant')
  const eve = knock(engine, invitation.room, tokenBy(invitation, {}))
  await until(
    () => 'Eve to be in',
    () => eve.said() === 'in',
  )
  // As Ben from her own client; what follows is her own, and comes through.
  eve.provider.setAwarenessField('person', ben.session.me)
  eve.provider.awareness?.setLocalState({ person: identity.person, away: true })
  expect(ana.session.others.get().get(ben.session.me)).toEqual({ person: ben.session.me, away: true })
  // As Ben's client: the document's own way of saying who wrote it.
  eve.doc.clientID = ben.workshop.doc.clientID
  eve.doc.getMap('shapes').set('forged', 1)
  const note = ben.write()
  await until(
    () => 'Ben’s note',
    () => ana.notes().includes(note),
  )
  expect(ana.workshop.doc.getMap('shapes').has('forged')).toBe(false)
})

test('a server without our extension gets nothing', async () => {
  const stock = await testEngine({ stock: true })
  const engine = await testEngine()
  const ana = await start(engine)
  ana.write()
  const elsewhere = { ...invitationOf(ana, 'participant'), servers: [stock.origin] }
  const ben = join('Ben', elsewhere, { workshop: ana.workshop, identity: ana.identity })
  expect(await endOf(ben)).toBe('no-roles')
  const document = stock.server.hocuspocus.documents.get(elsewhere.room)
  expect(document ? contentOf(document) : contentOf(new Doc())).toEqual(contentOf(new Doc()))
})
