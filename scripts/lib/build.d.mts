export function sourceHash(root?: string): string
export function isBuilt(root?: string): boolean
export function markBuilt(hash: string, root?: string): void
