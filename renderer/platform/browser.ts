import { pickLanguage } from '../../shared/i18n/languages.ts'
import { createTranslator } from '../../shared/i18n/translator.ts'
import {
  theme,
  type Desktop,
  type DesktopEvent,
  type Settings,
  type WindowRole,
} from '../../shared/ipc/desktopContract.ts'
import { isSafeLink } from '../../shared/util/safeLink.ts'
import { chooseFile, createFileChoice, downloadFile, guessPlatform } from './browserFiles.ts'
import { keptSessions } from './keptSessions.ts'
import { keptTemplates } from './keptTemplates.ts'
import { portOf } from './messagePort.ts'
import type { Platform } from './platform.ts'
import { serveScratchLibrary, serveScratchWorkshop } from './scratchStore.ts'
import { createStorePorts } from './storePorts.ts'

const POSSIBLE: ReadonlySet<keyof Desktop> = new Set([
  'context',
  'changeSettings',
  'exportFile',
  'openLink',
  'chooseFile',
  'chooseImages',
  'readChosen',
  'templates',
  'keepTemplate',
  'dropTemplate',
  'identity',
  'allowServers',
  'keepMembership',
  'membership',
  'dropMembership',
  'reportActions',
  'finished',
  'toggleFullScreen',
])

/** What is known better than the address says. */
interface Known {
  readonly settings?: Settings
  readonly role?: WindowRole
}

/**
 * A plain browser: one scratch workshop that is kept in memory only, and says so by its name. The address may
 * say `?screen=start`, `?lang=fa`, `?theme=dark`, and what the workshop begins with: `?begin=sample`, `?begin=flow`, `?begin=airbnb`.
 */
export function createBrowserPlatform(address: URL, known: Known = {}): Platform {
  const listeners = new Set<(event: DesktopEvent) => void>()
  let settings = known.settings ?? initialSettings(address)
  const role = known.role ?? roleOf(address, settings)

  const desktop: Desktop = {
    ...notHere,
    context: () => Promise.resolve({ role, settings, platform: guessPlatform(navigator), afterCrash: false }),
    async changeSettings(changes) {
      const given = Object.entries(changes).filter(([, value]) => value !== undefined)
      settings = { ...settings, ...Object.fromEntries(given) }
      for (const listener of listeners) listener({ event: 'settings', settings })
    },
    exportFile: async ({ suggestedName, kind, data }) => downloadFile(suggestedName, kind, data),
    chooseFile: ({ kind }) => chooseFile(kind),
    ...createFileChoice(),
    ...keptTemplates(() => localStorage),
    ...keptSessions(() => localStorage),
    // A browser lets a page speak to whatever its content policy allows.
    allowServers: async () => undefined,
    async openLink({ link }) {
      // The other page knows nothing of this one.
      if (isSafeLink(link)) window.open(link, '_blank', 'noopener,noreferrer')
    },
    reportActions: async () => undefined,
    finished: async () => undefined,
    async toggleFullScreen() {
      await (document.fullscreenElement
        ? document.exitFullscreen()
        : document.documentElement.requestFullscreen())
    },
  }

  const ports = createStorePorts()
  const { port1, port2 } = new MessageChannel()
  if (role.kind === 'start') serveScratchLibrary(portOf(port2))
  else serveScratchWorkshop(portOf(port2))
  ports.arrive(portOf(port1))

  return {
    kind: 'browser',
    desktop,
    can: (call) => POSSIBLE.has(call),
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onStorePort: ports.subscribe,
  }
}

function initialSettings(address: URL): Settings {
  const asked = address.searchParams.get('lang')
  return {
    language: pickLanguage(asked ? [asked] : navigator.languages),
    theme: theme.catch('system').parse(address.searchParams.get('theme')),
  }
}

function roleOf(address: URL, { language }: Settings): WindowRole {
  if (address.searchParams.get('screen') === 'start') return { kind: 'start' }
  const name = createTranslator(language).t('scratch.name')
  const begin = address.searchParams.get('begin')
  return {
    kind: 'workshop',
    name,
    folder: '',
    readOnly: false,
    ...(begin && {
      begin: begin === 'sample' || begin === 'flow' ? { kind: begin } : { kind: 'stock', id: begin },
    }),
  }
}

/** Calling one of these is a bug: its action is disabled here. */
const unavailable = () => Promise.reject(new Error('This is not possible in a browser'))

const notHere = {
  newWorkshop: unavailable,
  openWorkshop: unavailable,
  openRecent: unavailable,
  saveCopy: unavailable,
  renameWorkshop: unavailable,
  showInFolder: unavailable,
  showStart: unavailable,
  editClipboard: unavailable,
  closeWindow: unavailable,
  quit: unavailable,
  toggleDevTools: unavailable,
  createJoined: unavailable,
  openJoined: unavailable,
  startHost: unavailable,
  stopHost: unavailable,
  askServer: unavailable,
  copiesOf: unavailable,
} satisfies Partial<Desktop>
