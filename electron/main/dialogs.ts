import { existsSync } from 'node:fs'
import path from 'node:path'
import {
  dialog,
  type FileFilter,
  type MessageBoxOptions,
  type OpenDialogOptions,
  type SaveDialogOptions,
} from 'electron'
import type { Translate } from '../../shared/i18n/translator.ts'
import type { ErrorCode } from '../../shared/ipc/errors.ts'
import type { AppWindow } from './appWindow.ts'
import { numberedNames } from './fileNames.ts'

/** The system's dialogs, in the user's language. */
export interface Dialogs {
  /** Which file to open; null if the user changes their mind. */
  chooseFile(
    window: AppWindow | undefined,
    title: string,
    folder: string,
    kind: FileKind,
  ): Promise<string | null>
  /** Which files to open; none if the user changes their mind. */
  chooseFiles(
    window: AppWindow | undefined,
    title: string,
    folder: string,
    kind: FileKind,
  ): Promise<readonly string[]>
  /** Where to write; null if the user changes their mind. The name ends in the kind's extension. */
  chooseTarget(
    window: AppWindow | undefined,
    title: string,
    suggested: string,
    kind: FileKind,
  ): Promise<string | null>
  /** May the window close although not everything is saved? */
  confirmLoss(window: AppWindow): Promise<boolean>
  /** The page keeps crashing: load it again? */
  askReopen(window: AppWindow): Promise<boolean>
  /** Why something failed that no page asked for, and so no page can explain. */
  explain(code: ErrorCode, name: string, window: AppWindow | undefined): Promise<void>
}

export type FileKind = 'journey' | 'png' | 'csv' | 'json' | 'image'

const FILTER_KEYS = {
  journey: 'main.workshopFiles',
  png: 'main.pngFiles',
  csv: 'main.csvFiles',
  json: 'main.templateFiles',
  image: 'main.imageFiles',
} as const
const EXTENSIONS: Readonly<Record<FileKind, string[]>> = {
  journey: ['journey'],
  png: ['png'],
  csv: ['csv', 'tsv', 'txt'],
  json: ['json'],
  image: ['png', 'jpg', 'jpeg', 'webp', 'gif', 'svg'],
}

export function createDialogs(translate: () => Translate): Dialogs {
  const t: Translate = ((...words: Parameters<Translate>) => translate()(...words)) as Translate
  const filter = (kind: FileKind): FileFilter => ({
    name: t(FILTER_KEYS[kind]),
    extensions: EXTENSIONS[kind],
  })
  const ask = async (window: AppWindow | undefined, options: MessageBoxOptions): Promise<number> => {
    const box = { ...options, noLink: true, defaultId: 0, cancelId: 0 }
    const attached = window && !window.browser.isDestroyed()
    return (await (attached ? dialog.showMessageBox(window.browser, box) : dialog.showMessageBox(box)))
      .response
  }

  const open = async (
    window: AppWindow | undefined,
    title: string,
    folder: string,
    kind: FileKind,
    properties: NonNullable<OpenDialogOptions['properties']>,
  ): Promise<readonly string[]> => {
    const options = { title, defaultPath: folder, filters: [filter(kind)], properties }
    const { filePaths } = await (window
      ? dialog.showOpenDialog(window.browser, options)
      : dialog.showOpenDialog(options))
    return filePaths
  }

  return {
    async chooseFile(window, title, folder, kind) {
      const [file = null] = await open(window, title, folder, kind, ['openFile'])
      return file
    },

    chooseFiles: (window, title, folder, kind) =>
      open(window, title, folder, kind, ['openFile', 'multiSelections']),

    async chooseTarget(window, title, suggested, kind) {
      const options: SaveDialogOptions = {
        title,
        defaultPath: suggested,
        filters: [filter(kind)],
        // Linux does not ask by itself, and macOS offers no new folder.
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      }
      const { canceled, filePath } = await (window
        ? dialog.showSaveDialog(window.browser, options)
        : dialog.showSaveDialog(options))
      if (canceled || !filePath) return null
      // Without its extension the dialog has asked about another file than the one that is written.
      return path.extname(filePath).toLowerCase() === `.${kind}` ? filePath : freePath(filePath, `.${kind}`)
    },

    confirmLoss: async (window) =>
      (await ask(window, {
        type: 'warning',
        message: t('main.notSaved.message', { name: nameOf(window) }),
        detail: t('main.notSaved.detail'),
        buttons: [t('main.notSaved.keepOpen'), t('main.notSaved.closeAnyway')],
      })) === 1,

    askReopen: async (window) =>
      (await ask(window, {
        type: 'error',
        message: t('main.crashed.message', { name: nameOf(window) }),
        detail: t('main.crashed.detail'),
        buttons: [t('main.crashed.reopen'), t('main.crashed.close')],
      })) === 0,

    async explain(code, name, window) {
      await ask(window, { type: 'error', message: t(`error.${code}`, { name }), buttons: [t('dialog.ok')] })
    },
  }
}

function freePath(file: string, extension: string): string {
  for (const each of numberedNames(file)) if (!existsSync(each + extension)) return each + extension
  throw new Error('Expected numbers to have no end')
}

const nameOf = ({ content }: AppWindow): string =>
  content.kind === 'workshop' ? content.name : 'Throughline'
