import type { TFunction } from 'i18next'
import { useEffectEvent, useLayoutEffect } from 'react'
import type { Vec } from '../../../../shared/geometry/vec.ts'
import type { Assets } from '../../../../shared/model/asset.ts'
import { toPage } from '../../../editor/camera.ts'
import { placeForNew } from '../../../editor/commands/lookAt.ts'
import type { Editor } from '../../../editor/editor.ts'
import { chooseImageFiles, type ImageFailure } from '../../../import/importImages.ts'
import { useImportImages, type ImportImages } from '../../../import/useImportImages.ts'
import { useApp } from '../../AppContext.ts'
import { errorSentence, showError } from '../../showFailure.ts'

/** Putting images on the board: the action that asks for files, and how dropped and pasted ones get there. */
export function useImages(editor: Editor, assets: Assets): ImportImages {
  const { actions, platform, toasts, translator } = useApp()
  const adding = useImportImages(editor, assets, {
    onFailures(failures) {
      const message = sentenceFor(failures, translator.t)
      if (message) toasts.show({ tone: 'danger', id: 'image', message })
    },
    onError: (error) => showError(toasts, translator.t, error),
  })
  const start = useEffectEvent(adding.start)

  useLayoutEffect(
    () =>
      actions.register([
        {
          id: 'insert.image',
          enabled: () => !editor.readOnly,
          async run() {
            const place = placeForNew(editor)
            const files = await chooseImageFiles(platform.desktop)
            if (files.length > 0) start(files, place)
          },
        },
      ]),
    [actions, platform, editor],
  )
  return adding
}

/** The page point under a point of the window (CSS pixels); in the middle of the view without a board. */
export function pagePointAt(editor: Editor, board: Element | null, [x, y]: Vec): Vec {
  const box = (board?.querySelector('[data-canvas]') ?? board)?.getBoundingClientRect()
  return box ? toPage(editor.camera.get(), [x - box.left, y - box.top]) : placeForNew(editor)
}

/** Names told of several files that became no image; the rest is counted. */
const MOST_NAMES = 3

function sentenceFor(failures: readonly ImageFailure[], t: TFunction): string | undefined {
  const [first, ...more] = failures
  if (!first) return undefined
  if (more.length === 0) return reason(first, t)
  const names = failures.slice(0, MOST_NAMES).map(({ name }) => t('image.quoted', { name }))
  return t('image.someFailed', { count: failures.length, names: names.join(t('image.comma')) })
}

function reason({ name, why }: ImageFailure, t: TFunction): string {
  if (why === 'unsupported') return t('image.unsupported', { name })
  if (why === 'damaged') return t('image.damaged', { name })
  return errorSentence(t, why, name)
}
