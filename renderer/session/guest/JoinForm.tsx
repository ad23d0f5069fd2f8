import { LogIn, Waypoints } from 'lucide-react'
import { useState } from 'react'
import { MOST_PERSON_NAME } from '../../../shared/session/certificate.ts'
import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './guest.module.css'

interface JoinFormProps {
  readonly name: string
  /** Without an invitation in the address the words on the wall are asked for. */
  readonly asksWords: boolean
  /** What was wrong with the words that were typed before. */
  readonly problem: string | undefined
  /** The page came over plain http. */
  readonly isOpenNetwork: boolean
  readonly onJoin: (name: string, words: string) => void
}

/** All that is asked of a guest: a name, and the words if they did not come by a link. */
export function JoinForm({ name, asksWords, problem, isOpenNetwork, onJoin }: JoinFormProps) {
  const { t } = useT()
  const [typed, setTyped] = useState(name)
  const [words, setWords] = useState('')
  const isComplete = typed.trim() !== '' && (!asksWords || words.trim() !== '')
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        if (isComplete) onJoin(typed.trim(), words)
      }}
    >
      <Icon icon={Waypoints} size={32} />
      <h1>{t('guestPage.title')}</h1>
      {asksWords && (
        <TextField
          label={t('guestPage.words')}
          description={t('guestPage.wordsHint')}
          error={problem}
          value={words}
          dir="ltr"
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          ref={asksWords ? focus : undefined}
          onChange={setWords}
        />
      )}
      <TextField
        label={t('guestPage.name')}
        description={t('guestPage.nameHint')}
        value={typed}
        dir="auto"
        maxLength={MOST_PERSON_NAME}
        autoComplete="given-name"
        ref={asksWords ? undefined : focus}
        onChange={setTyped}
      />
      <Button variant="primary" size="large" icon={LogIn} type="submit" disabled={!isComplete}>
        {t('guestPage.join')}
      </Button>
      {isOpenNetwork && <p className={styles['small']}>{t('guestPage.trust')}</p>}
    </form>
  )
}

/** Named once, so that it is called only when the field appears. */
const focus = (field: HTMLInputElement | null): void => field?.focus()
