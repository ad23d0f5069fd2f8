import { mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { MOST_TEMPLATE_BYTES } from '../../shared/ipc/desktopContract.ts'
import { AppError } from '../../shared/ipc/errors.ts'
import { errnoCode } from './errnoCode.ts'
import { numberedNames, safeFileName } from './fileNames.ts'
import { importFrom } from './transferFiles.ts'
import { writeAtomically } from './writeAtomically.ts'

const EXTENSION = '.json'
/** More files than this are not looked at. */
const MOST_FILES = 500

export interface KeptTemplate {
  /** The name of its file. */
  readonly file: string
  /** Nothing if it cannot be read. What it means is the page's affair. */
  readonly content: string | null
}

/** The user's own templates: a folder with one file for each. */
export interface TemplateFolder {
  all(): Promise<KeptTemplate[]>
  /** Writes one that is called `name`, or `name 2` …; gives the name of its file. */
  keep(name: string, content: string): Promise<string>
  drop(file: string): Promise<void>
}

export function createTemplateFolder(folder: string): TemplateFolder {
  /** One at a time, so that two of the same name cannot find the same number free. */
  let last: Promise<unknown> = Promise.resolve()

  async function files(): Promise<string[]> {
    try {
      const entries = await readdir(folder, { withFileTypes: true })
      const names = entries
        .filter((entry) => entry.isFile() && isTemplate(entry.name))
        .map(({ name }) => name)
      return names.toSorted().slice(0, MOST_FILES)
    } catch (error) {
      if (errnoCode(error) === 'not-found') return [] // none was kept yet
      throw error
    }
  }

  async function write(name: string, content: string): Promise<string> {
    if (Buffer.byteLength(content) > MOST_TEMPLATE_BYTES) throw new AppError('too-large', 'a template')
    await mkdir(folder, { recursive: true })
    const taken = new Set((await readdir(folder)).map((one) => one.toLowerCase()))
    for (const each of numberedNames(safeFileName(name) || 'Template')) {
      const file = each + EXTENSION
      if (taken.has(file.toLowerCase())) continue
      await writeAtomically(path.join(folder, file), content)
      return file
    }
    throw new Error('Expected numbers to have no end')
  }

  return {
    all: async () => Promise.all((await files()).map(read)),
    keep(name, content) {
      const written = last.then(() => write(name, content))
      last = written.catch(() => undefined) // reported to who asked; the next is written all the same
      return written
    },
    async drop(file) {
      // Only what `all` could have named: no way out of the folder.
      if (!isTemplate(file) || path.basename(file) !== file || file.includes('\\'))
        throw new AppError('bad-request', 'no file of a template')
      await rm(path.join(folder, file), { force: true })
    },
  }

  async function read(file: string): Promise<KeptTemplate> {
    const limit = { most: MOST_TEMPLATE_BYTES, code: 'import-too-large' } as const
    const found = await importFrom(path.join(folder, file), limit)
    return { file, content: found.result === 'done' ? new TextDecoder().decode(found.data) : null }
  }
}

const isTemplate = (file: string): boolean => file.endsWith(EXTENSION) && !file.startsWith('.')
