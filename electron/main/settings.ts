import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { theme, type Settings } from '../../shared/ipc/desktopContract.ts'
import { sessionSettings } from '../../shared/ipc/sessionSettings.ts'
import { language } from '../../shared/i18n/languages.ts'
import { writeAtomically } from './writeAtomically.ts'

/** Where windows were, in screen units, and whether the last one filled the screen. */
const placement = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
  maximized: z.boolean(),
})
export type Placement = z.infer<typeof placement>

// A value that does not fit (an older or newer version wrote it) counts as not there; the others stay.
const savedSettings = z.object({
  language: language.optional().catch(undefined),
  theme: theme.optional().catch(undefined),
  name: z.string().max(100).optional().catch(undefined),
  session: sessionSettings.optional().catch(undefined),
  placement: placement.optional().catch(undefined),
  /** Where this computer's server for sessions was last. */
  hostPort: z.number().int().min(1).max(65_535).optional().catch(undefined),
  /** Where the last export, copy or import was. */
  folder: z.string().optional().catch(undefined),
})
type SavedSettings = z.infer<typeof savedSettings>

/** What this computer's user chose, and what the app remembers for them. */
export interface SettingsFile {
  /** The choices, or their defaults. */
  choices(): Settings
  remembered(): Pick<SavedSettings, 'placement' | 'folder' | 'hostPort'>
  /** Takes effect at once; written soon. */
  change(part: Partial<SavedSettings>): void
  /** Resolves once everything is on the disk. */
  written(): Promise<void>
}

/**
 * Settings kept in `file` (JSON). A missing or unreadable file means defaults; `defaultLanguage` is the
 * system's. A failed write is reported to `onError`: the choice then holds until the app ends.
 */
export async function openSettings(
  file: string,
  defaultLanguage: Settings['language'],
  onError: (error: unknown) => void,
): Promise<SettingsFile> {
  let saved = await readSettings(file, onError)
  let writing = Promise.resolve()
  let queued = false

  async function write(): Promise<void> {
    queued = false // whatever changes from here on needs another write
    await writeAtomically(file, `${JSON.stringify(saved, null, 2)}\n`).catch(onError)
  }

  return {
    choices: () => ({
      language: saved.language ?? defaultLanguage,
      theme: saved.theme ?? 'system',
      ...(saved.name && { name: saved.name }),
      ...(saved.session && { session: saved.session }),
    }),
    remembered: () => saved,
    change(part) {
      saved = { ...saved, ...part }
      if (queued) return
      queued = true
      writing = writing.then(write)
    },
    written: () => writing,
  }
}

async function readSettings(file: string, onError: (error: unknown) => void): Promise<SavedSettings> {
  try {
    return savedSettings.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') onError(error)
    return {}
  }
}
