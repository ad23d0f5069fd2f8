import { useEffect, useRef } from 'react'
import type { RecentWorkshop } from '../../../shared/ipc/libraryContract.ts'
import { useT } from '../../i18n/useT.ts'
import { useApp } from '../AppContext.ts'
import { showError, showOutcome } from '../showFailure.ts'
import type { Library } from './createLibrary.ts'
import { RecentCard } from './RecentCard.tsx'
import styles from './RecentWorkshops.module.css'
import { GRID_STOP, useGridKeys } from './useGridKeys.ts'

export interface RecentWorkshopsProps {
  readonly library: Library
  readonly recent: readonly RecentWorkshop[]
}

/** The recent workshops as cards, newest first: one stop for Tab, arrow keys within. */
export function RecentWorkshops({ library, recent }: RecentWorkshopsProps) {
  const { platform, toasts } = useApp()
  const { t } = useT()
  const list = useRef<HTMLUListElement>(null)
  const { active, setActive, onKeyDown } = useGridKeys(list, recent.length)
  const report = (error: unknown) => showError(toasts, t, error)

  // A card that had the focus takes it along when it goes; its neighbour gets it.
  const refocus = useRef(false)
  useEffect(() => {
    if (!refocus.current) return
    refocus.current = false
    list.current?.children[active]?.querySelector<HTMLElement>(`[${GRID_STOP}]`)?.focus()
  }, [recent, active])

  async function open({ id }: RecentWorkshop): Promise<void> {
    showOutcome(toasts, t, await platform.desktop.openRecent({ id }))
    await library.refresh()
  }

  async function forget({ id, name }: RecentWorkshop): Promise<void> {
    refocus.current = list.current?.contains(document.activeElement) ?? false
    await library.forget(id)
    toasts.show({
      message: t('start.removed', { name }),
      action: { label: t('toast.undo'), run: () => void library.remember(id).catch(report) },
    })
  }

  return (
    <section className={styles['recent']} aria-labelledby="recent-title">
      <h2 id="recent-title" className={styles['title']}>
        {t('start.recent')}
      </h2>
      <ul ref={list} className={styles['grid']} onKeyDown={onKeyDown}>
        {recent.map((workshop, index) => (
          <RecentCard
            key={workshop.id}
            workshop={workshop}
            tabbable={index === active}
            onFocus={() => setActive(index)}
            onOpen={() => void open(workshop).catch(report)}
            onForget={() => void forget(workshop).catch(report)}
          />
        ))}
      </ul>
    </section>
  )
}
