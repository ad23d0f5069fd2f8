import path from 'node:path'

/** What the build names files and folders. Nothing else exists, so nothing else needs to be understood. */
const SEGMENT = /^[A-Za-z0-9_-][A-Za-z0-9_.-]*$/

/**
 * The file in `root` that a URL of the app means, or null for one that names nothing in there. A name with dots
 * at the start, percent signs, colons or separators of any system is nothing in there.
 */
export function rendererFile(root: string, url: string, origin: string): string | null {
  // Not `new URL()`: it would resolve `..` before anybody has seen it.
  if (!url.startsWith(`${origin}/`)) return null
  const [pathname = ''] = url.slice(origin.length + 1).split(/[?#]/, 1)
  if (pathname === '') return path.join(root, 'index.html')
  const segments = pathname.split('/')
  if (!segments.every((segment) => SEGMENT.test(segment))) return null
  return path.join(root, ...segments)
}
