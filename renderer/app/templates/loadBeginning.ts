import type { Template } from '../../../shared/journey/template.ts'
import type { Beginning, Desktop } from '../../../shared/ipc/desktopContract.ts'
import { loadOwn } from './ownTemplates.ts'
import { loadStock } from './stockTemplates.ts'

/** What a workshop begins with; nothing if there is no such template any more. */
export async function loadBeginning(
  begin: Exclude<Beginning, { kind: 'flow' }>,
  desktop: Pick<Desktop, 'templates'>,
): Promise<Template | undefined> {
  switch (begin.kind) {
    case 'stock':
      return loadStock(begin.id)
    case 'own': {
      const { templates } = await loadOwn(desktop)
      return templates.find(({ file }) => file === begin.file)?.template
    }
    case 'sample': {
      const { loadSample } = await import('./loadSample.ts')
      return loadSample()
    }
  }
}
