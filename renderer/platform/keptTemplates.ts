import type { Desktop } from '../../shared/ipc/desktopContract.ts'
import { AppError } from '../../shared/ipc/errors.ts'

/** Before the names of what is kept. */
const PREFIX = 'throughline:template:'

/** This user's own templates in a plain browser: in the storage that it has for this page. */
export function keptTemplates(
  storage: () => Storage,
): Pick<Desktop, 'templates' | 'keepTemplate' | 'dropTemplate'> {
  return {
    async templates() {
      const kept = storage()
      return Object.keys(kept)
        .filter((key) => key.startsWith(PREFIX))
        .toSorted()
        .map((key) => ({ file: key.slice(PREFIX.length), content: kept.getItem(key) }))
    },
    async keepTemplate({ name, content }) {
      const kept = storage()
      const file = freeName(name.trim(), (each) => kept.getItem(PREFIX + each) !== null)
      try {
        kept.setItem(PREFIX + file, content)
      } catch (error) {
        throw new AppError('disk-full', 'the browser keeps no more', { cause: error })
      }
      return { file }
    },
    dropTemplate: async ({ file }) => storage().removeItem(PREFIX + file),
  }
}

/** `name`, or `name 2`, `name 3` … */
function freeName(name: string, isTaken: (name: string) => boolean): string {
  let free = name
  for (let number = 2; isTaken(free); number++) free = `${name} ${number}`
  return free
}
