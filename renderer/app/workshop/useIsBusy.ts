import { useSyncExternalStore } from 'react'
import type { Editor } from '../../editor/editor.ts'

/** A gesture is under way, and bars would be in its way. What it does is not read: that changes with every frame. */
export function useIsBusy({ preview, marquee, hint }: Editor): boolean {
  const previewing = useSyncExternalStore(preview.subscribe, () => preview.get() !== null)
  const selecting = useSyncExternalStore(marquee.subscribe, () => marquee.get() !== null)
  const transforming = useSyncExternalStore(hint.subscribe, () => hint.get() !== null)
  return previewing || selecting || transforming
}
