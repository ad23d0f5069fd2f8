import { useRef } from 'react'
import type { RecentWorkshop } from '../../../shared/ipc/libraryContract.ts'
import { useT } from '../../i18n/useT.ts'
import { useApp } from '../AppContext.ts'
import { showError, showOutcome } from '../showFailure.ts'
import type { Library } from './createLibrary.ts'
import { RecentCard } from './RecentCard.tsx'
import styles from './RecentWorkshops.module.css'
import { useGridKeys } from './useGridKeys.ts'

export interface RecentWorkshopsProps {
  readonly library: Library
  readonly recent: readonly RecentWorkshop[]
  /** What "3 minutes ago" counts from, in ms since 1970. */
  readonly now: number
}

/** The recent workshops as cards, newest first: one stop for Tab, arrow keys within. */
export function RecentWorkshops({ library, recent, now }: RecentWorkshopsProps) {
  const { platform, toasts } = useApp()
  const { t } = useT()
  const list = useRef<HTMLUListElement>(null)
  const grid = useGridKeys(list, recent.length)
  const report = (error: unknown) => showError(toasts, t, error)

  async function open({ id }: RecentWorkshop): Promise<void> {
    showOutcome(toasts, t, await platform.desktop.openRecent({ id }))
    await library.refresh()
  }

  async function forget({ id, name }: RecentWorkshop): Promise<void> {
    const hadFocus = list.current?.contains(document.activeElement)
    await library.forget(id)
    // The card took the focus along; its neighbour gets it.
    if (hadFocus) grid.focusActive()
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
      <ul ref={list} className={styles['grid']}>
        {recent.map((workshop, index) => (
          <RecentCard
            key={workshop.id}
            workshop={workshop}
            now={now}
            tabbable={index === grid.active}
            onFocus={() => grid.setActive(index)}
            onKeyDown={grid.onKeyDown}
            onOpen={() => void open(workshop).catch(report)}
            onForget={() => void forget(workshop).catch(report)}
          />
        ))}
      </ul>
    </section>
  )
}
