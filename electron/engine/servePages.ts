import type { Extension } from '@hocuspocus/server'
import { answerHttp } from '../host/answerHttp.ts'
import type { GuestPage } from '../host/guestPage.ts'
import type { HostNames } from '../host/hostNames.ts'
import type { Health } from '../../shared/session/signallingFrame.ts'

export interface ServePagesOptions {
  readonly page: GuestPage
  /** Known once the port is. */
  readonly names: () => HostNames | undefined
  readonly health: () => Health
}

/** Hocuspocus goes no further, and says nothing, if a hook throws nothing at all. */
const goNoFurther = (): Promise<never> => Promise.reject()

/** The guest page beside Hocuspocus, and nobody but our pages and the app at its WebSocket (DNS rebinding, other sites). */
export const servePages = ({ page, names, health }: ServePagesOptions): Extension => ({
  extensionName: 'throughline pages',
  onRequest({ request, response }) {
    const isForUs = (asked: typeof request): boolean => names()?.isForUs(asked) === true
    answerHttp({ page, isForUs, health }, request, response)
    return goNoFurther()
  },
  onUpgrade({ request, socket }) {
    const asked = names()
    const { origin } = request.headers
    if (asked?.isForUs(request) === true && asked.mayConnect(origin, [])) return Promise.resolve()
    ;(socket as { destroy: () => void }).destroy()
    return goNoFurther()
  },
})
