import type { Dispose } from '../util/store.ts'
import type { Desktop, desktopContract, DesktopEvent } from './desktopContract.ts'

/** Written out, so that preload carries no schemas. */
const METHODS: Readonly<Record<keyof typeof desktopContract, true>> = {
  context: true,
  changeSettings: true,
  newWorkshop: true,
  openWorkshop: true,
  openRecent: true,
  saveCopy: true,
  renameWorkshop: true,
  showInFolder: true,
  showStart: true,
  exportFile: true,
  chooseFile: true,
  chooseImages: true,
  readChosen: true,
  templates: true,
  keepTemplate: true,
  dropTemplate: true,
  editClipboard: true,
  openLink: true,
  reportActions: true,
  finished: true,
  closeWindow: true,
  quit: true,
  toggleFullScreen: true,
  toggleDevTools: true,
  createJoined: true,
  openJoined: true,
  identity: true,
  startHost: true,
  stopHost: true,
  allowServers: true,
  askServer: true,
  keepMembership: true,
  membership: true,
  dropMembership: true,
  copiesOf: true,
}

/** The calls that preload exposes: all of them. */
export const DESKTOP_METHODS = Object.keys(METHODS)

/** What `window.postMessage` carries when a store port arrives; the port is the message's only port. */
export const STORE_PORT_MESSAGE = 'throughline:store-port'

/**
 * `window.throughline` in a desktop window. A call that breaks the contract rejects with an Error whose text
 * names the code (`bad-request`); everything a caller must act on is a value of the call.
 */
export interface PreloadApi extends Desktop {
  /** Hears what main tells this window, from now on. */
  onEvent(listener: (event: DesktopEvent) => void): Dispose
  /**
   * Says that this page listens for STORE_PORT_MESSAGE, and in a workshop window for events. A port follows: of
   * a workshop window, to its file; of the start screen, to the library. Another follows by itself whenever the
   * store had to be restarted. From now on main asks a workshop window with `finish` before it closes it.
   */
  connectStore(): void
}
