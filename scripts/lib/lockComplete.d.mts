export function missingFromLock(file: string): string[]
