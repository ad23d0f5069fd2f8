import { version } from '../../../package.json'
import { useT } from '../../i18n/useT.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './AboutDialog.module.css'
import { BrandMark } from './BrandMark.tsx'

export interface AboutDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

/** What this is, which version, and under what licence. */
export function AboutDialog({ open, onClose }: AboutDialogProps) {
  const { t } = useT()
  return (
    <Dialog open={open} onOpenChange={onClose} title={t('about.title')} size="small">
      <div className={styles['about']}>
        <BrandMark size={48} />
        <p className={styles['version']}>{t('about.version', { version })}</p>
        <p>{t('about.text')}</p>
        <p className={styles['quiet']}>{t('about.licence')}</p>
      </div>
    </Dialog>
  )
}
