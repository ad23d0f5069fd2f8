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

/** The connectors as they run once shapes are what `after` says; `after` gives nothing for those that stay. */
export function following(
  { workshop }: Editor,
  connectors: readonly Connector[],
  after: (id: ShapeId) => Shape | undefined,
): ReadonlyMap<ShapeId, Shape> {
  return new Map(connectors.map((one) => [one.id, routed(one, (id) => after(id) ?? workshop.shapes.get(id))]))
}
