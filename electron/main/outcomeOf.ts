import type { Outcome } from '../../shared/ipc/desktopContract.ts'
import { errnoCode } from './errnoCode.ts'
import { logError } from './logError.ts'

/**
 * Runs a file operation and says how it went, in a form that a window can explain. `work` resolves to the name
 * of the file that there is now, or null if the user changed their mind. `name` stands for it until then.
 */
export async function outcomeOf(name: string, work: () => Promise<string | null>): Promise<Outcome> {
  try {
    const done = await work()
    return done === null ? { result: 'cancelled' } : { result: 'done', name: done }
  } catch (error) {
    const code = errnoCode(error)
    if (code === 'internal') logError('a file operation failed', error)
    return { result: 'failed', code, name }
  }
}
