import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { z } from 'zod'
import type { Contract, Handlers } from '../../shared/ipc/contract.ts'
import { desktopContract } from '../../shared/ipc/desktopContract.ts'
import { AppError, codeOf } from '../../shared/ipc/errors.ts'
import type { AppWindow } from './appWindow.ts'
import { isTrusted } from './security.ts'

/** The answering side of the desktop contract: as the contract says, and told which window asks. */
export type DesktopHandlers = {
  readonly [M in keyof typeof desktopContract]: (
    input: Parameters<Handlers<typeof desktopContract>[M]>[0],
    from: AppWindow,
  ) => ReturnType<Handlers<typeof desktopContract>[M]>
}

export interface Senders {
  /** Where our pages come from. */
  readonly origin: string
  readonly windowOf: (contents: WebContents) => AppWindow | undefined
}

/** Answers windows' calls: known sender, sound input, then the handler. Errors cross as `code: text`. */
export function serveDesktop(handlers: DesktopHandlers, senders: Senders): void {
  for (const [method, { input }] of Object.entries<Contract[string]>(desktopContract)) {
    ipcMain.handle(`desktop:${method}`, async (event, argument: unknown) => {
      try {
        const from = senderOf(event, senders)
        const parsed = input.safeParse(argument)
        if (!parsed.success) throw new AppError('bad-request', `${method}: ${z.prettifyError(parsed.error)}`)
        const handler = handlers[method as keyof DesktopHandlers]
        // The contract pairs this schema with this handler; the loop over methods loses that to the compiler.
        return await handler(parsed.data as never, from)
      } catch (error) {
        // Electron carries only the text of an error across.
        throw new Error(`${codeOf(error)}: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        })
      }
    })
  }
}

/** Hears pages that ask for their line to the store. */
export function serveStoreRequests(connect: (from: AppWindow) => void, senders: Senders): void {
  ipcMain.on('connect-store', (event) => {
    const from = trustedSender(event, senders)
    if (from) connect(from)
    else console.error('an unknown sender asked for the store')
  })
}

function senderOf(event: IpcMainInvokeEvent, senders: Senders): AppWindow {
  const window = trustedSender(event, senders)
  if (!window) throw new AppError('bad-request', 'unknown sender')
  return window
}

function trustedSender(
  { sender, senderFrame }: IpcMainInvokeEvent | IpcMainEvent,
  { origin, windowOf }: Senders,
): AppWindow | undefined {
  return isTrusted(senderFrame, origin) ? windowOf(sender) : undefined
}
