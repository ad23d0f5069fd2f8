interface TrustedTypes {
  createPolicy(name: 'default', rules: { createHTML(html: string): string | null }): unknown
}

/**
 * The content policy (require-trusted-types-for) refuses to make HTML or scripts of text. Konva empties its
 * container by writing an empty text, which this lets through; anything else stays refused.
 */
export function refuseHtmlFromText(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes } // not every browser has it
  trustedTypes?.createPolicy('default', { createHTML: (html) => (html === '' ? html : null) })
}
