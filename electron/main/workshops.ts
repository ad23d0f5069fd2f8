import { mkdir, realpath } from 'node:fs/promises'
import path from 'node:path'
import type { Beginning, Outcome } from '../../shared/ipc/desktopContract.ts'
import { AppError } from '../../shared/ipc/errors.ts'
import type { JoinWish } from '../../shared/ipc/sessionCalls.ts'
import { tell, type AppWindow, type OpenWorkshop } from './appWindow.ts'
import type { Closing } from './closing.ts'
import { errnoCode } from './errnoCode.ts'
import { numberedNames, safeFileName } from './fileNames.ts'
import type { Control } from './keepStore.ts'
import { EXTENSION } from './launchFiles.ts'
import { outcomeOf } from './outcomeOf.ts'
import { focus, type Windows } from './windows.ts'

export interface ShowOptions {
  readonly from: AppWindow | undefined
  readonly begin?: Beginning | undefined
  readonly join?: JoinWish | undefined
}

/** What can be done with workshop files as a whole. `from` is the window that asked, if one did. */
export interface Workshops {
  /** Makes one called `name` (or `name 2` …) in `folder` and shows it. Its page fills it with what it begins with. */
  create(folder: string, name: string, options: ShowOptions): Promise<Outcome>
  /** Makes the file, for a copy of a session's workshop, and shows it. */
  createJoined(file: string, lineage: string, options: ShowOptions): Promise<Outcome>
  /** Shows a file, in the window that has it already or else in one of its own. */
  open(file: string, from?: AppWindow): Promise<Outcome>
  /** `join` is the session to join with it. */
  openRecent(id: string, from?: AppWindow, join?: JoinWish): Promise<Outcome>
  /** Writes a copy to the file `to`, replacing what is there. The window stays with the original. */
  saveCopy(window: AppWindow, to: string): Promise<Outcome>
  /** Gives the window's file another name in its folder. */
  rename(window: AppWindow, name: string): Promise<Outcome>
}

/** A workshop's name is its file's, without extension. */
export const workshopName = (file: string): string => path.basename(file, path.extname(file))

export function createWorkshops(
  control: Control,
  windows: Windows,
  closing: Pick<Closing, 'inProgress'>,
): Workshops {
  /** One at a time, so that two wishes to open one file cannot both find it closed. */
  let lastOpened: Promise<unknown> = Promise.resolve()

  async function show(file: string, { from, begin, join }: ShowOptions): Promise<void> {
    const real = await realpath(file)
    const there = windows.withFile(real)
    if (there && (await closing.inProgress(there)) !== true) {
      focus(there)
      if (join) tell(there, { event: 'join', wish: join })
      if (from?.content.kind === 'start') from.browser.close()
      return
    }
    const opened = await control.open({ file: real })
    windows.showWorkshop(
      { kind: 'workshop', ...opened, begin, join },
      from?.content.kind === 'start' ? from : undefined,
    )
  }

  function open(file: string, options: ShowOptions): Promise<Outcome> {
    const name = workshopName(file)
    return outcomeOf(name, async () => {
      const shown = lastOpened.then(() => show(file, options))
      lastOpened = shown.catch(() => undefined) // reported by `outcomeOf`; the next is opened all the same
      await shown
      return name
    })
  }

  return {
    open: (file, from) => open(file, { from }),

    async create(folder, name, options) {
      let file = ''
      const made = await outcomeOf(name, async () => {
        file = await createFile(control, folder, name)
        return name
      })
      return made.result === 'done' ? open(file, options) : made
    },

    async createJoined(file, lineage, options) {
      const name = workshopName(file)
      const made = await outcomeOf(name, async () => {
        await control.create({ file, lineage })
        return name
      })
      return made.result === 'done' ? open(file, options) : made
    },

    async openRecent(id, from, join) {
      let file = ''
      const found = await outcomeOf('', async () => {
        file = (await control.locate({ id })).file
        return ''
      })
      return found.result === 'done' ? open(file, { from, join }) : found
    },

    saveCopy: (window, to) =>
      outcomeOf(nameFor(window, workshopName(to)), async () => {
        const { session } = openIn(window)
        if (windows.withFile(await realpath(to).catch(() => to)))
          throw new AppError('already-exists', 'it is open')
        await control.saveCopy({ session, to })
        return workshopName(to)
      }),

    rename(window, typed) {
      const name = safeFileName(typed)
      return outcomeOf(nameFor(window, name || typed), async () => {
        const { session, file } = openIn(window)
        if (name === '') throw new AppError('bad-request', 'nothing of the name can be kept')
        const to = path.join(path.dirname(file), name + EXTENSION)
        windows.rename(window, await control.rename({ session, to }))
        return name
      })
    },
  }
}

async function createFile(control: Control, folder: string, name: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  for (const each of numberedNames(name)) {
    const file = path.join(folder, each + EXTENSION)
    try {
      await control.create({ file })
      return file
    } catch (error) {
      if (errnoCode(error) !== 'already-exists') throw error
    }
  }
  throw new Error('Expected numbers to have no end')
}

/** What a failure is about: `target`, unless it is that the window's own file is not open at the moment. */
const nameFor = ({ content }: AppWindow, target: string): string =>
  content.kind === 'workshop' && content.session === null ? content.name : target

/** The workshop that is open in a window. Throws if it shows none, or why its file is not open at the moment. */
function openIn({ content, trouble }: AppWindow): OpenWorkshop & { readonly session: string } {
  if (content.kind !== 'workshop') throw new AppError('bad-request', 'there is no workshop in this window')
  const { session } = content
  if (session === null) throw new AppError(trouble ?? 'store-lost', 'the file is not open in a store')
  return { ...content, session }
}
