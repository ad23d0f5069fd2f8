import { routed } from '../../shared/model/connectorPath.ts'
import type { ShapeId } from '../../shared/model/ids.ts'
import type { Connector, Shape } from '../../shared/model/shape.ts'
import type { Editor } from './editor.ts'

/** Connectors that end on one of `ids` without being one of them: they change with those. */
export function connectorsOn({ workshop }: Editor, ids: Iterable<ShapeId>): readonly Connector[] {
  const own = new Set(ids)
  const found = new Map<ShapeId, Connector>()
  for (const id of own)
    for (const shape of workshop.shapes.referrers(id))
      if (shape.kind === 'connector' && !own.has(shape.id)) found.set(shape.id, shape)
  return [...found.values()]
}

/** What moves as a whole, and the connectors that change their way because only one of their ends does. */
export interface MovingParts {
  readonly whole: ReadonlySet<ShapeId>
  readonly loose: readonly Connector[]
}

/**
 * Takes apart what moves when `ids` do. A connector moves as a whole when all it ends on does; of one that also ends on
 * something that stays, only the free end and the end that is taken along go.
 */
export function movingParts(editor: Editor, ids: ReadonlySet<ShapeId>): MovingParts {
  const { shapes } = editor.workshop
  const whole = new Set(ids)
  const loose: Connector[] = []
  const held = ({ start, end }: Connector) =>
    [start, end].some(({ shape }) => shape !== undefined && !ids.has(shape) && shapes.get(shape))
  for (const id of ids) {
    const shape = shapes.get(id)
    if (shape?.kind !== 'connector' || !held(shape)) continue
    whole.delete(id)
    loose.push(shape)
  }
  for (const connector of connectorsOn(editor, ids)) {
    const free = connector.start.shape === undefined || connector.end.shape === undefined
    if (free || held(connector)) loose.push(connector)
    else whole.add(connector.id)
  }
  return { whole, loose }
}

/** The connectors as they run once shapes are what `after` says; `after` gives nothing for those that stay. */
export function following(
  { workshop }: Editor,
  connectors: readonly Connector[],
  after: (id: ShapeId) => Shape | undefined,
): ReadonlyMap<ShapeId, Shape> {
  return new Map(connectors.map((one) => [one.id, routed(one, (id) => after(id) ?? workshop.shapes.get(id))]))
}
