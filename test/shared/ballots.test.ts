import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { spreadOf } from '../../shared/journey/spreadOf.ts'
import { openWorkshop } from '../../shared/model/workshop.ts'
import { ballotKey, type Ballot } from '../../shared/session/ballot.ts'
import type { PersonId } from '../../shared/session/ids.ts'

const [ana, reza] = ['A'.repeat(22), 'R'.repeat(22)] as [PersonId, PersonId]
const feels = (by: PersonId, feeling: number): Ballot => ({ v: 1, kind: 'feel', by, on: 'step', feeling })

test('everybody has one say, can change it and take it back', () => {
  const workshop = openWorkshop(new Y.Doc())
  const heard: number[] = []
  workshop.ballots.subscribe(() => heard.push(workshop.ballots.about('step', 'feel').length))
  workshop.change((change) => change.cast(feels(ana, -2)))
  workshop.change((change) => change.cast(feels(reza, 1)))
  workshop.change((change) => change.cast(feels(ana, 2)))
  expect(workshop.ballots.about('step', 'feel')).toHaveLength(2)
  expect(workshop.ballots.of(ana, 'step', 'feel')).toEqual(feels(ana, 2))
  workshop.change((change) => change.withdraw(feels(ana, 2)))
  expect(workshop.ballots.of(ana, 'step', 'feel')).toBeUndefined()
  expect(heard).toEqual([1, 2, 2, 1])
})

test('a ballot under a key that is not its own is nobody’s', () => {
  const doc = new Y.Doc()
  const { ballots } = openWorkshop(doc)
  const write = (key: string, value: object) =>
    doc.getMap('ballots').set(key, new Y.Map<unknown>(Object.entries(value)))
  write(ballotKey(feels(reza, 1)), feels(ana, 1))
  write(ballotKey(feels(ana, 1)), { ...feels(ana, 1), feeling: 7 })
  doc.getMap('ballots').set(ballotKey({ by: ana, kind: 'vote', on: 'x' }), 'nonsense')
  expect(ballots.about('step', 'feel')).toEqual([])
  expect(ballots.about('x', 'vote')).toEqual([])
})

test('the middle of a group is said by one of them', () => {
  expect(spreadOf([])).toEqual({ middle: undefined, counts: new Map() })
  expect(spreadOf([2, -2, 1]).middle).toBe(1)
  expect(spreadOf([2, -1, 1, -2]).middle).toBe(-1)
  expect(spreadOf([2, 2, 0]).counts).toEqual(
    new Map([
      [2, 2],
      [0, 1],
    ]),
  )
})
