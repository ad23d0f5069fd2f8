import { randomUUID } from 'node:crypto'
import { access, mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Translate } from '../../shared/i18n/translator.ts'
import {
  MOST_IMAGE_FILE_BYTES,
  type Beginning,
  type ChosenFile,
  type ChosenFiles,
  type Outcome,
} from '../../shared/ipc/desktopContract.ts'
import type { JoinWish } from '../../shared/ipc/sessionCalls.ts'
import { AppError } from '../../shared/ipc/errors.ts'
import type { AppWindow } from './appWindow.ts'
import type { Dialogs } from './dialogs.ts'
import { numberedNames, safeFileName } from './fileNames.ts'
import { EXTENSION } from './launchFiles.ts'
import type { SettingsFile } from './settings.ts'
import { exportTo, importFrom } from './transferFiles.ts'
import type { Workshops } from './workshops.ts'

/** What a new workshop is called, and what it begins with. */
export interface NewWorkshop {
  readonly name: string
  readonly begin: Beginning
}

/** A session's workshop that is to be kept here, too. */
export interface JoinedWorkshop {
  readonly name: string
  readonly lineage: string
  readonly join: JoinWish
}

/** What a user asks for in the File menu: first a dialog about which file, then the work. */
export interface FileCommands {
  /** Of that name and with that in it; without a wish, an empty one. */
  newWorkshop(from?: AppWindow, wish?: NewWorkshop): Promise<Outcome>
  openWorkshop(from?: AppWindow): Promise<Outcome>
  openRecent(id: string, from?: AppWindow): Promise<Outcome>
  /** Where to keep the copy of a session's workshop, and that copy. */
  createJoined(from: AppWindow, wish: JoinedWorkshop): Promise<Outcome>
  saveCopy(from: AppWindow): Promise<Outcome>
  exportFile(from: AppWindow, kind: ExportKind, suggested: string, content: Uint8Array): Promise<Outcome>
  chooseFile(from: AppWindow, kind: ImportKind): Promise<ChosenFile>
  chooseImages(from: AppWindow): Promise<ChosenFiles>
  /** Throws `not-found` for what this window's user did not choose last. */
  readChosen(from: AppWindow, id: string): Promise<ChosenFile>
}

export interface FileCommandsOptions {
  readonly dialogs: Dialogs
  readonly workshops: Workshops
  readonly settings: SettingsFile
  readonly translate: () => Translate
  /** The user's folder for documents. */
  readonly documents: () => string
}

type ExportKind = 'png' | 'json'
type ImportKind = 'csv' | 'json'
const EXPORT_TITLES = { png: 'main.exportTitle', json: 'main.exportTemplateTitle' } as const
const IMPORT_TITLES = { csv: 'main.importTitle', json: 'main.importTemplateTitle' } as const

export function createFileCommands(options: FileCommandsOptions): FileCommands {
  const { dialogs, workshops, settings, translate, documents } = options
  /** By name, what the user of a window chose: a page reads these and nothing else. */
  const chosen = new WeakMap<AppWindow, ReadonlyMap<string, string>>()
  const lastFolder = (): string => settings.remembered().folder ?? documents()
  const remember = (file: string | null): string | null => {
    if (file !== null) settings.change({ folder: path.dirname(file) })
    return file
  }

  const ownFolder = (): string => path.join(documents(), 'Throughline')
  const nameOf = (wanted = ''): string => safeFileName(wanted) || safeFileName(translate()('main.untitled'))

  return {
    newWorkshop(from, wish) {
      const [folder, name] = [ownFolder(), nameOf(wish?.name)]
      return workshops.create(folder, name, { from, begin: wish?.begin })
    },

    async openWorkshop(from) {
      const title = translate()('main.openTitle')
      const file = remember(await dialogs.chooseFile(from, title, lastFolder(), 'journey'))
      return file === null ? { result: 'cancelled' } : workshops.open(file, from)
    },

    openRecent: (id, from) => workshops.openRecent(id, from),

    async createJoined(from, { name, lineage, join }) {
      await mkdir(ownFolder(), { recursive: true })
      const suggested = await freeFile(ownFolder(), nameOf(name))
      const file = await dialogs.chooseTarget(from, translate()('main.joinTitle'), suggested, 'journey')
      return file === null ? { result: 'cancelled' } : workshops.createJoined(file, lineage, { from, join })
    },

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
      const file = await dialogs.chooseTarget(from, translate()(EXPORT_TITLES[kind]), place, kind)
      return exportTo(remember(file), name, content)
    },

    async chooseFile(from, kind) {
      const file = await dialogs.chooseFile(from, translate()(IMPORT_TITLES[kind]), lastFolder(), kind)
      return importFrom(remember(file))
    },

    async chooseImages(from) {
      const files = await dialogs.chooseFiles(from, translate()('main.imagesTitle'), lastFolder(), 'image')
      remember(files[0] ?? null)
      if (files.length === 0) return { result: 'cancelled' }
      const ids = new Map(files.map((file) => [randomUUID(), file]))
      chosen.set(from, ids)
      return { result: 'done', files: Array.from(ids, ([id, file]) => ({ id, name: path.basename(file) })) }
    },

    async readChosen(from, id) {
      const file = chosen.get(from)?.get(id)
      if (file === undefined) throw new AppError('not-found', 'This file was not chosen')
      return importFrom(file, { most: MOST_IMAGE_FILE_BYTES, code: 'image-too-large' })
    },
  }
}

/** The first of `name.journey`, `name 2.journey` … that is not there. */
async function freeFile(folder: string, name: string): Promise<string> {
  for (const each of numberedNames(name)) {
    const file = path.join(folder, each + EXTENSION)
    const isThere = await access(file).then(
      () => true,
      () => false,
    )
    if (!isThere) return file
  }
  throw new Error('Expected numbers to have no end')
}
