import type { Box } from './box.ts'

export type Axis = 'x' | 'y'

/** Positions nearer to each other than this are the same, in page units. */
export const SAME = 0.01
export const isSame = (a: number, b: number): boolean => Math.abs(a - b) < SAME

/** Where a box begins and ends along an axis, and how long it is. */
export const startOf = (box: Box, axis: Axis): number => (axis === 'x' ? box.x : box.y)
export const sizeOf = (box: Box, axis: Axis): number => (axis === 'x' ? box.w : box.h)
export const endOf = (box: Box, axis: Axis): number => startOf(box, axis) + sizeOf(box, axis)
export const acrossOf = (axis: Axis): Axis => (axis === 'x' ? 'y' : 'x')
