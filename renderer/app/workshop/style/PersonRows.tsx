import { MOODS } from '../../../../shared/model/shape.ts'
import { FIRST_HAIR } from '../../../../shared/scene/figures/part.ts'
import { useT } from '../../../i18n/useT.ts'
import { HairChoice, MoodChoice } from '../figures/FaceChoice.tsx'
import type { StyleControl } from './StylePanel.tsx'
import styles from './StylePanel.module.css'

/** How people in pictures feel, and their hair; not there where nobody is selected. */
export function PersonRows({ style, set }: StyleControl) {
  const { t } = useT()
  if (!('mood' in style)) return null
  const mood = MOODS.find((one) => one === style.mood)
  const hair = style.hair === 'mixed' ? undefined : style.hair
  const look = { color: 'grey', mood: mood ?? 0, hair: hair ?? FIRST_HAIR } as const
  return (
    <>
      <div className={styles['row']}>
        <span className={styles['label']} aria-hidden>
          {t('cast.mood')}
        </span>
        <MoodChoice look={look} value={mood} onChange={(next) => set({ mood: next })} />
      </div>
      <div className={styles['row']}>
        <span className={styles['label']} aria-hidden>
          {t('cast.hair')}
        </span>
        <HairChoice look={look} value={hair} onChange={(next) => set({ hair: next })} />
      </div>
    </>
  )
}
