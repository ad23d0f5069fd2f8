/** How far somebody who joins has come. */
export type JoinStep =
  /** With an error: why the last try failed. */
  | { readonly kind: 'asking'; readonly error?: string | undefined }
  | { readonly kind: 'reaching' }
  /** A facilitator has been asked. */
  | { readonly kind: 'waiting' }
  /** Let in: where is the copy kept? */
  | {
      readonly kind: 'choosing'
      /** Of the session. */
      readonly name: string
      /** Workshops on this computer that may be joined with it. */
      readonly copies: readonly { readonly id: string; readonly name: string; readonly folder: string }[]
      /** The workshop of this very window is another one. */
      readonly otherHere: boolean
    }
