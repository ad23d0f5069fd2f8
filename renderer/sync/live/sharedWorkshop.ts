import type * as Y from 'yjs'
import type { AssetHash, Assets } from '../../../shared/model/asset.ts'
import type { Workshop } from '../../../shared/model/workshop.ts'
import type { Dispose } from '../../../shared/util/store.ts'

/** What a session shares. */
export interface SharedWorkshop {
  readonly doc: Y.Doc
  readonly assets: Assets
  /** The images that shapes show. */
  readonly shown: () => ReadonlySet<AssetHash>
  readonly onShown: (listener: () => void) => Dispose
}

export function sharedWorkshop({ doc, shapes }: Workshop, assets: Assets): SharedWorkshop {
  return {
    doc,
    assets,
    shown() {
      const all = shapes.boards().flatMap((board) => shapes.all(board))
      return new Set(all.flatMap((shape) => (shape.kind === 'image' ? [shape.asset] : [])))
    },
    onShown: (listener) =>
      shapes.subscribe((changed, before) => {
        const isImage = [...changed].some((id) => (shapes.get(id) ?? before.get(id))?.kind === 'image')
        if (isImage) listener()
      }),
  }
}
