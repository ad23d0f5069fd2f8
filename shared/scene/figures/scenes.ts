import { drawPerson, type Pose } from './body.ts'
import { drawHead } from './head.ts'
import { filled, inked, mirrored, moved, patch, shrunk, type Hair, type Part, type Person } from './part.ts'
import { blob, box, curve, dot, line } from './pen.ts'

/** Somebody in a bed, with closed eyes. */
export function sleeping(person: Person): readonly Part[] {
  return [
    filled(box(6, 40, 12, 94, 4), 'dark'),
    filled(box(182, 78, 12, 56, 4), 'dark'),
    filled(box(12, 94, 176, 28, 4), 'pale'),
    filled(blob([18, 64, 40, 54, 66, 60, 72, 82, 66, 96, 30, 98, 18, 90]), 'paper'),
    ...drawHead([54, 66], person, 'asleep'),
    filled(blob([70, 88, 92, 76, 130, 72, 160, 74, 184, 82, 187, 104, 180, 112, 72, 112, 64, 102]), 'color'),
    inked(curve([100, 86, 112, 96, 110, 110])),
    inked(line([96, 26, 108, 26, 97, 40, 110, 40])),
    inked(line([118, 6, 134, 6, 120, 24, 136, 24])),
  ]
}

/** Who gives a hand to somebody on the right. */
const GREETING: Pose = {
  head: [50, 32],
  neck: [47, 57],
  hip: [46, 113],
  legs: [
    { side: 'left', knee: [36, 140], foot: [35, 167], toe: [5, 0] },
    { side: 'right', knee: [56, 140], foot: [56, 167] },
  ],
  arms: [
    { side: 'left', elbow: [23, 88], hand: [25, 114] },
    { side: 'right', elbow: [72, 92], hand: [98, 94] },
  ],
}

/** Two people, who look at each other: the other one in grey, with other hair. */
export function handshake(person: Person): readonly Part[] {
  const other = { ...person, hair: anotherHair(person.hair) }
  return [...drawPerson(GREETING, person), ...mirrored(drawPerson({ ...GREETING, tone: 'pale' }, other), 200)]
}

/** So that nobody takes the other one for the same person. */
const anotherHair = (hair: Hair): Hair => (hair === 'short' ? 'bob' : 'short')

/** Who stands and holds one hand out a little, saying something. */
const SPEAKING: Pose = {
  ...GREETING,
  arms: [
    { side: 'left', elbow: [23, 88], hand: [25, 114] },
    { side: 'right', elbow: [68, 94], hand: [84, 82] },
  ],
}

/** Two people who talk, with bubbles over them. */
export function talking(person: Person): readonly Part[] {
  const other = { ...person, hair: anotherHair(person.hair) }
  return [
    ...moved(drawPerson(SPEAKING, person), [0, 20]),
    ...moved(mirrored(drawPerson({ ...SPEAKING, tone: 'pale' }, other), 210), [0, 20]),
    filled(blob([76, 12, 88, 5, 110, 5, 122, 14, 120, 28, 106, 35, 92, 34, 82, 44, 82, 32, 76, 24]), 'paper'),
    ...[88, 99, 110].map((x) => patch(dot(x, 20, 2.6), 'ink')),
  ]
}

/** One behind the other, all waiting for the same thing; the one who is meant stands last. */
export function queue(person: Person): readonly Part[] {
  const waiting = (hair: Hair): Person => ({ ...person, hair })
  const others: readonly (readonly [Hair, number])[] = [
    [anotherHair(person.hair), 120],
    [person.hair === 'bun' ? 'curls' : 'bun', 60],
  ]
  return [
    ...others.flatMap(([hair, x]) => moved(drawPerson({ ...WAITING, tone: 'pale' }, waiting(hair)), [x, 0])),
    ...drawPerson(WAITING, person),
  ]
}

const WAITING: Pose = {
  ...GREETING,
  arms: [
    { side: 'right', elbow: [68, 90], hand: [66, 112] },
    { side: 'left', elbow: [26, 90], hand: [32, 114], over: true },
  ],
}

/** Somebody with a child at their hand. */
export function family(person: Person): readonly Part[] {
  const child = drawPerson(
    {
      ...GREETING,
      arms: [
        { side: 'left', elbow: [18, 76], hand: [5, 62] },
        { side: 'right', elbow: [69, 88], hand: [67, 110] },
      ],
    },
    { ...person, hair: anotherHair(person.hair) },
  )
  const grown = drawPerson(
    {
      ...GREETING,
      arms: [
        { side: 'left', elbow: [23, 88], hand: [25, 114] },
        { side: 'right', elbow: [74, 88], hand: [94, 108] },
      ],
    },
    person,
  )
  return [...grown, ...shrunk(child, 0.68, [92, 55.5])]
}
