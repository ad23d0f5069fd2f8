import path from 'node:path'
import { app, session } from 'electron'
import { z } from 'zod'
import { createAllowedServers } from './allowedServers.ts'
import { launchFiles } from './launchFiles.ts'
import { APP_ORIGIN, declareProtocol, serveRenderer } from './protocol.ts'
import { runApp } from './runApp.ts'
import { confineContents, confineSession } from './security.ts'

/** What a second start of the app says to the first. */
const secondStart = z.object({ files: z.array(z.string()) })

/** Starts the app, or hands over to the one that runs already. `folder` is the one of the bundled entry. */
export function startApp(folder: string): void {
  const files = launchFiles(process.argv, process.cwd())
  if (!app.requestSingleInstanceLock({ files })) return app.quit()

  const devUrl = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
  const devOrigin = devUrl === undefined ? undefined : new URL(devUrl).origin
  // As in the recipe for packing: Windows then shows the pinned app and its windows as one.
  if (process.platform === 'win32') app.setAppUserModelId('app.throughline.desktop')
  declareProtocol()
  confineContents(app, devOrigin)

  const launches = queueLaunches(files)
  void app.whenReady().then(async () => {
    const servers = createAllowedServers()
    confineSession(session.defaultSession, devOrigin, servers)
    serveRenderer(path.join(folder, '../renderer'))
    const show = await runApp({
      page: {
        url: devUrl ?? `${APP_ORIGIN}/`,
        preload: path.join(folder, '../preload/index.cjs'),
        devTools: !app.isPackaged,
      },
      origin: devOrigin ?? APP_ORIGIN,
      servers,
      host: {
        entry: path.join(folder, 'host.js'),
        pages: path.join(folder, '../renderer'),
        devOrigin,
      },
      storeEntry: path.join(folder, 'store.js'),
    })
    launches.deliverTo(show)
  })
}

/** Collects the files that the app is asked to open until it can. */
function queueLaunches(first: string[]): { deliverTo(show: (files: string[]) => void): void } {
  let waiting: string[][] = [first]
  let receive = (files: string[]): void => void waiting.push(files)

  app.on('second-instance', (_event, _argv, _cwd, given) => {
    const parsed = secondStart.safeParse(given)
    receive(parsed.success ? parsed.data.files : [])
  })
  app.on('open-file', (event, file) => {
    event.preventDefault()
    receive([file])
  })

  return {
    deliverTo(show) {
      receive = show
      // One showing for all: an empty command line and a double-clicked file make one window.
      show(waiting.flat())
      waiting = []
    },
  }
}
