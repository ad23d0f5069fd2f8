import path from 'node:path'

const EXTENSION = '.journey'

/** What people call a workshop: its file's name without folder and extension. */
export function workshopName(file: string): string {
  const name = path.basename(file)
  return name.toLowerCase().endsWith(EXTENSION) ? name.slice(0, -EXTENSION.length) : name
}
