import { linksOf } from '../../../editor/commands/formatText.ts'
import type { Editor } from '../../../editor/editor.ts'
import { useT } from '../../../i18n/useT.ts'
import { Button } from '../../../ui/Button.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { OPEN_LINK } from '../../../ui/icons.ts'
import { Popover } from '../../../ui/Popover.tsx'
import { useApp } from '../../AppContext.ts'
import { showError } from '../../showFailure.ts'
import { useStore } from '../../useStore.ts'
import styles from './LinkButton.module.css'

interface OpenLinkButtonProps {
  readonly editor: Editor
  /** The address at the caret, or of all of the text. */
  readonly link: string | undefined
}

/** Opens the link at the caret, or one of those in the selected text. Not there without any. */
export function OpenLinkButton({ editor, link }: OpenLinkButtonProps) {
  const { t } = useT()
  const { platform, toasts } = useApp()
  const typing = useStore(editor.editing)
  const [id, ...more] = useStore(editor.selection)
  const inText = typing === null && id !== undefined && more.length === 0 ? linksOf(editor, id) : []
  const links = link !== undefined ? [link] : inText
  const [only, ...others] = links
  if (only === undefined || !platform.can('openLink')) return null
  const open = (address: string) =>
    void platform.desktop.openLink({ link: address }).catch((error: unknown) => showError(toasts, t, error))
  const named = t('link.open', { link: only })
  if (others.length === 0)
    return <IconButton icon={OPEN_LINK} label={named} tooltipSide="top" onClick={() => open(only)} />
  return (
    <Popover
      title={t('link.openOne')}
      side="top"
      trigger={<IconButton icon={OPEN_LINK} label={t('link.openOne')} tooltipSide="top" />}
    >
      <div className={styles['links']}>
        {links.map((address) => (
          <Button key={address} variant="ghost" onClick={() => open(address)}>
            {address}
          </Button>
        ))}
      </div>
    </Popover>
  )
}
