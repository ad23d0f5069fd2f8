import { errnoCode } from './errnoCode.ts'

/**
 * One line and the call stack to stderr. Messages are left out: they may hold names and paths, and those are
 * nobody else's business if a log is ever passed on.
 */
export function logError(what: string, error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? '').split('\n') : []
  const frames = stack.filter((line) => /^\s+at /.test(line))
  console.error([`${what}: ${errnoCode(error)} (${kindOf(error)})`, ...frames].join('\n'))
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
