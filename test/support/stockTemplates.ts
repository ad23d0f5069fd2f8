import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { sample, withSample } from '../../shared/journey/sample.ts'
import { template, type Template } from '../../shared/journey/template.ts'

const folder = path.join(import.meta.dirname, '../../resources/templates')

/** The files of the templates that come with the app. */
export const TEMPLATE_FILES: readonly string[] = readdirSync(folder).toSorted()

/** The sample workshop. */
export function readSample(): Template {
  const file = path.join(folder, '../samples/stay.json')
  const read = sample.parse(JSON.parse(readFileSync(file, 'utf8')))
  return withSample(readTemplate(`${read.template}.json`), read)
}

/** A template that comes with the app, as it is in its file. */
export const readTemplate = (file: string): Template =>
  template.parse(JSON.parse(readFileSync(path.join(folder, file), 'utf8')))
