import path from 'node:path'
import { shell } from 'electron'
import type { Platform } from '../../shared/actions/shortcut.ts'
import type { WindowRole } from '../../shared/ipc/desktopContract.ts'
import type { AppWindow, WindowContent } from './appWindow.ts'
import type { Closing } from './closing.ts'
import type { FileCommands } from './fileCommands.ts'
import { openLink } from './openLink.ts'
import type { Preferences } from './preferences.ts'
import type { SessionApi } from './createSessionApi.ts'
import type { DesktopHandlers } from './serveDesktop.ts'
import type { TemplateFolder } from './templateFolder.ts'
import type { Workshops } from './workshops.ts'

export interface DesktopApiOptions {
  readonly platform: Platform
  readonly preferences: Preferences
  readonly files: FileCommands
  readonly workshops: Workshops
  readonly closing: Closing
  readonly templates: TemplateFolder
  readonly sessions: SessionApi
  /** A window's page reported what it can do. */
  readonly onReport: (window: AppWindow) => void
  readonly quit: () => void
  readonly showStart: () => void
}

/** What a window may ask of main, by method of the contract. */
export function createDesktopApi(options: DesktopApiOptions): DesktopHandlers {
  const { platform, preferences, files, workshops, closing, templates, sessions, onReport, quit, showStart } =
    options
  return {
    ...sessions,
    context(_, from) {
      const { afterCrash } = from
      from.afterCrash = false // the next page follows no crash unless there is another
      return { role: roleOf(from.content), settings: preferences.get(), platform, afterCrash }
    },
    changeSettings: ({ language, theme, name, session }) =>
      preferences.change({
        ...(language && { language }),
        ...(theme && { theme }),
        ...(name !== undefined && { name }),
        ...(session && { session }),
      }),

    newWorkshop: (wish, from) => files.newWorkshop(from, wish ?? undefined),
    openWorkshop: (_, from) => files.openWorkshop(from),
    showStart: () => showStart(),
    openRecent: ({ id }, from) => files.openRecent(id, from),
    createJoined: (wish, from) => files.createJoined(from, wish),
    openJoined: ({ id, join }, from) => workshops.openRecent(id, from, join),
    saveCopy: (_, from) => files.saveCopy(from),
    renameWorkshop: ({ name }, from) => workshops.rename(from, name),
    showInFolder(_, { content }) {
      if (content.kind === 'workshop') shell.showItemInFolder(content.file)
    },
    exportFile: ({ kind, suggestedName, data }, from) => files.exportFile(from, kind, suggestedName, data),
    chooseFile: ({ kind }, from) => files.chooseFile(from, kind),
    chooseImages: (_, from) => files.chooseImages(from),
    readChosen: ({ id }, from) => files.readChosen(from, id),

    templates: () => templates.all(),
    keepTemplate: async ({ name, content }) => ({ file: await templates.keep(name, content) }),
    dropTemplate: ({ file }) => templates.drop(file),

    openLink: ({ link }) => openLink(link, (url) => shell.openExternal(url)),
    editClipboard: ({ command }, { browser }) => browser.webContents[command](),
    reportActions({ enabled, checked }, from) {
      from.reported = { enabled: new Set(enabled), checked: new Set(checked) }
      onReport(from)
    },

    finished: ({ saved }, from) => closing.finished(from, saved),
    closeWindow: (_, { browser }) => browser.close(),
    quit,
    toggleFullScreen: (_, { browser }) => browser.setFullScreen(!browser.isFullScreen()),
    // Where developer tools are off, as in a packaged app, nothing happens.
    toggleDevTools: (_, { browser }) => browser.webContents.toggleDevTools(),
  }
}

function roleOf(content: WindowContent): WindowRole {
  if (content.kind === 'start') return content
  const { name, file, readOnly, begin, join } = content
  const folder = path.dirname(file)
  return { kind: 'workshop', name, folder, readOnly, ...(begin && { begin }), ...(join && { join }) }
}
