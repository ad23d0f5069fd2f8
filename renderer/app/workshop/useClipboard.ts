import { useEffect, useEffectEvent, useLayoutEffect, useState } from 'react'
import type { AssetHash } from '../../../shared/model/asset.ts'
import { createStore } from '../../../shared/util/store.ts'
import type { Vec } from '../../../shared/geometry/vec.ts'
import { MOST_NOTES_AT_ONCE, type NewNote } from '../../editor/commands/addNotes.ts'
import { fetchAssets, shareAssets } from '../../sync/shareAssets.ts'
import type { useT } from '../../i18n/useT.ts'
import { useApp } from '../AppContext.ts'
import { listenToClipboard, type ManyNotes, type Pasted } from './clipboard.ts'
import { clipboardActions } from './clipboardActions.ts'
import type { Session } from './createSession.ts'

/** What takes a while and shows how far it is. */
interface Slow {
  readonly pasteMany: (notes: readonly NewNote[], where: ManyNotes) => void
  readonly addImages: (files: readonly File[], place: Vec) => void
}

/** Cut, copy and paste on the open board, and what is said of it. */
export function useClipboard({ editor, text, assets, images }: Session, slow: Slow): void {
  const { actions, platform, toasts, translator } = useApp()
  const [plain] = useState(() => createStore(false))

  useLayoutEffect(
    () =>
      actions.register(
        clipboardActions({ platform, toasts, translator }, editor, { text, assets, images }, plain),
      ),
    [actions, platform, toasts, translator, editor, text, assets, images, plain],
  )
  useEffect(() => shareAssets(assets), [assets])

  const bring = async (hashes: ReadonlySet<AssetHash>): Promise<void> => {
    const missing = await fetchAssets(assets, hashes)
    if (missing > 0)
      toasts.show({ tone: 'danger', message: translator.t('copy.missing', { count: missing }) })
  }
  const onPasted = useEffectEvent((result: Pasted) => {
    if (result.kind === 'many') return slow.pasteMany(result.notes, result)
    if (result.kind === 'images') return slow.addImages(result.files, result.place)
    if (result.kind === 'shapes') return void bring(result.assets)
    const message = sentenceFor(result, translator.t)
    if (message) toasts.show(message)
  })
  useEffect(() => listenToClipboard(editor, onPasted, plain), [editor, plain])
}

type Told = Exclude<Pasted, { kind: 'many' | 'images' | 'shapes' }>

function sentenceFor(result: Told, t: ReturnType<typeof useT>['t']) {
  switch (result.kind) {
    case 'notes':
      return result.count > 1 ? { message: t('import.pasted', { count: result.count }) } : undefined
    case 'nothing':
      return { message: t('import.nothingToPaste') }
    case 'views':
      return { message: t('copy.views') }
    case 'tooMany':
      return { tone: 'danger' as const, message: t('import.tooMany', { most: MOST_NOTES_AT_ONCE }) }
  }
}
