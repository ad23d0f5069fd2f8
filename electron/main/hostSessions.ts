import { randomBytes } from 'node:crypto'
import { networkInterfaces } from 'node:os'
import { tell, type AppWindow } from './appWindow.ts'
import { createHosting, type Hosting } from './createHosting.ts'
import { startHostProcess } from './hostProcess.ts'
import { keepHost } from './keepHost.ts'
import type { SettingsFile } from './settings.ts'

export interface HostSessionsOptions {
  /** The bundled host, a file. */
  readonly entry: string
  /** The folder of the built pages. */
  readonly pages: string
  /** Where the dev server's pages come from, if there is one. */
  readonly devOrigin: string | undefined
  readonly settings: SettingsFile
}

/** This computer's own server for sessions, in a process of its own that runs while a window hosts something. */
export function hostSessions({ entry, pages, devOrigin, settings }: HostSessionsOptions): Hosting<AppWindow> {
  // As long as the app runs: a server that is started again knows the tokens that were given out.
  const key = randomBytes(32).toString('base64url')
  const host = keepHost({
    launch: () => startHostProcess(entry),
    key,
    pages,
    origins: devOrigin === undefined ? [] : [devOrigin],
    lastPort: settings.remembered().hostPort,
    onLost: () => hosting.lost(),
    onBack: (port) => hosting.back(port),
    onFailed: () => hosting.failed(),
  })
  const hosting = createHosting<AppWindow>({
    host,
    key,
    interfaces: networkInterfaces,
    tell,
    onPort(hostPort) {
      if (settings.remembered().hostPort !== hostPort) settings.change({ hostPort })
    },
  })
  return hosting
}
