import type { Step } from '../../../shared/model/history.ts'
import { MOST_WORDS } from '../../../shared/journey/entities.ts'
import { TextArea, type TextAreaProps } from '../../ui/TextArea.tsx'
import { dirOf } from './dirOf.ts'
import { useTyping } from './useTyping.ts'

export interface WordsFieldProps extends Omit<TextAreaProps, 'onChange'> {
  /** Edits of one `step` in a row are undone together. */
  readonly onEdit: (value: string, step: Step) => void
}

/** Several lines of the document, as they are typed. */
export function WordsField({ onEdit, onFocus, ...rest }: WordsFieldProps) {
  const typing = useTyping()
  return (
    <TextArea
      maxLength={MOST_WORDS}
      dir={dirOf(rest.value)}
      {...rest}
      onFocus={(event) => {
        typing.onFocus()
        onFocus?.(event)
      }}
      onChange={(value) => onEdit(value, typing.step())}
    />
  )
}
