import { template, type Template } from '../../../shared/journey/template.ts'
import type { Desktop } from '../../../shared/ipc/desktopContract.ts'

/** A template that this computer's user saved. */
export interface OwnTemplate {
  readonly file: string
  readonly template: Template
}

export interface OwnTemplates {
  readonly templates: readonly OwnTemplate[]
  /** Files that are no template, or none that can be read. They are left as they are. */
  readonly broken: readonly string[]
}

/** All that the user saved: what cannot be read is named, not dropped. */
export async function loadOwn({ templates }: Pick<Desktop, 'templates'>): Promise<OwnTemplates> {
  const kept = await templates()
  const read = kept.map(({ file, content }) => ({ file, template: readTemplate(content) }))
  return {
    templates: read.flatMap(({ file, template: found }) => (found ? [{ file, template: found }] : [])),
    broken: read.filter(({ template: found }) => !found).map(({ file }) => file),
  }
}

/** A template from the text of a file; nothing for any other. Files are not trusted: anybody may have written them. */
export function readTemplate(content: string | null): Template | undefined {
  try {
    const parsed = template.safeParse(JSON.parse(content ?? ''))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined // it is no JSON
  }
}
