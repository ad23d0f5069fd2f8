import { useEffect, useRef, type ReactNode, type RefObject } from 'react'
import { localize, type Template } from '../../../shared/journey/template.ts'
import type { Beginning } from '../../../shared/ipc/desktopContract.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { useApp } from '../AppContext.ts'
import { showError } from '../showFailure.ts'
import { GRID_STOP, useGridKeys } from '../start/useGridKeys.ts'
import type { OwnTemplate } from './ownTemplates.ts'
import { TemplateCard, type TemplateCardProps } from './TemplateCard.tsx'
import styles from './TemplateGallery.module.css'
import { TemplatePicture } from './TemplatePicture.tsx'
import { useTemplates } from './useTemplates.ts'
import { ownName, useTransfer } from './useTransfer.ts'

/** A template that was chosen. */
export interface ChosenTemplate {
  readonly template: Template
  /** By what another window finds it. */
  readonly begin: Beginning
}

export interface TemplateGalleryProps {
  readonly title: string
  readonly description: string
  /** Further cards, after the blank templates. */
  readonly blank?: { readonly name: string; readonly text: string; readonly onUse: () => void } | undefined
  readonly onUse: (chosen: ChosenTemplate) => void
  readonly onClose: () => void
}

/** All templates to choose from: worked examples, blank ones, and those that this user saved. */
export function TemplateGallery({ title, description, blank, onUse, onClose }: TemplateGalleryProps) {
  const { toasts } = useApp()
  const { t } = useT()
  const report = (error: unknown) => showError(toasts, t, error)
  const { all, reload } = useTemplates(report)
  const remove = useRemoval(reload, report)
  const { exportOne, importOne } = useTransfer(reload)
  const toCard = useCards(onUse)
  const content = useRef<HTMLDivElement>(null)
  useFirstCard(content, all !== undefined)
  const isBlank = ({ id }: Template) => id.startsWith('blank-')
  return (
    <Dialog
      open
      size="wide"
      title={title}
      description={description}
      onOpenChange={(next) => !next && onClose()}
      footer={<Button onClick={() => void importOne().catch(report)}>{t('template.import')}</Button>}
    >
      {!all && (
        <div className={styles['loading']}>
          <Spinner label={t('template.loading')} size={24} />
        </div>
      )}
      {all && (
        <div ref={content} className={styles['sections']}>
          {all.templates.length > 0 && (
            <Section
              title={t('template.own')}
              cards={all.templates.map((own) => ({
                ...toCard(own.template, { kind: 'own', file: own.file }),
                key: own.file,
                onDelete: () => void remove(own),
                onExport: () => void exportOne(own).catch(report),
              }))}
            />
          )}
          <Section
            title={t('template.worked')}
            cards={all.stock
              .filter((one) => !isBlank(one))
              .map((one) => toCard(one, { kind: 'stock', id: one.id }))}
          />
          <Section
            title={t('template.blank')}
            cards={[
              ...all.stock.filter(isBlank).map((one) => toCard(one, { kind: 'stock', id: one.id })),
              ...(blank ? [{ ...blank, key: 'canvas', picture: <div className={styles['canvas']} /> }] : []),
            ]}
          />
          {all.broken.length > 0 && (
            <p className={styles['broken']} role="status">
              {t('template.broken', { names: all.broken.join(', '), count: all.broken.length })}
            </p>
          )}
        </div>
      )}
    </Dialog>
  )
}

/** Once the cards are there, the first of them takes the focus. */
function useFirstCard(content: RefObject<HTMLElement | null>, isThere: boolean): void {
  useEffect(() => {
    if (isThere) content.current?.querySelector<HTMLElement>(`[${GRID_STOP}]`)?.focus()
  }, [content, isThere])
}

type Card = Pick<
  TemplateCardProps,
  'name' | 'text' | 'size' | 'picture' | 'onUse' | 'onDelete' | 'onExport'
> & {
  readonly key: string
}

/** How a template looks as a card. */
function useCards(onUse: TemplateGalleryProps['onUse']) {
  const { t } = useT()
  const language = useLanguage()
  return (template: Template, begin: Beginning): Card => {
    const steps = template.journeys.reduce((sum, journey) => sum + journey.steps.length, 0)
    const size = [
      t('template.journeys', { count: template.journeys.length }),
      t('template.steps', { count: steps }),
    ].join(' · ')
    return {
      key: template.id,
      name: localize(template.name, language),
      text: localize(template.description, language),
      size,
      picture: <TemplatePicture template={template} />,
      onUse: () => onUse({ template, begin }),
    }
  }
}

/** Deletes one of the user's own templates, with a way back. */
function useRemoval(reload: () => Promise<void>, report: (error: unknown) => void) {
  const { platform, toasts } = useApp()
  const { t } = useT()
  return async (own: OwnTemplate): Promise<void> => {
    const { file, template } = own
    const { desktop } = platform
    const name = ownName(own)
    const bringBack = async (): Promise<void> => {
      await desktop.keepTemplate({ name, content: JSON.stringify(template) })
      await reload()
    }
    try {
      await desktop.dropTemplate({ file })
      await reload()
      toasts.show({
        message: t('template.deleted', { name }),
        action: { label: t('toast.undo'), run: () => void bringBack().catch(report) },
      })
    } catch (error) {
      report(error)
    }
  }
}

function Section({ title, cards }: { readonly title: ReactNode; readonly cards: readonly Card[] }) {
  const list = useRef<HTMLUListElement>(null)
  const grid = useGridKeys(list, cards.length)
  return (
    <section>
      <h3 className={styles['title']}>{title}</h3>
      <ul ref={list} className={styles['grid']}>
        {cards.map(({ key, ...card }, index) => (
          <TemplateCard
            key={key}
            {...card}
            tabbable={index === grid.active}
            onFocus={() => grid.setActive(index)}
            onKeyDown={grid.onKeyDown}
          />
        ))}
      </ul>
    </section>
  )
}
