import { useFormat } from '../../i18n/useFormat.ts'
import { useT } from '../../i18n/useT.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import styles from './EmptyLibrary.module.css'
import { ArrangePicture, CollectPicture, SharePicture } from './StepPictures.tsx'

const STEPS = [
  { title: 'start.empty.step1.title', text: 'start.empty.step1.text', Picture: CollectPicture },
  { title: 'start.empty.step2.title', text: 'start.empty.step2.text', Picture: ArrangePicture },
  { title: 'start.empty.step3.title', text: 'start.empty.step3.text', Picture: SharePicture },
] as const

/** What a first-time user sees instead of recent workshops: what a workshop is, in three steps. */
export function EmptyLibrary() {
  const { t } = useT()
  const format = useFormat()
  return (
    <div className={styles['empty']}>
      <EmptyState title={t('start.empty.title')} text={t('start.empty.text')}>
        <ol className={styles['steps']}>
          {STEPS.map(({ title, text, Picture }, index) => (
            <li key={title} className={styles['step']}>
              <Picture />
              <div className={styles['text']}>
                <h3 className={styles['title']}>
                  <span className={styles['number']} aria-hidden>
                    {format.number(index + 1)}
                  </span>
                  {t(title)}
                </h3>
                <p className={styles['quiet']}>{t(text)}</p>
              </div>
            </li>
          ))}
        </ol>
      </EmptyState>
    </div>
  )
}
