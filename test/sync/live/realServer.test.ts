import { expect, it, onTestFinished, vi } from 'vitest'
import { hostSession } from '../../../renderer/sync/hostSession.ts'
import { joinSession } from '../../../renderer/sync/joinSession.ts'
import type { LiveSession } from '../../../renderer/sync/liveSession.ts'
import { FIRST_BOARD, newShapeId, type ShapeId } from '../../../shared/model/ids.ts'
import type { Workshop } from '../../../shared/model/workshop.ts'
import { hostOn } from '../../host/hostOn.ts'
import { realOptions } from '../../support/realServerWorld.ts'
import { aText } from '../../support/shapes.ts'

const DOORS = { facilitator: 'knock', participant: 'open', viewer: 'knock' } as const
const shows = (workshop: Workshop, id: ShapeId) => workshop.shapes.get(id) !== undefined
const soon = (holds: () => void) => vi.waitFor(holds, { timeout: 5000, interval: 10 })
const isLive = (session: LiveSession) => expect(session.phase.get().kind).toBe('live')

function write(workshop: Workshop): ShapeId {
  const id = newShapeId()
  workshop.change((change) => change.add(aText({ id, board: FIRST_BOARD, text: 'hello' })))
  return id
}

it('hosts, lets in, passes on, shows who is where, and ends, over a real server', async () => {
  const { port, server } = await hostOn()
  const host = realOptions('Ana', { kind: 'desktop', port })
  const session = hostSession({ ...host, name: 'Kickoff', lineage: 'ab'.repeat(16), doors: DOORS })
  onTestFinished(() => session.leave())
  const first = write(host.content)
  await soon(() => expect(session.invitations()).toHaveLength(3))
  const way = session.invitations().find(({ invitation }) => invitation.role === 'participant')
  if (!way) throw new Error('No way in')

  const guests = ['Ben', 'Cid'].map((name) => realOptions(name, { kind: 'laptop', port }))
  const began = performance.now()
  const joined = guests.map((guest) =>
    joinSession({ ...guest, hasContent: false, invitation: way.invitation }),
  )
  for (const each of joined) onTestFinished(() => each.leave())
  await soon(() => joined.forEach(isLive))
  expect(performance.now() - began).toBeLessThan(3000)
  for (const { content } of guests) expect(shows(content, first)).toBe(true)

  const [ben, cid] = guests
  const [benSession, cidSession] = joined
  if (!ben || !cid || !benSession || !cidSession) throw new Error('Nobody came')
  const note = write(ben.content)
  await soon(() => expect([host.content, cid.content].every((each) => shows(each, note))).toBe(true))
  await soon(() => expect(benSession.safety.get().safe).toBe(true))

  benSession.show({ cursor: [10, 20], board: FIRST_BOARD })
  await soon(() => expect(cidSession.others.get().get(benSession.me)?.cursor).toEqual([10, 20]))
  expect(cidSession.members.get().map(({ name, reach }) => `${name} ${reach}`)).toEqual([
    'Cid me',
    'Ana direct',
    'Ben relayed',
  ])

  session.remove(benSession.me)
  await soon(() => expect(benSession.phase.get()).toEqual({ kind: 'ended', why: 'removed' }))
  const after = write(host.content)
  await soon(() => expect(shows(cid.content, after)).toBe(true))
  expect(shows(ben.content, after)).toBe(false)

  await session.end()
  await soon(() => expect(cidSession.phase.get()).toEqual({ kind: 'ended', why: 'ended' }))
  await soon(() => expect(server.health().connections).toBe(0))
})
