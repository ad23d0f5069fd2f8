import type { Template } from '../../../shared/journey/template.ts'
import { useT } from '../../i18n/useT.ts'
import { useApp } from '../AppContext.ts'
import { showOutcome } from '../showFailure.ts'
import { readTemplate, type OwnTemplate } from './ownTemplates.ts'

/** What a user's own template is called. */
export const ownName = ({ file, template }: OwnTemplate): string =>
  typeof template.name === 'string' && template.name !== '' ? template.name : file

/** Takes templates to other computers and gets them from there, as files. Rejects with what went wrong. */
export function useTransfer(reload: () => Promise<void>): {
  readonly exportOne: (own: OwnTemplate) => Promise<void>
  readonly importOne: () => Promise<void>
} {
  const { platform, toasts } = useApp()
  const { desktop } = platform
  const { t } = useT()

  return {
    async exportOne(own) {
      const data = new TextEncoder().encode(JSON.stringify(own.template, null, 2))
      const outcome = await desktop.exportFile({ suggestedName: ownName(own), kind: 'json', data })
      showOutcome(toasts, t, outcome)
      if (outcome.result === 'done')
        toasts.show({ tone: 'success', message: t('template.exported', { name: outcome.name }) })
    },
    async importOne() {
      const chosen = await desktop.chooseFile({ kind: 'json' })
      if (chosen.result !== 'done') return showOutcome(toasts, t, chosen)
      const template: Template | undefined = readTemplate(new TextDecoder().decode(chosen.data))
      if (!template) {
        toasts.show({ tone: 'danger', message: t('template.notOne', { name: chosen.name }) })
        return
      }
      const name = ownName({ file: chosen.name.replace(/\.json$/, ''), template })
      await desktop.keepTemplate({ name, content: JSON.stringify(template) })
      await reload()
    },
  }
}
