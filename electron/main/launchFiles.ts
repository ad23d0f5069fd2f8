import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Extension of a workshop file, with its dot. */
export const EXTENSION = '.journey'

/**
 * The workshop files that a command line names, as absolute paths, each once. `argv` is a process's whole
 * command line, switches included; `cwd` is the folder that relative paths start from.
 */
export function launchFiles(argv: readonly string[], cwd: string): string[] {
  const files = argv
    .slice(1)
    .filter((argument) => !argument.startsWith('-') && argument.toLowerCase().endsWith(EXTENSION))
    .flatMap((argument) => toPath(argument))
  return [...new Set(files.map((file) => path.resolve(cwd, file)))]
}

/** Linux file managers may pass a `file:` URL in place of a path. */
function toPath(argument: string): string[] {
  if (!/^file:/i.test(argument)) return [argument]
  try {
    return [fileURLToPath(argument)]
  } catch {
    return [] // a URL of another machine: nothing that we could open
  }
}
