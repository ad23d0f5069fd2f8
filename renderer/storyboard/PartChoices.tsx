import { useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import type { Box } from '../../shared/geometry/box.ts'
import { toScreen } from '../editor/camera.ts'
import type { Editor } from '../editor/editor.ts'
import { chosenSteps } from '../editor/journey/frameCommands.ts'
import type { OpenPart } from '../editor/openPart.ts'
import { EmotionChoice } from './EmotionChoice.tsx'
import { ChannelChoice } from './ChannelChoice.tsx'
import { partPlace } from './partPlace.ts'

/** What a part of a frame is chosen from, beside it: how it feels, and on which channel it happens. */
export function PartChoices({ editor }: { readonly editor: Editor }): ReactNode {
  const open = useSyncExternalStore(editor.openPart.subscribe, editor.openPart.get)
  if (open?.kind !== 'step' || (open.part !== 'emotion' && open.part !== 'channel')) return null
  return <Choice key={`${open.id} ${open.part}`} editor={editor} open={open} />
}

function Choice({ editor, open }: { readonly editor: Editor; readonly open: OpenPart & { kind: 'step' } }) {
  const anchor = useRef<HTMLSpanElement>(null)
  const [element, setElement] = useState<HTMLSpanElement | null>(null)
  const camera = useSyncExternalStore(editor.camera.subscribe, editor.camera.get)
  useEffect(() => setElement(anchor.current), [])
  const place = partPlace(editor, open, 'light')
  if (!place) return null
  const chosen = chosenSteps(editor)
  const ids = chosen.includes(open.id) ? chosen : [open.id]
  const close = (): void => {
    if (editor.openPart.get() === open) editor.openPart.set(null)
  }
  const style = anchorStyle(place.box, toScreen(camera, [place.box.x, place.box.y]), camera.zoom)
  return (
    <>
      <span ref={anchor} style={style} aria-hidden />
      {element &&
        (open.part === 'emotion' ? (
          <EmotionChoice editor={editor} ids={ids} anchor={element} onClose={close} />
        ) : (
          <ChannelChoice editor={editor} ids={ids} anchor={element} onClose={close} />
        ))}
    </>
  )
}

const anchorStyle = ({ w, h }: Box, [left, top]: readonly [number, number], zoom: number) =>
  ({ position: 'absolute', left, top, width: w * zoom, height: h * zoom, pointerEvents: 'none' }) as const
