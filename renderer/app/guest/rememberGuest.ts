import { z } from 'zod'
import { language, type Language } from '../../../shared/i18n/languages.ts'
import { invitation, type Invitation } from '../../../shared/session/invitation.ts'

const KEY = 'throughline:guest'
const kept = z.object({
  language: language.optional().catch(undefined),
  name: z.string().max(100).optional().catch(undefined),
  invitation: invitation.optional().catch(undefined),
})
type Kept = z.infer<typeof kept>

/** What a browser keeps of its guest, so that a page that is loaded again leads to the same session. */
export interface GuestMemory {
  name(): string
  setName(name: string): void
  /** By which the guest came, as long as this tab is open. */
  invitation(): Invitation | undefined
  setInvitation(invitation: Invitation): void
  /** That was chosen here; nothing if none was. */
  language(): Language | undefined
  setLanguage(language: Language): void
}

export interface GuestStorages {
  /** The browser's for this address; nothing where it keeps nothing. */
  readonly forGood: Storage | undefined
  readonly forTab: Storage | undefined
}

/** `link`: the invitation that came with the address. */
export function rememberGuest({ forGood, forTab }: GuestStorages, link: Invitation | undefined): GuestMemory {
  let chosen = read(forGood)
  let invited = link ?? read(forTab).invitation
  if (link) write(forTab, { invitation: link })
  function choose(change: Kept): void {
    chosen = { ...chosen, ...change }
    write(forGood, chosen)
  }
  return {
    name: () => chosen.name ?? '',
    setName: (name) => choose({ name }),
    language: () => chosen.language,
    setLanguage: (next) => choose({ language: next }),
    invitation: () => invited,
    setInvitation(next) {
      invited = next
      write(forTab, { invitation: next })
    },
  }
}

/** The invitation that this tab came by leads nowhere: another is asked for when the page is loaded again. */
export const forgetInvitation = (forTab: Storage | undefined): void => write(forTab, {})

function read(storage: Storage | undefined): Kept {
  try {
    return kept.parse(JSON.parse(storage?.getItem(KEY) ?? '{}'))
  } catch {
    return {}
  }
}

function write(storage: Storage | undefined, value: Kept): void {
  try {
    storage?.setItem(KEY, JSON.stringify(value))
  } catch (error) {
    console.warn('this browser keeps nothing:', error) // it works all the same, until the page is left
  }
}
