import { sample, withSample } from '../../../shared/journey/sample.ts'
import type { Template } from '../../../shared/journey/template.ts'
import { loadStock } from './stockTemplates.ts'

/** The sample workshop: a worked example as it looks after a workshop. */
export async function loadSample(): Promise<Template | undefined> {
  const { default: file } = await import('../../../resources/samples/stay.json')
  const read = sample.parse(file)
  const base = await loadStock(read.template)
  return base && withSample(base, read)
}
