import type { Vec } from '../../geometry/vec.ts'
import { drawHead, hairBehind } from './head.ts'
import { filled, inked, tubes, type Part, type Person, type Tone, type Tube } from './part.ts'
import { blob, curve, oval } from './pen.ts'

const ARM = 11
const LEG = 13

/** From the shoulder over the elbow to the hand. */
export interface Arm {
  readonly side: 'left' | 'right'
  readonly elbow: Vec
  readonly hand: Vec
  /** In front of the body, with an outline of its own. */
  readonly over?: true
}

/** From the hip over the knee to the ankle. */
export interface Leg {
  readonly side: 'left' | 'right'
  readonly knee: Vec
  readonly foot: Vec
  /** Which way the shoe points, in units; to the right without. */
  readonly toe?: Vec
}

/** Where the parts of a body are. Everybody looks to the right. */
export interface Pose {
  readonly head: Vec
  readonly neck: Vec
  readonly hip: Vec
  readonly arms: readonly Arm[]
  readonly legs: readonly Leg[]
  readonly tone?: Tone
  /** Behind the body, and in front of it: below arms that lie over it. */
  readonly back?: readonly Part[]
  readonly front?: readonly Part[]
  /** In front of everything: what is held. */
  readonly held?: readonly Part[]
}

/** Half the width of the shoulders and of the hem. */
const SHOULDER = 18
const HEM = 17

/** A person in a pose. */
export function drawPerson(pose: Pose, person: Person): readonly Part[] {
  const { head, arms, legs, tone = 'color' } = pose
  const [under, over] = [arms.filter((arm) => !arm.over), arms.filter((arm) => arm.over)]
  const sleeves = under.map((arm) => sleeve(pose, arm, tone))
  const trunk = filled(torso(pose), tone)
  return [
    ...(pose.back ?? []),
    ...hairBehind(head, person.hair),
    ...tubes(legs.map((leg) => trouser(pose, leg))),
    ...legs.map(shoe),
    ...under.map(hand),
    ...neck(pose),
    ...sleeves.map(({ d, width }): Part => inked(d, width + 6)),
    trunk,
    ...sleeves.map(({ d, width }): Part => ({ d, line: tone, width })),
    ...(pose.front ?? []),
    ...drawHead(head, person),
    ...(pose.held ?? []),
    ...over.flatMap((arm) => [hand(arm), ...tubes([sleeve(pose, arm, tone)])]),
  ]
}

/** The hands are seen where sleeves end. */
const hand = ({ hand: [x, y] }: Arm): Part => filled(oval(x, y, 6.5), 'paper')

function sleeve(pose: Pose, { side, elbow, hand: to }: Arm, tone: Tone): Tube {
  const from = shoulder(pose, side)
  const end = shorter(elbow, to, 9)
  return { d: curve([...from, ...elbow, ...end]), width: ARM, tone }
}

function trouser(pose: Pose, { side, knee, foot }: Leg): Tube {
  const [x, y] = pose.hip
  const from: Vec = [x + (side === 'left' ? -8 : 8), y - 2]
  return { d: curve([...from, ...knee, ...foot]), width: LEG, tone: 'dark' }
}

/** Below the end of a leg, pointing where the toe does. */
function shoe({ foot: [x, y], toe = [7, 0] }: Leg): Part {
  const [dx, dy] = toe
  return filled(
    blob([
      x - 8,
      y - 1,
      x,
      y - 3,
      x + 6 + dx * 0.4,
      y - 2 + dy * 0.6,
      x + 8 + dx,
      y + 3 + dy,
      x + 6 + dx,
      y + 6 + dy,
      x - 8,
      y + 6,
    ]),
    'ink',
  )
}

function neck({ neck: [x, y], head }: Pose): readonly Part[] {
  return tubes([{ d: curve([x, y + 4, (x + head[0]) / 2, (y + head[1]) / 2 + 6]), width: 9, tone: 'paper' }])
}

/** Along the back, from the neck to the hip, and across. */
function axes({ neck: [nx, ny], hip: [hx, hy] }: Pose): { readonly along: Vec; readonly across: Vec } {
  const length = Math.hypot(hx - nx, hy - ny)
  const along: Vec = [(hx - nx) / length, (hy - ny) / length]
  return { along, across: [along[1], -along[0]] }
}

function shoulder(pose: Pose, side: 'left' | 'right'): Vec {
  const { along, across } = axes(pose)
  const by = (SHOULDER - 5) * (side === 'left' ? -1 : 1)
  return [pose.neck[0] + across[0] * by + along[0] * 9, pose.neck[1] + across[1] * by + along[1] * 9]
}

function torso(pose: Pose): string {
  const { along, across } = axes(pose)
  const at = ([x, y]: Vec, side: number, on: number): Vec => [
    x + across[0] * side + along[0] * on,
    y + across[1] * side + along[1] * on,
  ]
  const { neck: top, hip } = pose
  const points = [
    at(top, -7, 0),
    at(top, 7, 0),
    at(top, SHOULDER, 7),
    at(top, HEM - 1, 26),
    at(hip, HEM, -6),
    at(hip, HEM - 3, 4),
    at(hip, -HEM + 3, 4),
    at(hip, -HEM, -6),
    at(top, -HEM + 1, 26),
    at(top, -SHOULDER, 7),
  ]
  return blob(points.flat())
}

/** The same way, ended sooner by so many units. */
function shorter(from: Vec, to: Vec, by: number): Vec {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  const share = Math.max(0, 1 - by / Math.max(length, 1))
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
}
