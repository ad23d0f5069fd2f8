import { addSection, newSection, usualSectionBox } from '../commands/createSection.ts'
import type { Tool } from '../tool.ts'
import { dragOutTool } from './dragOutTool.ts'

/** Drags out a section around what it shall hold; a click puts down one of the usual size. The title comes next. */
export const sectionTool: Tool = dragOutTool({
  id: 'section',
  usualBox: usualSectionBox,
  make: newSection,
  add: addSection,
})
