import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { MOST_ALT, type Image } from '../../../../shared/model/shape.ts'
import { describeImage } from '../../../editor/commands/describeImage.ts'
import type { Editor } from '../../../editor/editor.ts'
import { useT } from '../../../i18n/useT.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Popover } from '../../../ui/Popover.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { useAction } from '../../actions/useAction.ts'
import { useApp } from '../../AppContext.ts'
import { useStore } from '../../useStore.ts'
import styles from './AltTextButton.module.css'

/** Describes the selected image in words; nothing unless exactly one image is selected. */
export function AltTextButton({ editor }: { readonly editor: Editor }) {
  const [id, ...more] = useStore(editor.selection)
  const { shapes } = editor.workshop
  const shape = useSyncExternalStore(shapes.subscribe, () => (id ? shapes.get(id) : undefined))
  if (shape?.kind !== 'image' || more.length > 0 || editor.readOnly) return null
  return <Description key={shape.id} editor={editor} image={shape} />
}

function Description({ editor, image }: { readonly editor: Editor; readonly image: Image }) {
  const { t } = useT()
  const { actions } = useApp()
  const { icon, label } = useAction('image.describe')
  /** What has been typed, as long as the panel is open. */
  const [typed, setTyped] = useState<string | null>(null)
  const latest = useRef(typed)
  const { id, alt } = image

  useLayoutEffect(() => {
    latest.current = typed
  }, [typed])
  useLayoutEffect(
    () => actions.register([{ id: 'image.describe', run: () => setTyped(alt) }]),
    [actions, alt],
  )
  // Also when the image is let go of while the panel is open.
  useEffect(
    () => () => {
      if (latest.current !== null) describeImage(editor, id, latest.current)
    },
    [editor, id],
  )

  function close(): void {
    if (typed !== null) describeImage(editor, id, typed)
    setTyped(null)
  }

  if (!icon) return null
  return (
    <Popover
      title={label}
      side="top"
      open={typed !== null}
      onOpenChange={(open) => (open ? setTyped(alt) : close())}
      trigger={<IconButton icon={icon} label={label} tooltipSide="top" />}
    >
      {/* Where the bar keeps the focus on the board, this is to have it. */}
      <div className={styles['panel']} role="presentation" onMouseDown={(event) => event.stopPropagation()}>
        <TextArea
          label={t('image.alt')}
          description={t('image.altHint')}
          value={typed ?? ''}
          maxLength={MOST_ALT}
          onChange={setTyped}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            close()
          }}
        />
      </div>
    </Popover>
  )
}
