import { invitationIn } from '../../../shared/session/invite.ts'
import type { Invitation } from '../../../shared/session/invitation.ts'
import { WORDS } from '../../../shared/session/words.ts'
import { withPlainDigits } from '../../../shared/util/plainDigits.ts'
import { originOf } from '../originOf.ts'

/** What somebody was given to join with, or what is the matter with it. */
export type TypedInvitation =
  | { readonly kind: 'link'; readonly invitation: Invitation }
  /** Words that are said at an address; which session they belong to is known there. */
  | { readonly kind: 'words'; readonly server: string; readonly words: string }
  /** `link`: part of a link is missing. `word`: this one is none of ours. `count`: not four of them. */
  | { readonly kind: 'none'; readonly why: 'empty' | 'link' | 'address' | 'count' }
  | { readonly kind: 'none'; readonly why: 'word'; readonly word: string }

export type GivenInvitation = Exclude<TypedInvitation, { kind: 'none' }>

const SPOKEN = 4
const KNOWN: ReadonlySet<string> = new Set(WORDS)

/** Reads a pasted link, also one with words around it, or an address and four words in any order, as they were typed. */
export function readInvitation(text: string): TypedInvitation {
  const plain = withPlainDigits(text).trim()
  if (plain === '') return { kind: 'none', why: 'empty' }
  const invitation = invitationIn(plain)
  if (invitation) return { kind: 'link', invitation }
  if (/https?:\/\/\S+#/.test(plain)) return { kind: 'none', why: 'link' }
  return readSpoken(plain.split(/[\s,;]+/).filter((part) => part !== ''))
}

function readSpoken(parts: readonly string[]): TypedInvitation {
  const address = parts.find((part) => /[.:\d]/.test(part) || part === 'localhost')
  const server = address === undefined ? undefined : originOf(address)
  if (server === undefined) return { kind: 'none', why: 'address' }
  const words = parts.filter((part) => part !== address).map((part) => part.toLowerCase())
  const odd = words.find((word) => !KNOWN.has(word))
  if (odd !== undefined) return { kind: 'none', why: 'word', word: odd }
  if (words.length !== SPOKEN) return { kind: 'none', why: 'count' }
  return { kind: 'words', server, words: words.join(' ') }
}
