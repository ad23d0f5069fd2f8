import type { Template } from '../../../shared/journey/template.ts'
import { loadStock } from './stockTemplates.ts'

/** The sample workshop: a worked example that looks finished. */
export async function loadSample(): Promise<Template | undefined> {
  return loadStock('airbnb')
}
