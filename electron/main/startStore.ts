import { findNode, startNodeStore } from './nodeStore.ts'
import type { StartStore } from './storeProcess.ts'
import { startUtilityStore } from './utilityStore.ts'

/** The Node-API version that better-sqlite3's prebuilt binary needs. An older runtime crashes on loading it. */
const NAPI_OF_DATABASE = 10

/** The way to start a store that works on this runtime. `appPath` is the folder of package.json. */
export function storeStarter(appPath: string): StartStore {
  if (Number(process.versions['napi']) >= NAPI_OF_DATABASE) return startUtilityStore
  return (launch) => startNodeStore(launch, findNode(appPath))
}
