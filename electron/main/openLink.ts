import { AppError } from '../../shared/ipc/errors.ts'

const SAFE_PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])

/**
 * Has the system open a web or mail address. What a page says is not believed: only these protocols ever reach the
 * system, and as the parser understood them, not as they were written.
 */
export async function openLink(link: string, open: (url: string) => Promise<void>): Promise<void> {
  const url = URL.canParse(link) ? new URL(link) : undefined
  if (!url || !SAFE_PROTOCOLS.has(url.protocol)) throw new AppError('bad-request', 'not an address to open')
  await open(url.href)
}
