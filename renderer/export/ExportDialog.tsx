import { useMemo, useRef, useState } from 'react'
import type { Shape } from '../../shared/model/shape.ts'
import { SHEET } from '../../shared/scene/palette.ts'
import type { ImagePictures } from '../canvas/imagePictures.ts'
import type { TextMeasure } from '../canvas/textMeasure.ts'
import { selectedAsSeen } from '../editor/carried.ts'
import type { Editor } from '../editor/editor.ts'
import { useFormat } from '../i18n/useFormat.ts'
import { useT } from '../i18n/useT.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ProgressDialog } from '../ui/ProgressDialog.tsx'
import { SegmentedControl } from '../ui/SegmentedControl.tsx'
import { Switch } from '../ui/Switch.tsx'
import styles from './ExportDialog.module.css'
import { pictureArea } from './picture.ts'
import { canRender, pixelSize } from './renderPng.ts'
import { useExportPng } from './useExportPng.ts'

interface ExportDialogProps {
  readonly open: boolean
  readonly editor: Editor
  readonly text: TextMeasure
  readonly images: ImagePictures
  /** Lets the user choose where it goes and writes it there. */
  readonly save: (png: Blob) => Promise<void>
  readonly onError: (error: unknown) => void
  readonly onClose: () => void
}

/** What, how large and on what; then the native save dialog. */
export function ExportDialog({ open, ...rest }: ExportDialogProps) {
  return open ? <OpenDialog {...rest} /> : null
}

const SCALES = ['1', '2', '3'] as const
type Scale = (typeof SCALES)[number]
type What = 'board' | 'selection'

function OpenDialog({ editor, text, images, save, onError, onClose }: Omit<ExportDialogProps, 'open'>) {
  const { t } = useT()
  const format = useFormat()
  const selected = selectedAsSeen(editor)
  const [what, setWhat] = useState<What>(selected.length > 0 ? 'selection' : 'board')
  const [scale, setScale] = useState<Scale>('2')
  const [transparent, setTransparent] = useState(false)
  const confirm = useRef<HTMLButtonElement>(null)
  const work = useExportPng(text, images, save, onClose, onError)

  const shapes: readonly Shape[] =
    what === 'selection' ? selected : editor.workshop.shapes.shown(editor.board.get())
  const area = useMemo(() => pictureArea(shapes), [shapes])
  const size = area && pixelSize(area, Number(scale))
  const possible = area !== undefined && canRender(area, Number(scale))

  if (work.progress !== null)
    return (
      <ProgressDialog
        open
        title={t('exportPng.title')}
        label={t('exportPng.working')}
        value={work.progress}
        onCancel={work.cancel}
      />
    )
  return (
    <Dialog
      open
      size="small"
      title={t('exportPng.title')}
      initialFocus={confirm}
      onOpenChange={(next) => !next && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{t('dialog.cancel')}</Button>
          <Button
            ref={confirm}
            variant="primary"
            disabled={!possible}
            onClick={() =>
              work.start(shapes, {
                scale: Number(scale),
                background: transparent ? null : SHEET,
                authors: editor.view.get().authors,
                words: editor.words.get(),
              })
            }
          >
            {t('exportPng.confirm')}
          </Button>
        </>
      }
    >
      <div className={styles['rows']}>
        <SegmentedControl
          label={t('exportPng.what')}
          value={what}
          segments={[
            { value: 'board', label: t('exportPng.board') },
            { value: 'selection', label: t('exportPng.selection'), disabled: selected.length === 0 },
          ]}
          onChange={setWhat}
        />
        <div className={styles['size']}>
          <SegmentedControl
            label={t('exportPng.size')}
            value={scale}
            segments={SCALES.map((value) => ({ value, label: `${format.number(Number(value))}×` }))}
            onChange={setScale}
          />
          <span className={styles['pixels']}>
            {size && t('exportPng.pixels', { width: size.w, height: size.h })}
          </span>
        </div>
        <Switch label={t('exportPng.transparent')} checked={transparent} onChange={setTransparent} />
        <p className={styles['problem']} role="status">
          {!area && t('exportPng.empty')}
          {area && !possible && t('exportPng.tooLarge')}
        </p>
      </div>
    </Dialog>
  )
}
