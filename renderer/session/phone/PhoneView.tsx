import { Eye, NotebookPen, Star, type LucideIcon } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useT } from '../../i18n/useT.ts'
import type { ImagePictures } from '../../canvas/imagePictures.ts'
import type { Editor } from '../../editor/editor.ts'
import type { LiveSession } from '../../sync/liveSession.ts'
import { Icon } from '../../ui/Icon.tsx'
import { FrameTab } from './FrameTab.tsx'
import { PhoneHeader } from './PhoneHeader.tsx'
import styles from './phone.module.css'
import { VoteTab } from './VoteTab.tsx'
import { WriteTab } from './WriteTab.tsx'

export interface PhoneProps {
  readonly editor: Editor
  readonly live: LiveSession
  readonly images: ImagePictures
  /** What is being written and not sent yet: kept while something else is looked at. */
  readonly draft: string
  readonly onDraft: (text: string) => void
}

interface PhoneViewProps extends Omit<PhoneProps, 'draft' | 'onDraft'> {
  /** Shows all of the board instead. */
  readonly onBoard: () => void
}

const TABS = ['write', 'vote', 'frame'] as const
type Tab = (typeof TABS)[number]
const ICONS: Readonly<Record<Tab, LucideIcon>> = { write: NotebookPen, vote: Star, frame: Eye }
const VIEWS = { write: WriteTab, vote: VoteTab, frame: FrameTab } as const

/** A session on a phone: write notes, vote, say how the current frame feels. The board itself is on the wall. */
export function PhoneView({ onBoard, ...props }: PhoneViewProps) {
  const { t } = useT()
  const [tab, setTab] = useState<Tab>('write')
  const [draft, setDraft] = useState('')
  const View = VIEWS[tab]
  useEffect(() => {
    document.title = `${props.live.name} — Throughline`
  }, [props.live])
  useFacilitatorsFrame(props.live, () => {
    if (draft.trim() === '') setTab('frame')
  })
  return (
    <div className={styles['phone']}>
      <PhoneHeader live={props.live} onBoard={onBoard} />
      <main className={styles['main']}>
        <View {...props} draft={draft} onDraft={setDraft} />
      </main>
      <div className={styles['tabs']} role="tablist" aria-label={t('phone.views')}>
        {TABS.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            aria-selected={tab === each}
            onClick={() => setTab(each)}
          >
            <Icon icon={ICONS[each]} size={20} />
            <span>{t(`phoneTab.${each}`)}</span>
          </button>
        ))}
      </div>
    </div>
  )
}

/** The first frame that the facilitator points everybody at while somebody is here brings them there; later ones only follow. */
function useFacilitatorsFrame({ focus }: LiveSession, show: () => void): void {
  const [shown, setShown] = useState(() => focus.get() !== null)
  useEffect(() => {
    if (shown) return undefined
    return focus.subscribe(() => {
      if (focus.get() === null) return
      setShown(true)
      show()
    })
  })
}
