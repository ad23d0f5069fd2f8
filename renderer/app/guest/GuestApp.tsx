import { lazy, useEffect, useState } from 'react'
import type { i18n } from 'i18next'
import type { Settings } from '../../../shared/ipc/desktopContract.ts'
import { linkOf } from '../../../shared/session/invite.ts'
import type { Store } from '../../../shared/util/store.ts'
import { LanguageProvider } from '../../i18n/LanguageProvider.tsx'
import { GuestSettings } from '../../session/guest/GuestSettings.tsx'
import { JoinForm } from '../../session/guest/JoinForm.tsx'
import styles from '../../session/guest/guest.module.css'
import type { Toasts } from '../../ui/createToasts.ts'
import { UiProvider } from '../../ui/UiProvider.tsx'
import { App } from '../App.tsx'
import type { AppServices } from '../AppContext.ts'
import { invitationOfWords } from './invitationOfWords.ts'
import type { GuestMemory } from './rememberGuest.ts'

interface GuestAppProps {
  readonly translator: i18n
  readonly toasts: Toasts
  readonly settings: Store<Settings>
  readonly memory: GuestMemory
  /** Makes what the workshop's window is made of, for a guest of that name who comes with that invitation. */
  readonly enter: (invitation: string, as: string) => Promise<AppServices>
}

const loadBoard = async () => ({ default: (await import('./GuestBoard.tsx')).GuestBoard })
/** Fetched while the guest types a name. */
const GuestBoard = lazy(loadBoard)

const PROBLEMS = { bad: 'guestPage.badWords', nowhere: 'guestPage.wrongWords' } as const

/** The page that the session's server gives to guests: a name, then the session. */
export function GuestApp({ translator, toasts, settings, memory, enter }: GuestAppProps) {
  const [services, setServices] = useState<AppServices | null>(null)
  const [problem, setProblem] = useState<keyof typeof PROBLEMS>()
  const invited = memory.invitation()
  useEffect(() => void loadBoard(), [])

  async function join(name: string, words: string): Promise<void> {
    memory.setName(name)
    const invitation = invited ?? (await invitationOfWords(words))
    if (typeof invitation === 'string') return setProblem(invitation)
    memory.setInvitation(invitation)
    setServices(await enter(linkOf(invitation), name))
  }
  if (services) return <App services={services} View={GuestBoard} />
  return (
    <LanguageProvider translator={translator}>
      <UiProvider toasts={toasts}>
        <main className={styles['page']}>
          <GuestSettings settings={settings} />
          <JoinForm
            name={memory.name()}
            asksWords={!invited}
            problem={problem && translator.t(PROBLEMS[problem])}
            isOpenNetwork={!isSecureContext}
            onJoin={(name, words) => void join(name, words)}
          />
        </main>
      </UiProvider>
    </LanguageProvider>
  )
}
