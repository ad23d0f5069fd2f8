import { FIRST_BOARD, newShapeId } from '../../shared/model/ids.ts'
import type { Connector, Form, PlainText } from '../../shared/model/shape.ts'

const base = () => ({ id: newShapeId(), board: FIRST_BOARD, order: 'a0' })

/** A rectangle of 200 by 100 at the origin. */
export const aForm = (more: Partial<Form> = {}): Form => ({
  ...base(),
  kind: 'form',
  form: 'rectangle',
  geometry: [0, 0, 200, 100, 0],
  style: { stroke: 'ink', fill: 'none', width: 'medium', dash: 'solid' },
  text: '',
  grow: 0,
  ...more,
})

/** A straight arrow from the origin to 100, 100. */
export const aConnector = (more: Partial<Connector> = {}): Connector => ({
  ...base(),
  kind: 'connector',
  geometry: [0, 0, 100, 100, 0],
  start: { point: [0, 0] },
  end: { point: [100, 100] },
  style: {
    stroke: 'ink',
    width: 'medium',
    dash: 'solid',
    route: 'straight',
    startHead: 'none',
    endHead: 'arrow',
  },
  text: '',
  path: [],
  ...more,
})

export const aText = (more: Partial<PlainText> = {}): PlainText => ({
  ...base(),
  kind: 'text',
  geometry: [0, 0, 200, 32, 0],
  style: { color: 'ink', font: 24 },
  text: '',
  grow: 0,
  ...more,
})
