import { drawPerson, type Pose } from './body.ts'
import { drawHead } from './head.ts'
import { filled, inked, mirrored, type Part, type Person } from './part.ts'
import { blob, box, curve, line } from './pen.ts'

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
  const other: Person = { ...person, hair: person.hair === 'short' ? 'bob' : 'short' }
  return [...drawPerson(GREETING, person), ...mirrored(drawPerson({ ...GREETING, tone: 'pale' }, other), 200)]
}
