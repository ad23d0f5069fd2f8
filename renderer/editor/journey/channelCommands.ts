import {
  newId,
  channelId,
  teamId,
  type ChannelId,
  type StepId,
  type TeamId,
} from '../../../shared/journey/ids.ts'
import { ordersAt } from '../../../shared/journey/structure/ordersAt.ts'
import type { Change } from '../../../shared/model/workshop.ts'
import type { Editor } from '../editor.ts'

type World = Pick<Editor, 'workshop' | 'fixed'>

/** A channel that is there, one of those everybody knows, or one with a name of its own. */
export type ChannelChoice =
  | { readonly id: ChannelId }
  | { readonly stock: string }
  | { readonly name: string }

/** Lets steps happen on a channel, which is added to the workshop's if it is not among them; `undefined` on none. */
export function chooseChannel(
  { workshop, fixed }: World,
  steps: readonly StepId[],
  choice: ChannelChoice | undefined,
): void {
  if (fixed) return
  workshop.change((change) => {
    const channel = choice && channelFor(workshop, change, choice)
    for (const id of steps) change.set('steps', id, { channel })
  })
}

function channelFor(
  { journeys }: Editor['workshop'],
  change: Change,
  choice: ChannelChoice,
): ChannelId | undefined {
  if ('id' in choice) return choice.id
  const all = journeys.all('channels')
  const name = 'name' in choice ? choice.name.trim() : ''
  const known = all.find((one) =>
    'stock' in choice ? one.stock === choice.stock && one.name === '' : one.name === name,
  )
  if (known) return known.id
  if (!('stock' in choice) && name === '') return undefined
  const { orders } = ordersAt(all, all.length, 1)
  const id = newId(channelId)
  const stock = 'stock' in choice ? { stock: choice.stock } : {}
  change.put('channels', { id, order: orders[0] ?? 'a0', name, ...stock })
  return id
}

/** Makes a team responsible for steps: one that is there, or a new one by its name; `undefined` nobody. */
export function chooseTeam(
  { workshop, fixed }: World,
  steps: readonly StepId[],
  choice: { readonly id: TeamId } | { readonly name: string } | undefined,
): void {
  if (fixed) return
  workshop.change((change) => {
    const team = choice && teamFor(workshop, change, choice)
    for (const id of steps) change.set('steps', id, { team })
  })
}

function teamFor(
  { journeys }: Editor['workshop'],
  change: Change,
  choice: { readonly id: TeamId } | { readonly name: string },
): TeamId | undefined {
  if ('id' in choice) return choice.id
  const all = journeys.all('teams')
  const name = choice.name.trim()
  const known = all.find((one) => one.name === name)
  if (known || name === '') return known?.id
  const { orders } = ordersAt(all, all.length, 1)
  const id = newId(teamId)
  change.put('teams', { id, order: orders[0] ?? 'a0', name, color: 'grey' })
  return id
}
