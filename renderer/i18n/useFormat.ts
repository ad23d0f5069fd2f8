import { useMemo } from 'react'
import { createFormat, type Format } from './format.ts'
import { useLanguage } from './useLanguage.ts'

/** Numbers and times in the interface's language. */
export function useFormat(): Format {
  const language = useLanguage()
  return useMemo(() => createFormat(language), [language])
}
