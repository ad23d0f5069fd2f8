import { z } from 'zod'
import { actionId } from '../actions/actionTable.ts'
import { isSafeLink } from '../util/safeLink.ts'
import { language } from '../i18n/languages.ts'
import { bytes, call, type Client } from './contract.ts'
import { errorCode } from './errors.ts'
import { joinWish, lineage, sessionCalls, sessionEvents } from './sessionCalls.ts'
import { sessionSettings } from './sessionSettings.ts'

/** Light, dark, or what the system says. */
export const theme = z.enum(['system', 'light', 'dark'])

/** What this computer's user chose; kept by main, the same for all windows. */
export const settings = z.object({
  language,
  theme,
  /** What this computer's user calls themselves, for the notes they write; empty or missing for no name. */
  name: z.string().max(100).optional(),
  session: sessionSettings.optional(),
})
export type Settings = z.infer<typeof settings>

/** What a new workshop begins with. */
export const beginning = z.discriminatedUnion('kind', [
  /** A template that comes with the app. */
  z.object({ kind: z.literal('stock'), id: z.string().min(1).max(64) }),
  /** A template of this computer's user, by its file. */
  z.object({ kind: z.literal('own'), file: z.string().min(1).max(300) }),
  /** The sample that looks finished. */
  z.object({ kind: z.literal('sample') }),
  /** Nothing yet: the guided flow leads from there. */
  z.object({ kind: z.literal('flow') }),
])
export type Beginning = z.infer<typeof beginning>

/** What a window is for. */
export const windowRole = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('start') }),
  z.object({
    kind: z.literal('workshop'),
    /** The file's name without extension. */
    name: z.string(),
    folder: z.string(),
    readOnly: z.boolean(),
    /** What to fill the workshop with, as long as there is nothing in it. */
    begin: beginning.optional(),
    join: joinWish.optional(),
  }),
])
export type WindowRole = z.infer<typeof windowRole>

/** An operation that the user may cancel or that may fail in a way the window must explain. */
export const outcome = z.discriminatedUnion('result', [
  z.object({ result: z.literal('done'), name: z.string() }),
  z.object({ result: z.literal('cancelled') }),
  z.object({ result: z.literal('failed'), code: errorCode, name: z.string() }),
])
export type Outcome = z.infer<typeof outcome>

const chosenFile = z.discriminatedUnion('result', [
  z.object({ result: z.literal('done'), name: z.string(), data: z.instanceof(Uint8Array) }),
  z.object({ result: z.literal('cancelled') }),
  z.object({ result: z.literal('failed'), code: errorCode, name: z.string() }),
])
export type ChosenFile = z.infer<typeof chosenFile>

/** Files that the user chose, each to be read when it is needed. */
const chosenFiles = z.discriminatedUnion('result', [
  z.object({ result: z.literal('done'), files: z.array(z.object({ id: z.string(), name: z.string() })) }),
  z.object({ result: z.literal('cancelled') }),
])
export type ChosenFiles = z.infer<typeof chosenFiles>

/** Largest file that may be imported: 20 MB (reliability T25). */
export const MOST_IMPORT_BYTES = 20_000_000
/** Largest image file that is read: 100 MB. What is kept of it is smaller. */
export const MOST_IMAGE_FILE_BYTES = 100_000_000
/** Largest template that is kept or read: 4 MB. */
export const MOST_TEMPLATE_BYTES = 4_000_000
const MOST_EXPORT_BYTES = 2 ** 30

