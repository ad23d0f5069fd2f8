import { useT } from '../../i18n/useT.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { useApp } from '../AppContext.ts'

/** Which keys work on the canvas, and the way out of it, for those who listen. */
export function CanvasKeysHint({ id }: { readonly id: string }) {
  const { context } = useApp()
  const { t } = useT()
  const [mod, alt] = context.platform === 'mac' ? ['Command', 'Option'] : ['Ctrl', 'Alt']
  return <VisuallyHidden id={id}>{t('input.hint', { mod, alt })}</VisuallyHidden>
}
