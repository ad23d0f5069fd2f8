/** An address or a path, as file managers and browsers put it beside a file or an image. */
const ADDRESS = /^(?:\w+:\/\/|\/|[a-z]:\\)\S/i

/**
 * Whether what is on the clipboard means its image, and not its text. A table or a text counts for more than the image
 * of it that many programs add; addresses, one a line, do not.
 */
export function meansImage(html: string, text: string): boolean {
  if (/<table[\s>]/i.test(html)) return false
  // Line by line: one expression for all of them would try every slash of a long address as a new beginning.
  return text.split(/\r\n?|\n/).every((line) => line.trim() === '' || ADDRESS.test(line.trim()))
}
