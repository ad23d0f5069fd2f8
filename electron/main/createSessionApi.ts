import path from 'node:path'
import type { sessionCalls } from '../../shared/ipc/sessionCalls.ts'
import type { AllowedServers } from './allowedServers.ts'
import type { AppWindow } from './appWindow.ts'
import { askServer } from './askServer.ts'
import type { Hosting } from './createHosting.ts'
import type { Control } from './keepStore.ts'
import type { Memberships } from './memberships.ts'
import type { KeptIdentity } from './ownIdentity.ts'
import type { DesktopHandlers } from './serveDesktop.ts'

export interface SessionApiOptions {
  readonly identity: () => Promise<KeptIdentity>
  readonly memberships: Memberships
  readonly servers: AllowedServers
  readonly hosting: Hosting<AppWindow>
  readonly control: Pick<Control, 'copiesOf'>
}

export type SessionApi = Pick<DesktopHandlers, keyof typeof sessionCalls>

/** The part of the desktop contract that is about live sessions. */
export function createSessionApi(options: SessionApiOptions): SessionApi {
  const { identity, memberships, servers, hosting, control } = options
  return {
    identity: () => identity(),
    async startHost({ room }, from) {
      const started = await hosting.start(from, room)
      if (started.result === 'hosting') servers.allowOwn(from.browser.webContents.id, started.local)
      return started
    },
    stopHost: ({ room }, from) => hosting.stop(from, room),
    allowServers({ origins }, { browser: { webContents } }) {
      servers.allow(webContents.id, origins)
      // A window that nobody looks at is in its session all the same: with slowed timers it would seem to be gone.
      webContents.setBackgroundThrottling(origins.length === 0)
    },
    askServer: ({ origin }) => askServer(origin),
    keepMembership: ({ lineage, value }) => memberships.keep(lineage, value),
    membership: async ({ lineage }) => ({ value: (await memberships.of(lineage)) ?? null }),
    dropMembership: ({ lineage }) => memberships.drop(lineage),
    async copiesOf({ lineage }) {
      const copies = await control.copiesOf({ lineage })
      return copies.map(({ id, name, file }) => ({ id, name, folder: path.dirname(file) }))
    },
  }
}
