import { wordlist } from '@scure/bip39/wordlists/english.js'

/** 2048 English words that are easy to tell apart by their first four letters (BIP-39). */
export const WORDS: readonly string[] = wordlist
