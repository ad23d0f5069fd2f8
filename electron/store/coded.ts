import type { Contract, Handlers } from '../../shared/ipc/contract.ts'
import { AppError } from '../../shared/ipc/errors.ts'
import { logError } from './log.ts'
import { storageError } from './storageErrors.ts'

/** The same handlers, whose every error has a code. What has no better one is a bug, and is logged here. */
export function coded<C extends Contract>(handlers: Handlers<C>): Handlers<C> {
  const entries = Object.entries(handlers).map(([method, handler]) => {
    const run = async (input: unknown): Promise<unknown> => {
      try {
        return await handler(input)
      } catch (error) {
        const known = storageError(error)
        if (!known || known.code === 'internal') logError(method, error)
        throw known ?? new AppError('internal', `${method} failed`, { cause: error })
      }
    }
    return [method, run]
  })
  return Object.fromEntries(entries) as Handlers<C>
}
