import { drawPerson, type Arm, type Leg, type Pose } from './body.ts'
import { filled, inked, type Figure, type Part } from './part.ts'
import { blob, box, curve, dot, line, oval, shape } from './pen.ts'
import { family, handshake, queue, sleeping, talking } from './scenes.ts'

const STANDING: readonly Leg[] = [
  { side: 'left', knee: [50, 140], foot: [49, 167], toe: [5, 0] },
  { side: 'right', knee: [70, 140], foot: [70, 167] },
]
const HANGING: Arm = { side: 'left', elbow: [36, 88], hand: [38, 114] }
const UPRIGHT = { head: [62, 32], neck: [60, 57], hip: [60, 113], legs: STANDING } as const

const pose = (of: Pose, width = 120): Figure => ({
  size: [width, 180],
  draw: (person) => drawPerson(of, person),
})

const phone = (x: number, y: number, tilt = 0): readonly Part[] => [
  filled(shape([x - 5 + tilt, y - 9, x + 5 + tilt, y - 9, x + 5 - tilt, y + 9, x - 5 - tilt, y + 9]), 'ink'),
]

const shine = (x: number, y: number): readonly Part[] => [
  inked(line([x, y - 8, x, y - 15])),
  inked(line([x + 10, y - 4, x + 16, y - 9])),
  inked(line([x - 10, y - 4, x - 16, y - 9])),
]

