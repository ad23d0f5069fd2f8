import { useCallback, useSyncExternalStore } from 'react'
import { setStyle, type StylePatch } from '../../../editor/commands/setStyle.ts'
import type { Editor } from '../../../editor/editor.ts'
import { styleInUse, type StyleInUse } from '../../../editor/styleInUse.ts'
import { useT } from '../../../i18n/useT.ts'
import { useStore } from '../../useStore.ts'
import { Swatches } from '../Swatches.tsx'
import { useIsBusy } from '../useIsBusy.ts'
import { FontSizeChoice } from './FontSizeChoice.tsx'
import { FillSwatches, InkSwatches } from './InkSwatches.tsx'
import { PersonRows } from './PersonRows.tsx'
import { StyleRow } from './StyleRow.tsx'
import {
  ALIGN_CHOICES,
  DASH_CHOICES,
  DIRECTION_CHOICES,
  HEAD_CHOICES,
  ROUTE_CHOICES,
  WIDTHS,
} from './styleChoices.ts'
import styles from './StylePanel.module.css'

/**
 * How the selected shapes look, or the next one of the tool in use. Not there where nothing can be styled. The paper of
 * selected notes is chosen in the bar above them.
 */
export function StylePanel({ editor }: { readonly editor: Editor }) {
  const shown = useStore(editor.view).style
  // While a rubber band changes the selection with every frame, nothing is worked out.
  const busy = useIsBusy(editor)
  return shown && !editor.readOnly && !busy ? <Panel editor={editor} /> : null
}

function Panel({ editor }: { readonly editor: Editor }) {
  const { t } = useT()
  const style = useStyle(editor)
  if (Object.keys(style).length === 0) return null
  const set = (patch: StylePatch) => setStyle(editor, patch)
  return (
    <section aria-label={t('styleProperty.title')} className={styles['panel']} data-style-panel>
      <Colors style={style} set={set} />
      <PersonRows style={style} set={set} />
      <StyleRow family="width" choices={WIDTHS} style={style} set={set} />
      <StyleRow family="dash" choices={DASH_CHOICES} style={style} set={set} />
      <StyleRow family="route" choices={ROUTE_CHOICES} style={style} set={set} />
      <StyleRow family="startHead" choices={HEAD_CHOICES} style={style} set={set} />
      <StyleRow family="endHead" choices={HEAD_CHOICES} style={style} set={set} />
      <FontSizeChoice style={style} set={set} />
      <StyleRow family="align" choices={ALIGN_CHOICES} style={style} set={set} />
      <StyleRow family="direction" choices={DIRECTION_CHOICES} style={style} set={set} />
    </section>
  )
}

export interface StyleControl {
  readonly style: StyleInUse
  readonly set: (patch: StylePatch) => void
}

function Colors({ style, set }: StyleControl) {
  const { t } = useT()
  const one = <V,>(value: V | 'mixed' | 'automatic' | undefined): V | undefined =>
    value === 'mixed' || value === 'automatic' ? undefined : value
  return (
    <>
      {'color' in style && <Swatches value={one(style.color)} onChange={(color) => set({ color })} />}
      {'stroke' in style && (
        <InkSwatches
          label={t('styleProperty.stroke')}
          value={one(style.stroke)}
          onChange={(stroke) => set({ stroke })}
        />
      )}
      {'fill' in style && (
        <>
          <span className={styles['label']} aria-hidden>
            {t('styleProperty.fill')}
          </span>
          <FillSwatches
            label={t('styleProperty.fill')}
            value={one(style.fill)}
            onChange={(fill) => set({ fill })}
          />
        </>
      )}
    </>
  )
}

function panelStyle(editor: Editor): StyleInUse {
  const style = styleInUse(editor)
  if (editor.selection.get().size === 0) return style
  const { color: _, ...rest } = style
  return rest
}

/** Worked out anew only when it can have changed, and told only when it has. */
function useStyle(editor: Editor): StyleInUse {
  const subscribe = useCallback(
    (listener: () => void) => {
      const { workshop, selection, tool, nextStyle, noteColor } = editor
      const stops = [workshop.shapes, selection, tool, nextStyle, noteColor].map((source) =>
        source.subscribe(listener),
      )
      return () => stops.forEach((stop) => stop())
    },
    [editor],
  )
  const key = useSyncExternalStore(subscribe, () => JSON.stringify(panelStyle(editor)))
  return JSON.parse(key) as StyleInUse
}
