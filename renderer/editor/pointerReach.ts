import type { PointerKind } from './tool.ts'

/** Less movement than this is a click, in screen units: a finger is never quite still. */
export const dragThreshold = (pointer: PointerKind): number => (pointer === 'touch' ? 6 : 4)

/** How near a handle counts as on it, in screen units: a finger hides what it points at. */
export const handleReach = (pointer: PointerKind): number => (pointer === 'touch' ? 20 : 12)
