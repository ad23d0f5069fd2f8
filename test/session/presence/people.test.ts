import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRemovals, REMOVAL_MS } from '../../../renderer/session/people/createRemovals.ts'
import { findPeople } from '../../../renderer/session/people/findPeople.ts'
import { peopleChange } from '../../../renderer/session/people/sayChanges.ts'
import { joined } from '../../../renderer/session/presence/othersIn.ts'
import { whoIsOn } from '../../../renderer/session/presence/whoIsOn.ts'
import { othersIn } from '../../../renderer/session/presence/othersIn.ts'
import { safetyFacts } from '../../../renderer/session/lamp/safetyFacts.ts'
import { createLimit, createReactionWatch } from '../../../renderer/session/reactions/createReactions.ts'
import type { LiveSession } from '../../../renderer/sync/liveSession.ts'
import { FIRST_BOARD, type BoardId } from '../../../shared/model/ids.ts'
import { MOST_PERSON_COLORS } from '../../../shared/session/certificate.ts'
import { createStore } from '../../../shared/util/store.ts'
import { createFakeLive, memberNamed, personNamed } from '../../support/fakeLive.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const ana = personNamed('ana')
const me = memberNamed('me', { reach: 'me' })

function removing(role: 'participant' | 'viewer' = 'participant') {
  const session = createFakeLive([me, memberNamed('ana', { role })])
  return { session, removals: createRemovals(createStore<LiveSession | null>(session)) }
}

test('whoever is to be removed can change nothing from then on, and is out when nobody takes it back', () => {
  const { session, removals } = removing()
  removals.begin(ana, false)
  expect(session.calls).toEqual([['setRole', ana, 'viewer']])
  expect(removals.pending.get().has(ana)).toBe(true)
  vi.advanceTimersByTime(REMOVAL_MS)
  expect(session.calls.at(-1)).toEqual(['remove', ana, { again: false }])
  expect(removals.pending.get().size).toBe(0)
})

test('taken back in time it did not happen', () => {
  const { session, removals } = removing()
  removals.begin(ana, true)
  vi.advanceTimersByTime(REMOVAL_MS - 1)
  removals.undo(ana)
  vi.advanceTimersByTime(REMOVAL_MS)
  expect(session.calls).toEqual([
    ['setRole', ana, 'viewer'],
    ['setRole', ana, 'participant'],
  ])
})

test('a window that closes does at once what is pending', () => {
  const { session, removals } = removing('viewer')
  removals.begin(ana, true)
  removals.finish()
  expect(session.calls).toEqual([['remove', ana, { again: true }]])
})

test('only who is a member and here is shown, under the name of their certificate', () => {
  const presences = new Map([
    [ana, { person: ana }],
    [personNamed('ghost'), { person: personNamed('ghost') }],
    [personNamed('left'), { person: personNamed('left') }],
  ])
  const shown = joined([me, memberNamed('ana'), memberNamed('left', { reach: 'gone' })], presences)
  expect(shown.map(({ name }) => name)).toEqual(['ana'])
})

test('who is on which board changes only when somebody goes to another one', () => {
  const session = createFakeLive([me, memberNamed('ana')])
  const where = whoIsOn(othersIn(createStore<LiveSession | null>(session)))
  session.does(ana, { board: FIRST_BOARD, cursor: [0, 0] })
  const before = where.get()
  expect(before.get(FIRST_BOARD)?.map(({ name }) => name)).toEqual(['ana'])
  session.does(ana, { cursor: [5, 5] })
  expect(where.get()).toBe(before)
  session.does(ana, { board: 'second' as BoardId })
  expect([...where.get().keys()]).toEqual(['second'])
})

test('who came and who went is told, but not of this person', () => {
  const gone = memberNamed('ben', { reach: 'gone' })
  expect(peopleChange([me], [me, memberNamed('ana'), gone])).toEqual({ joined: ['ana'], left: [] })
  expect(peopleChange([memberNamed('ana')], [me, memberNamed('ana', { reach: 'gone' })])).toEqual({
    joined: [],
    left: ['ana'],
  })
})

test('people are found whatever their script and accents; those who are gone come last', () => {
  const members = ['Čedomir', 'سارا', 'Ana'].map((name) => memberNamed(name))
  expect(findPeople(members, 'cedo').map(({ name }) => name)).toEqual(['Čedomir'])
  expect(findPeople(members, 'سار').map(({ name }) => name)).toEqual(['سارا'])
  expect(findPeople([memberNamed('x', { reach: 'gone' }), me], '').map(({ name }) => name)).toEqual([
    'me',
    'x',
  ])
})

test('what was sent before somebody was seen, or is no emoji of ours, is no reaction', () => {
  const watch = createReactionWatch()
  const of = (reaction: [string, number]) => new Map([[ana, { reaction }]])
  expect(watch(of(['👍', 1]), 0)).toEqual([])
  expect(watch(of(['👍', 1]), 10)).toEqual([])
  expect(watch(of(['🎉', 2]), 20)).toEqual([{ person: ana, emoji: '🎉' }])
  expect(watch(of(['<img>', 3]), 30)).toEqual([])
  expect(watch(new Map(), 40)).toEqual([])
})

test('nobody gets more reactions shown than they could send', () => {
  const watch = createReactionWatch()
  watch(new Map([[ana, {}]]), 0)
  const shown = Array.from({ length: 100 }, (_, n) =>
    watch(new Map([[ana, { reaction: ['👍', n + 1] }]]), n * 10),
  ).flat()
  expect(shown.length).toBeLessThan(8)
})

test('a limit lets through what comes slowly', () => {
  const may = createLimit(2, 100)
  expect([0, 1, 2, 102, 202].map(may)).toEqual([true, true, false, true, true])
})

test('the lamp counts disks that have everything, and tells how people are reached', () => {
  const members = [
    me,
    memberNamed('ana', { disk: true }),
    memberNamed('ben', { disk: true, reach: 'relayed' }),
    memberNamed('cy', { reach: 'gone' }),
  ]
  const facts = safetyFacts(members, { copies: [ana], lastSaved: undefined, safe: false })
  expect(facts).toMatchObject({ unsafe: true, keepsCopy: false, complete: 1, direct: 1, relayed: 1 })
  expect(facts.copies.map(({ member, complete }) => [member.name, complete])).toEqual([
    ['ana', true],
    ['ben', false],
  ])
})

test.each(['light', 'dark'])(
  'names can be read on everybody’s colour, and colours be seen on a %s board',
  (theme) => {
    const css = readFileSync(path.join(import.meta.dirname, '../../../renderer/ui/tokens.css'), 'utf8')
    const block = css.slice(css.lastIndexOf(`data-theme='${theme}'] {`))
    const token = (name: string) => new RegExp(`--${name}: (#\\w{6});`).exec(block)?.[1] ?? ''
    for (let color = 0; color < MOST_PERSON_COLORS; color++) {
      const own = token(`person-${color}`)
      expect(contrast(own, token('person-text')), `text on ${color}`).toBeGreaterThan(4.5)
      expect(contrast(own, token('canvas')), `${color} on the board`).toBeGreaterThan(3)
    }
    expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5)
  },
)

/** WCAG 2.2, relative luminance. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0)
}
