/** A language as the reader calls it; what is no language tag as the file has it. */
export function languageName(tag: string, reader: string): string {
  if (!/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(tag)) return tag
  try {
    return new Intl.DisplayNames([reader], { type: 'language' }).of(tag.replaceAll('_', '-')) ?? tag
  } catch {
    return tag // no tag after all
  }
}