export const PEOPLE = {
  standing: pose({
    ...UPRIGHT,
    arms: [HANGING, { side: 'right', elbow: [84, 88], hand: [82, 114] }],
  }),
  waving: pose({
    ...UPRIGHT,
    arms: [HANGING, { side: 'right', elbow: [95, 62], hand: [101, 32] }],
    held: [inked(curve([110, 22, 114, 29, 113, 37])), inked(curve([92, 21, 97, 16, 104, 17]))],
  }),
  walking: pose({
    head: [66, 32],
    neck: [62, 57],
    hip: [58, 112],
    arms: [
      { side: 'right', elbow: [86, 84], hand: [100, 100] },
      { side: 'left', elbow: [36, 84], hand: [27, 106] },
    ],
    legs: [
      { side: 'left', knee: [44, 138], foot: [22, 158], toe: [3, 7] },
      { side: 'right', knee: [78, 134], foot: [86, 166] },
    ],
  }),
  traveling: pose(
    {
      head: [88, 32],
      neck: [83, 57],
      hip: [79, 112],
      arms: [
        { side: 'left', elbow: [57, 86], hand: [40, 104] },
        { side: 'right', elbow: [106, 84], hand: [118, 102] },
      ],
      legs: [
        { side: 'left', knee: [68, 138], foot: [50, 160], toe: [3, 6] },
        { side: 'right', knee: [99, 134], foot: [106, 167] },
      ],
      back: [
        inked(line([38, 104, 28, 122])),
        inked(line([46, 106, 36, 124])),
        filled(shape([12, 118, 46, 126, 37, 168, 3, 160]), 'pale'),
        inked(line([21, 121, 12, 162])),
        inked(line([37, 125, 28, 166])),
        filled(dot(8, 168, 5), 'ink'),
        filled(dot(32, 173, 5), 'ink'),
      ],
    },
    140,
  ),
  sitting: pose({
    head: [46, 40],
    neck: [44, 65],
    hip: [42, 119],
    arms: [
      { side: 'left', elbow: [28, 96], hand: [48, 116], over: true },
      { side: 'right', elbow: [70, 96], hand: [80, 114] },
    ],
    legs: [
      { side: 'left', knee: [82, 122], foot: [84, 166] },
      { side: 'right', knee: [90, 119], foot: [96, 165] },
    ],
    back: [
      filled(box(14, 84, 12, 92, 4), 'pale'),
      filled(box(14, 126, 62, 11, 4), 'pale'),
      filled(box(64, 136, 10, 40, 3), 'pale'),
    ],
  }),
  laptop: pose(
    {
      head: [52, 40],
      neck: [48, 65],
      hip: [44, 120],
      arms: [
        { side: 'right', elbow: [74, 96], hand: [92, 105] },
        { side: 'left', elbow: [42, 100], hand: [80, 109], over: true },
      ],
      legs: [
        { side: 'left', knee: [84, 124], foot: [80, 167] },
        { side: 'right', knee: [92, 122], foot: [92, 167] },
      ],
      back: [filled(box(14, 84, 12, 92, 4), 'pale'), filled(box(14, 126, 56, 11, 4), 'pale')],
      held: [
        filled(shape([104, 112, 116, 72, 140, 76, 128, 112]), 'pale'),
        filled(box(74, 111, 80, 8, 3), 'paper'),
        inked(line([140, 120, 140, 174])),
      ],
    },
    160,
  ),
  phone: pose({
    ...UPRIGHT,
    head: [63, 33],
    arms: [HANGING, { side: 'right', elbow: [88, 92], hand: [94, 74] }],
    held: phone(98, 64, 2),
  }),
  calling: pose({
    ...UPRIGHT,
    arms: [
      { side: 'right', elbow: [84, 88], hand: [82, 114] },
      { side: 'left', elbow: [24, 78], hand: [38, 44], over: true },
    ],
    held: phone(40, 34, -2),
  }),
  pointing: pose(
    {
      ...UPRIGHT,
      arms: [
        { side: 'left', elbow: [32, 90], hand: [46, 108], over: true },
        { side: 'right', elbow: [90, 66], hand: [114, 58] },
      ],
      held: [inked(line([118, 56, 129, 52]), 5)],
    },
    134,
  ),
  cheering: pose({
    ...UPRIGHT,
    head: [61, 36],
    arms: [
      { side: 'left', elbow: [24, 58], hand: [22, 28] },
      { side: 'right', elbow: [96, 58], hand: [98, 28] },
    ],
    held: [...shine(21, 19), ...shine(99, 19)],
  }),
  thinking: pose({
    ...UPRIGHT,
    arms: [
      { side: 'left', elbow: [37, 94], hand: [66, 96], over: true },
      { side: 'right', elbow: [84, 92], hand: [72, 58], over: true },
    ],
    held: [filled(dot(94, 26, 3.5), 'paper'), filled(dot(102, 15, 5), 'paper')],
  }),
  upset: pose({
    ...UPRIGHT,
    arms: [
      { side: 'right', elbow: [88, 90], hand: [50, 86], over: true },
      { side: 'left', elbow: [32, 92], hand: [74, 82], over: true },
    ],
    held: [inked(curve([92, 12, 96, 6, 101, 12, 105, 6, 110, 11]))],
  }),
  shrugging: pose({
    ...UPRIGHT,
    arms: [
      { side: 'left', elbow: [32, 88], hand: [14, 72] },
      { side: 'right', elbow: [88, 88], hand: [106, 72] },
    ],
  }),
  carrying: pose(
    {
      ...UPRIGHT,
      arms: [
        { side: 'right', elbow: [86, 98], hand: [96, 112], over: true },
        { side: 'left', elbow: [42, 98], hand: [66, 112], over: true },
      ],
      front: [
        filled(box(56, 74, 56, 42, 3), 'pale'),
        filled(shape([78, 74, 90, 74, 90, 88, 78, 88]), 'paper'),
      ],
    },
    126,
  ),
  shopping: pose({
    ...UPRIGHT,
    arms: [
      { side: 'left', elbow: [34, 84], hand: [26, 106] },
      { side: 'right', elbow: [86, 84], hand: [94, 106] },
    ],
    held: [
      inked(curve([20, 122, 22, 108, 30, 108, 32, 122])),
      filled(shape([10, 121, 40, 121, 43, 157, 8, 157]), 'deep'),
      inked(curve([88, 122, 90, 108, 98, 108, 100, 122])),
      filled(shape([80, 121, 110, 121, 113, 152, 78, 152]), 'pale'),
    ],
  }),
  serving: pose(
    {
      ...UPRIGHT,
      arms: [
        { side: 'left', elbow: [32, 90], hand: [44, 108], over: true },
        { side: 'right', elbow: [88, 96], hand: [106, 84] },
      ],
      front: [filled(blob([48, 84, 60, 80, 73, 84, 75, 118, 72, 138, 60, 141, 47, 138, 45, 118]), 'paper')],
      held: [
        filled(box(84, 74, 50, 6, 3), 'pale'),
        filled(shape([99, 52, 120, 52, 117, 73, 102, 73]), 'paper'),
        inked(curve([119, 56, 128, 57, 126, 67, 118, 67])),
        inked(curve([106, 45, 104, 40, 108, 36, 106, 30]), 2.4),
        inked(curve([114, 45, 112, 40, 116, 36, 114, 30]), 2.4),
      ],
    },
    140,
  ),
  sleeping: { size: [200, 140], draw: sleeping },
  wheelchair: pose(
    {
      head: [62, 40],
      neck: [58, 65],
      hip: [54, 118],
      arms: [
        { side: 'right', elbow: [80, 98], hand: [78, 120] },
        { side: 'left', elbow: [36, 96], hand: [58, 120], over: true },
      ],
      legs: [
        { side: 'left', knee: [92, 122], foot: [98, 160] },
        { side: 'right', knee: [98, 118], foot: [106, 159] },
      ],
      back: [
        inked(line([24, 86, 36, 90, 42, 128])),
        filled(box(32, 122, 56, 9, 4), 'pale'),
        inked(line([88, 128, 96, 168, 118, 170])),
        filled(dot(104, 172, 5), 'dark'),
      ],
      held: [inked(oval(52, 142, 32)), inked(oval(52, 142, 25), 2), filled(dot(52, 142, 4.5), 'dark')],
    },
    140,
  ),
  talking: { size: [210, 200], draw: talking },
  queue: { size: [220, 180], draw: queue },
  family: { size: [180, 180], draw: family },
  handshake: { size: [200, 180], draw: handshake },
} satisfies Readonly<Record<string, Figure>>
