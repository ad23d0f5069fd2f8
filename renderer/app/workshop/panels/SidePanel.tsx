import { ChevronDown, Maximize2, Minimize2, X } from 'lucide-react'
import {
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type RefObject,
} from 'react'
import type { Editor } from '../../../editor/editor.ts'
import { useT } from '../../../i18n/useT.ts'
import { closePanel, focusPanel } from '../../../journey/panel/openPanel.ts'
import type { PanelSession } from '../../../journey/panel/panelProps.ts'
import type { Together } from '../../../session/createTogether.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Spinner } from '../../../ui/Spinner.tsx'
import { useAction } from '../../actions/useAction.ts'
import { useApp } from '../../AppContext.ts'
import { useStore } from '../../useStore.ts'
import type { Session } from '../createSession.ts'
import { makeRoom } from './makeRoom.ts'
import { PanelHandle } from './PanelHandle.tsx'
import { PanelsMenu } from './PanelsButton.tsx'
import { PANELS, type Panel } from './panels.ts'
import styles from './SidePanel.module.css'

/** Space between the panel and the window's edge, CSS pixels. */
const MARGIN = 12
/** In windows narrower than this the panel lies over the board, and nothing moves aside. CSS pixels. */
const ROOMY = 900

interface SidePanelProps {
  readonly session: Session
  readonly together: Together
}

/** The open panel, where the outline would be. */
export function SidePanel({ session, together }: SidePanelProps) {
  const { panel: id } = useStore(session.editor.view)
  const panel = PANELS.find((each) => each.id === id)
  return panel ? <OpenPanel session={session} together={together} panel={panel} /> : null
}

function OpenPanel({ session, together, panel }: SidePanelProps & { readonly panel: Panel }) {
  const { editor } = session
  const { t } = useT()
  const { label, icon } = useAction(`panel.${panel.id}`)
  const { panelWidth } = useStore(editor.view)
  const [dragged, setDragged] = useState<number | null>(null)
  const [wide, setWide] = useState(false)
  const width = dragged ?? panelWidth
  const services = usePanelSession(session)
  const { Component } = panel

  useLayoutEffect(
    () => (document.documentElement.clientWidth < ROOMY ? undefined : makeRoom(width + MARGIN)),
    [width],
  )
  // Nothing opens by itself, so whoever opened it goes on in it.
  const box = useRef<HTMLElement>(null)
  useLayoutEffect(() => box.current?.focus({ preventScroll: true }), [panel.id])
  useEffect(() => keepFromClosing(box), [panel.id])

  return (
    <section
      ref={box}
      className={styles['panel']}
      style={{ '--panel': `${width}px` } as CSSProperties}
      aria-label={label}
      data-side-panel={panel.id}
      data-wide={wide ? '' : undefined}
      tabIndex={-1}
      onKeyDown={(event) => leaveOnEscape(event, editor)}
    >
      <header className={styles['head']}>
        <PanelsMenu
          editor={editor}
          align="start"
          trigger={
            <button type="button" className={styles['title']}>
              {icon && <Icon icon={icon} />}
              <h2>{label}</h2>
              <Icon icon={ChevronDown} size={14} className={styles['chevron']} />
            </button>
          }
        />
        <span className={styles['gap']} />
        <IconButton
          icon={wide ? Minimize2 : Maximize2}
          size="small"
          label={wide ? t('sidePanel.narrow') : t('sidePanel.wide')}
          onClick={() => setWide(!wide)}
        />
        <IconButton icon={X} size="small" label={t('sidePanel.close')} onClick={() => closePanel(editor)} />
      </header>
      <div className={styles['content']} data-panel-content="">
        <Suspense fallback={<Spinner label={t('start.loading')} />}>
          <Component key={panel.id} editor={editor} session={services} together={together} />
          <FirstFocus key={`${panel.id} is there`} />
        </Suspense>
      </div>
      <PanelHandle
        width={width}
        onDrag={setDragged}
        onChange={(next) => {
          setDragged(null)
          editor.view.set({ ...editor.view.get(), panelWidth: next })
        }}
      />
    </section>
  )
}

/** A menu or a palette from which it was opened gives the focus back in the frame after it has closed: that is too late. */
function keepFromClosing(box: RefObject<HTMLElement | null>): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => {
      if (box.current?.contains(document.activeElement) === false) focusPanel()
    })
  })
  return () => cancelAnimationFrame(frame)
}

/** Once the content is there the focus goes on to what comes first in it, unless it has gone elsewhere meanwhile. */
function FirstFocus() {
  useLayoutEffect(() => {
    const now = document.activeElement
    if (now?.closest('[data-side-panel]') && !now.closest('[data-panel-content]')) focusPanel()
  }, [])
  return null
}

function leaveOnEscape(event: KeyboardEvent, editor: Editor): void {
  // Popups are elsewhere in the document, though not for React.
  const isInside = event.target instanceof Node && event.currentTarget.contains(event.target)
  if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing || !isInside) return
  event.preventDefault()
  event.stopPropagation()
  closePanel(editor)
}

function usePanelSession({ text, assets, images }: Session): PanelSession {
  const { platform, toasts, actions } = useApp()
  const run = useCallback<PanelSession['run']>((id) => void actions.run(id), [actions])
  return useMemo(
    () => ({ text, assets, images, platform, toasts, run }),
    [text, assets, images, platform, toasts, run],
  )
}
