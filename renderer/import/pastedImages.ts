/** Addresses and paths, one a line: what file managers and browsers put beside a file or an image. */
const ADDRESSES = /^\s*(?:(?:\w+:\/\/|\/|[a-z]:\\)\S.*\s*)*$/i

/**
 * Whether what is on the clipboard means its image, and not its text. A table or a text counts for more than the image
 * of it that many programs add.
 */
export function meansImage(html: string, text: string): boolean {
  if (/<table[\s>]/i.test(html)) return false
  return ADDRESSES.test(text)
}
