import { storageError } from './storageErrors.ts'

/**
 * One line and the call stack to stderr, for what the user is not told in words. Messages are left out: they may
 * hold names, paths or content, and those never leave the workshop.
 */
export function logError(what: string, error: unknown): void {
  const code = storageError(error)?.code ?? 'internal'
  const frames =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : []
  const cause = error instanceof Error ? causeOf(error) : typeof error
  console.error([`store: ${what}: ${code} (${cause})`, ...frames].join('\n'))
}

function causeOf(error: Error): string {
  const origin = error.cause instanceof Error ? error.cause : error
  return 'code' in origin && typeof origin.code === 'string' ? origin.code : origin.name
}
