import { isSafeLink } from '../util/safeLink.ts'
import type { Mark } from './marks.ts'

/** An address as people write it: up to white space, without the punctuation that ends the sentence around it. */
const ADDRESS = /\b(?:https?:\/\/|mailto:)[^\s<>"'`]+[^\s<>"'`.,;:!?)\]}]/giu

/** The web and mail addresses in a text, as marks that make them links. UTF-16 units. */
export function linksIn(text: string): readonly Mark[] {
  return Array.from(text.matchAll(ADDRESS), ({ 0: link, index }): Mark => ({
    from: index,
    to: index + link.length,
    link,
  })).filter(({ link }) => link !== undefined && isSafeLink(link))
}
