/** What this computer's user chose for themselves; nothing where pages may store nothing. */
export function pageStorage(): Storage | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}
