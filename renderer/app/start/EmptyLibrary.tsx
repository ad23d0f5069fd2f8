import { useFormat } from '../../i18n/useFormat.ts'
import { useT } from '../../i18n/useT.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import styles from './EmptyLibrary.module.css'
import { ArrangePicture, CollectPicture, SharePicture } from './StepPictures.tsx'

const STEPS = [
  { key: 'step1', Picture: CollectPicture },
  { key: 'step2', Picture: ArrangePicture },
  { key: 'step3', Picture: SharePicture },
] as const

/** What a first-time user sees instead of recent workshops: what a workshop is, in three steps. */
export function EmptyLibrary() {
  const { t } = useT()
  const format = useFormat()
  return (
    <div className={styles['empty']}>
      <EmptyState title={t('start.empty.title')} text={t('start.empty.text')}>
        <ol className={styles['steps']}>
          {STEPS.map(({ key, Picture }, index) => (
            <li key={key} className={styles['step']}>
              <Picture />
              <div className={styles['text']}>
                <h3 className={styles['title']}>
                  <span className={styles['number']} aria-hidden>
                    {format.number(index + 1)}
                  </span>
                  {t(`start.empty.${key}.title`)}
                </h3>
                <p className={styles['quiet']}>{t(`start.empty.${key}.text`)}</p>
              </div>
            </li>
          ))}
        </ol>
      </EmptyState>
    </div>
  )
}
