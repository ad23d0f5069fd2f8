import type { Editor } from './editor.ts'

/** The field that says who wrote a note; none for somebody who has given no name. */
export function authorOf({ author }: Pick<Editor, 'author'>): { readonly author?: string } {
  const name = author.get()
  return name === '' ? {} : { author: name }
}
