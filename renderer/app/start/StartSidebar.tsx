import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { useAction } from '../actions/useAction.ts'
import { BrandMark } from '../menus/BrandMark.tsx'
import { LanguageChoice } from './LanguageChoice.tsx'
import styles from './StartSidebar.module.css'
import { ThemeChoice } from './ThemeChoice.tsx'

/** The name, the two ways to begin, and the settings. */
export function StartSidebar() {
  const { t } = useT()
  const newWorkshop = useAction('file.new')
  const open = useAction('file.open')
  const template = useAction('file.newFromTemplate')
  const guided = useAction('file.newGuided')
  const join = useAction('session.join')
  const sample = useAction('file.sample')
  const palette = useAction('help.palette')
  return (
    <aside className={styles['sidebar']} aria-label={t('start.label')}>
      <header className={styles['brand']}>
        <BrandMark size={48} />
        <h1 className={styles['name']} lang="en" dir="ltr">
          Throughline
        </h1>
        <p className={styles['quiet']}>{t('start.tagline')}</p>
      </header>

      <nav className={styles['actions']} aria-label={t('start.getStarted')}>
        <Button
          variant="primary"
          size="large"
          icon={newWorkshop.icon}
          disabled={!newWorkshop.enabled}
          onClick={newWorkshop.run}
        >
          {newWorkshop.label}
        </Button>
        <Button size="large" icon={guided.icon} disabled={!guided.enabled} onClick={guided.run}>
          {guided.label}
        </Button>
        <Button size="large" icon={template.icon} disabled={!template.enabled} onClick={template.run}>
          {template.label}
        </Button>
        <Button size="large" icon={open.icon} disabled={!open.enabled} onClick={open.run}>
          {open.label}
        </Button>
        <Button size="large" icon={join.icon} disabled={!join.enabled} onClick={join.run}>
          {join.label}
        </Button>
        <Button
          size="large"
          variant="ghost"
          icon={sample.icon}
          disabled={!sample.enabled}
          onClick={sample.run}
        >
          {sample.label}
        </Button>
        <button type="button" className={styles['palette']} onClick={palette.run}>
          <span>{palette.label}</span>
          {palette.shortcut && <Kbd>{palette.shortcut}</Kbd>}
        </button>
      </nav>

      <footer className={styles['footer']}>
        <p className={styles['quiet']}>{t('start.privacy')}</p>
        <div className={styles['settings']} role="group" aria-label={t('start.settings')}>
          <LanguageChoice />
          <ThemeChoice />
        </div>
      </footer>
    </aside>
  )
}
