import type { MessagePortMain } from 'electron'
import type { StoreRole } from '../../shared/ipc/controlContract.ts'
import type { Port } from '../../shared/ipc/rpc.ts'

/** A running store, whatever kind of process it is. */
export interface StoreProcess {
  /** For the log: what it runs on. */
  readonly runtime: string
  /** The line for main's own calls. */
  readonly control: Port
  /** Gives one client a line of its own; `port` is the end that the client did not keep. */
  attach(port: MessagePortMain, to: StoreRole): void
  /** Asks it to end. */
  end(): void
  /** Ends it at once, without asking. */
  kill(): void
  /** Resolves when it has ended, to the reason in words for the log. */
  readonly ended: Promise<string>
}

/** How a store is started. */
export interface StoreLaunch {
  /** The bundled store, a file. */
  readonly entry: string
  /** The folder for everything the store keeps about this computer. */
  readonly userData: string
}

/** A function for each kind of process; resolves when the store is ready to answer, rejects if it ends first. */
export type StartStore = (launch: StoreLaunch) => Promise<StoreProcess>
