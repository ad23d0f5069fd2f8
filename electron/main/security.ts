import type { App, Session, WebContents, WebFrameMain } from 'electron'
import type { AllowedServers } from './allowedServers.ts'

/** Ours, and the window's own page rather than something embedded in it. */
export function isTrusted(
  frame: Pick<WebFrameMain, 'url' | 'parent'> | null,
  origin: string,
): frame is WebFrameMain {
  return frame !== null && frame.parent === null && originOf(frame.url) === origin
}

/** `new URL().origin` is `null` for schemes that Node does not know, as `app:`. */
function originOf(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, host } = new URL(url)
  return host ? `${protocol}//${host}` : null
}

/** Whatever is ever shown stays on the page it was made for, reloaded or not, and opens nothing. `devOrigin` is the dev server's. */
export function confineContents(app: App, devOrigin: string | undefined): void {
  app.on('web-contents-created', (_event, contents) => confine(contents, devOrigin))
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, decide) => {
    event.preventDefault()
    decide(false)
  })
}

interface Navigation {
  readonly url: string
  readonly isMainFrame: boolean
  preventDefault(): void
}

function confine(contents: WebContents, devOrigin: string | undefined): void {
  const stay = (event: Navigation): void => {
    // The dev server reloads a page whose modules cannot be replaced in place.
    if (devOrigin === undefined || originOf(event.url) !== devOrigin) event.preventDefault()
  }
  const stayOrReload = (event: Navigation): void => {
    // A page whose interface broke offers to load it again.
    if (!event.isMainFrame || event.url !== contents.getURL()) stay(event)
  }
  contents.on('will-navigate', stayOrReload)
  contents.on('will-frame-navigate', stayOrReload)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/**
 * Copying pictures: Chromium asks for it only after a click or a key press, and makes the picture anew. Speaking to computers of
 * the local network: to which, the filter of requests decides. Filling the screen and keeping it on: the wall view.
 */
const ALLOWED: ReadonlySet<string> = new Set([
  'clipboard-sanitized-write',
  'fullscreen',
  'screen-wake-lock',
  'local-network',
  'local-network-access',
  'loopback-network',
])

/** Refuses almost every permission, and every request that leaves this computer unless its page may reach that server. */
export function confineSession(
  session: Session,
  devOrigin: string | undefined,
  servers: Pick<AllowedServers, 'mayReach'>,
): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(ALLOWED.has(permission)))
  session.setPermissionCheckHandler((_contents, permission) => ALLOWED.has(permission))
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerLanguages([]) // it would fetch dictionaries
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest(({ url, webContentsId }, decide) =>
    decide({ cancel: !isLocal(url, devOrigin) && !servers.mayReach(webContentsId, url) }),
  )
}

const LOCAL = new Set(['app:', 'blob:', 'data:', 'devtools:'])

/** Does this URL name something that is already on this computer, or the dev server? */
export function isLocal(url: string, devOrigin: string | undefined): boolean {
  if (!URL.canParse(url)) return false
  if (LOCAL.has(new URL(url).protocol)) return true
  // Hot reloading talks to the dev server by WebSocket.
  return devOrigin !== undefined && originOf(url.replace(/^ws/, 'http')) === devOrigin
}
