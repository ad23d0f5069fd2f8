import type { Rectangle } from 'electron'
import type { Placement } from './settings.ts'

/** Smallest window that the interface fits in. */
export const LEAST_SIZE = { width: 900, height: 600 }
const USUAL_SIZE = { width: 1280, height: 820 }

/** How far a window is moved off one that is already there, so that both can be seen. */
const STEP = 28
/** This much of the title bar must be on a screen to be grabbed. */
const GRIP = { width: 120, height: 32 }

/**
 * Where a new window goes, in screen units: where the last one was if that is still on one of the screens, off
 * any window that is there already. Without a position the system chooses.
 */
export function placeWindow(
  last: Placement | undefined,
  screens: readonly Rectangle[],
  taken: readonly Rectangle[],
): { width: number; height: number; x?: number; y?: number } {
  if (!last) return USUAL_SIZE
  const { x, y } = stepOff(last, taken)
  const wanted = {
    x,
    y,
    width: Math.max(last.width, LEAST_SIZE.width),
    height: Math.max(last.height, LEAST_SIZE.height),
  }
  const screen = screens.find((each) => showsGrip(each, wanted))
  if (!screen) return USUAL_SIZE
  return {
    ...wanted,
    width: Math.min(wanted.width, screen.width),
    height: Math.min(wanted.height, screen.height),
  }
}

function stepOff(at: { x: number; y: number }, taken: readonly Rectangle[]): { x: number; y: number } {
  let { x, y } = at
  while (taken.some((each) => each.x === x && each.y === y)) {
    x += STEP
    y += STEP
  }
  return { x, y }
}

function showsGrip(screen: Rectangle, { x, y, width }: Rectangle): boolean {
  const across = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x)
  return across >= GRIP.width && y >= screen.y && y + GRIP.height <= screen.y + screen.height
}