/** What a window may ask of the main process: the few things only an operating system can do. */
export const desktopContract = {
  /** Who am I, and what did the user choose? Asked once, before the first paint. */
  context: call(
    z.void(),
    z.object({
      role: windowRole,
      settings,
      platform: z.enum(['mac', 'windows', 'linux']),
      /** True when this page replaces one that crashed. */
      afterCrash: z.boolean(),
    }),
  ),
  changeSettings: call(settings.partial(), z.void()),
  /** Makes `Untitled workshop.journey`, or one of another name, in Documents/Throughline and opens it. */
  newWorkshop: call(
    z.union([z.void(), z.object({ name: z.string().trim().min(1).max(200), begin: beginning })]),
    outcome,
  ),
  /**
   * Save dialog, then a new workshop of that lineage, for a copy of a session's workshop that is on another computer; its
   * window joins the session. `name` is what is suggested.
   */
  createJoined: call(z.object({ name: z.string().trim().min(1).max(200), lineage, join: joinWish }), outcome),
  /** Opens one of `copiesOf` and joins the session with it. A window that shows it already is told by the event `join`. */
  openJoined: call(z.object({ id: z.string(), join: joinWish }), outcome),
  /** Open dialog, then a window (or the one that already has the file). */
  openWorkshop: call(z.void(), outcome),
  /** Shows the start screen with the recent workshops, beside what is open. */
  showStart: call(z.void(), z.void()),
  openRecent: call(z.object({ id: z.string() }), outcome),
  /** Save dialog, then a copy. The window stays with the original. */
  saveCopy: call(z.void(), outcome),
  /** Renames this window's file; the new name comes without extension. */
  renameWorkshop: call(z.object({ name: z.string().trim().min(1).max(120) }), outcome),
  showInFolder: call(z.void(), z.void()),
  /** Save dialog, then an atomic write. */
  exportFile: call(
    z.object({
      /** Names of a workshop and of a board may be in it: main cuts it to what every system takes. */
      suggestedName: z.string().max(1000),
      kind: z.enum(['png', 'json']),
      data: bytes(MOST_EXPORT_BYTES),
    }),
    outcome,
  ),
  /** Open dialog for one file to import; at most MOST_IMPORT_BYTES, else `import-too-large`. */
  chooseFile: call(z.object({ kind: z.enum(['csv', 'json']) }), chosenFile),
  /** Open dialog for image files, any number of them. */
  chooseImages: call(z.void(), chosenFiles),
  /** One of the files that were chosen last; at most MOST_IMAGE_FILE_BYTES, else `image-too-large`. */
  readChosen: call(z.object({ id: z.string() }), chosenFile),
  /** This user's own templates, by their files. Of one that cannot be read, or is too large, there is no content. */
  templates: call(z.void(), z.array(z.object({ file: z.string(), content: z.string().nullable() }))),
  /** Keeps a template in a file of that name, or that name with a number. Nothing is replaced. */
  keepTemplate: call(
    z.object({ name: z.string().trim().min(1).max(300), content: z.string().max(MOST_TEMPLATE_BYTES) }),
    z.object({ file: z.string() }),
  ),
  /** Deletes the file of a template. Nothing happens if it is gone already. */
  dropTemplate: call(z.object({ file: z.string().min(1).max(300) }), z.void()),
  /** Fires a real cut, copy or paste event in the calling page, clipboard contents included. */
  editClipboard: call(z.object({ command: z.enum(['cut', 'copy', 'paste']) }), z.void()),
  /** Opens a web or mail address in the program that the system has for it. Nothing else is ever opened. */
  openLink: call(z.object({ link: z.string().refine(isSafeLink) }), z.void()),
  /** What the menu bar should show as possible and as switched on, for this window. */
  reportActions: call(
    z.object({ enabled: z.array(actionId).max(500), checked: z.array(actionId).max(500) }),
    z.void(),
  ),
  /** The answer to `finish`: all is durable, or not. */
  finished: call(z.object({ saved: z.boolean() }), z.void()),
  closeWindow: call(z.void(), z.void()),
  quit: call(z.void(), z.void()),
  toggleFullScreen: call(z.void(), z.void()),
  /** Opens the developer tools of a development build; nothing in a packaged one. */
  toggleDevTools: call(z.void(), z.void()),
  ...sessionCalls,
}

export type Desktop = Client<typeof desktopContract>

/** What main tells a window. */
export const desktopEvent = z.discriminatedUnion('event', [
  /** A menu entry was chosen. */
  z.object({ event: z.literal('action'), id: actionId }),
  z.object({ event: z.literal('settings'), settings }),
  z.object({ event: z.literal('renamed'), name: z.string(), folder: z.string() }),
  /** The store process is gone; a new port follows by itself. */
  z.object({ event: z.literal('storeLost') }),
  /** The store cannot be started again, or this file cannot be opened again. */
  z.object({ event: z.literal('storeFailed'), code: errorCode }),
  /** The window is about to close: make everything durable and answer with `finished`. */
  z.object({ event: z.literal('finish') }),
  /** Write what there is now (lid closing, screen locked, machine suspending). */
  z.object({ event: z.literal('flush') }),
  ...sessionEvents,
])
export type DesktopEvent = z.infer<typeof desktopEvent>
