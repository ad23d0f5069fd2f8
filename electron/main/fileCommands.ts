import path from 'node:path'
import type { Translate } from '../../shared/i18n/translator.ts'
import type { ChosenFile, Outcome } from '../../shared/ipc/desktopContract.ts'
import type { AppWindow } from './appWindow.ts'
import type { Dialogs, FileKind } from './dialogs.ts'
import { safeFileName } from './fileNames.ts'
import type { SettingsFile } from './settings.ts'
import { exportTo, importFrom } from './transferFiles.ts'
import type { Workshops } from './workshops.ts'

/** What a user asks for in the File menu: first a dialog about which file, then the work. */
export interface FileCommands {
  newWorkshop(from?: AppWindow): Promise<Outcome>
  openWorkshop(from?: AppWindow): Promise<Outcome>
  openRecent(id: string, from?: AppWindow): Promise<Outcome>
  saveCopy(from: AppWindow): Promise<Outcome>
  exportFile(from: AppWindow, kind: FileKind, suggested: string, content: Uint8Array): Promise<Outcome>
  chooseFile(from: AppWindow, kind: FileKind): Promise<ChosenFile>
}

export interface FileCommandsOptions {
  readonly dialogs: Dialogs
  readonly workshops: Workshops
  readonly settings: SettingsFile
  readonly translate: () => Translate
  /** The user's folder for documents. */
  readonly documents: () => string
}

export function createFileCommands(options: FileCommandsOptions): FileCommands {
  const { dialogs, workshops, settings, translate, documents } = options
  const lastFolder = (): string => settings.remembered().folder ?? documents()
  const remember = (file: string | null): string | null => {
    if (file !== null) settings.change({ folder: path.dirname(file) })
    return file
  }

  return {
    newWorkshop(from) {
      const folder = path.join(documents(), 'Throughline')
      return workshops.create(folder, safeFileName(translate()('main.untitled')), from)
    },

    async openWorkshop(from) {
      const title = translate()('main.openTitle')
      const file = remember(await dialogs.chooseFile(from, title, lastFolder(), 'journey'))
      return file === null ? { result: 'cancelled' } : workshops.open(file, from)
    },

    openRecent: (id, from) => workshops.openRecent(id, from),

    async saveCopy(from) {
      if (from.content.kind !== 'workshop') return { result: 'cancelled' }
      const { file, name } = from.content
      const suggested = path.join(path.dirname(file), `${translate()('main.copyName', { name })}.journey`)
      const to = await dialogs.chooseTarget(from, translate()('main.copyTitle'), suggested, 'journey')
      return to === null ? { result: 'cancelled' } : workshops.saveCopy(from, to)
    },

    async exportFile(from, kind, suggested, content) {
      const name = `${safeFileName(path.basename(suggested, `.${kind}`)) || 'Throughline'}.${kind}`
      const place = path.join(lastFolder(), name)
      const file = await dialogs.chooseTarget(from, translate()('main.exportTitle'), place, kind)
      return exportTo(remember(file), name, content)
    },

    async chooseFile(from, kind) {
      const file = await dialogs.chooseFile(from, translate()('main.importTitle'), lastFolder(), kind)
      return importFrom(remember(file))
    },
  }
}
