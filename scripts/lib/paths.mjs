import os from 'node:os'
import path from 'node:path'

/** The project's top folder. */
export const ROOT = path.join(import.meta.dirname, '../..')

/** Where things that are made once per machine are kept, outside of node_modules, which `npm ci` wipes. */
export function cacheRoot() {
  return (
    process.env.THROUGHLINE_CACHE ??
    path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'throughline')
  )
}
