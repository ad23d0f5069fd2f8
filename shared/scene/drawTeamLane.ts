import type { Team } from '../journey/entities.ts'
import type { MapLane, MapLayout } from '../journey/mapLayout.ts'
import { drawLabel } from './drawLabel.ts'
import { stepColumns } from './stepColumns.ts'
import { teamName } from './journeyNames.ts'
import type { DrawOp, Look } from './ops.ts'
import { INK, PAPER } from './palette.ts'

interface Span {
  readonly team: Team
  from: number
  to: number
}

/** Who works at the steps: one bar over steps in a row that have the same team. */
export function drawTeamLane(layout: MapLayout, { y, h }: MapLane, look: Look): readonly DrawOp[] {
  return spansOf(layout).flatMap(({ team, from, to }): readonly DrawOp[] => {
    const tall = Math.min(32, h - 12)
    const box = { x: from + 6, y: y + (h - tall) / 2, w: to - from - 12, h: tall }
    return [
      { op: 'rect', box, radius: tall / 2, fill: PAPER[team.color] },
      ...drawLabel(
        {
          text: teamName(team, look.words),
          box: { ...box, x: box.x + 12, w: box.w - 24 },
          size: 13.5,
          weight: 600,
          align: 'center',
          color: INK,
        },
        look,
      ),
    ]
  })
}

function spansOf(layout: MapLayout): readonly Span[] {
  const teams = new Map(layout.input.teams.map((team) => [team.id, team]))
  const spans: Span[] = []
  let last: Span | undefined
  for (const { step, x, w } of stepColumns(layout).toSorted((a, b) => a.x - b.x)) {
    const team = step.team && teams.get(step.team)
    if (team && last?.team === team && last.to === x) last.to = x + w
    else if (team) {
      last = { team, from: x, to: x + w }
      spans.push(last)
    } else last = undefined
  }
  return spans
}
