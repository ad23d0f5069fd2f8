import {
  ArrowRight,
  ListFilter,
  Check,
  MonitorSmartphone,
  RotateCcw,
  Share2,
  Users,
  X,
  type LucideIcon,
} from 'lucide-react'
import { useState } from 'react'
import { GAP_KINDS, type GapKind } from '../../../shared/journey/entities.ts'
import { findGaps, type FoundGap } from '../../../shared/journey/gaps.ts'
import type { JourneyId } from '../../../shared/journey/ids.ts'
import { channelName, deviceName, stepName, teamName } from '../../../shared/scene/journeyNames.ts'
import type { Editor } from '../../editor/editor.ts'
import { acceptGap, dismissGap, reopenGap } from '../../editor/journey/judgeGap.ts'
import { chooseSteps, showNotes, showStep } from '../../editor/journey/showStep.ts'
import { useFormat } from '../../i18n/useFormat.ts'
import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { PanelProps } from '../panel/panelProps.ts'
import { useWorkshopChanges } from '../useWorkshopChanges.ts'
import { JourneyFilter } from './JourneyFilter.tsx'
import styles from './Insight.module.css'

const ICONS: Readonly<Record<GapKind, LucideIcon>> = {
  device: MonitorSmartphone,
  channel: Share2,
  team: Users,
}
const ALL = 'all'
const STATES = ['suggested', 'accepted', 'dismissed'] as const

/** Where customers change device, channel or team without being handed over: suggestions, to be accepted or dismissed. */
export function GapsPanel({ editor, session }: PanelProps) {
  const { t } = useT()
  const { number } = useFormat()
  useWorkshopChanges(editor.workshop)
  const [journey, setJourney] = useState<JourneyId | null>(null)
  const [kind, setKind] = useState<GapKind | typeof ALL>(ALL)
  const gaps = gapsOf(editor, journey).filter((gap) => kind === ALL || gap.kind === kind)

  return (
    <div className={styles['panel']}>
      <div className={styles['bar']}>
        <JourneyFilter editor={editor} value={journey} onChange={setJourney} />
        <SegmentedControl
          label={t('gap.kind')}
          value={kind}
          segments={[
            { value: ALL, label: t('gap.all'), icon: ListFilter },
            ...GAP_KINDS.map((value) => ({ value, label: t(`gapSort.${value}`), icon: ICONS[value] })),
          ]}
          onChange={setKind}
        />
        <p className={styles['hint']}>{t('gap.hint')}</p>
      </div>
      {gaps.length === 0 ? (
        <EmptyState title={t('gap.none')} text={t('gap.noneText')} />
      ) : (
        STATES.map((state) => {
          const here = gaps.filter(({ said }) => (said?.state ?? 'suggested') === state)
          if (here.length === 0) return null
          return (
            <section key={state} className={styles['group']} aria-label={t(`gapState.${state}`)}>
              <h3 className={styles['groupTitle']}>
                {t(`gapState.${state}`)} <span className={styles['count']}>{number(here.length)}</span>
              </h3>
              <ul className={styles['list']}>
                {here.map((gap) => (
                  <GapRow
                    key={gap.id}
                    editor={editor}
                    gap={gap}
                    say={(message) => session.toasts.show({ message })}
                  />
                ))}
              </ul>
            </section>
          )
        })
      )}
    </div>
  )
}

function gapsOf({ workshop: { journeys } }: Editor, only: JourneyId | null): readonly FoundGap[] {
  const [links, said] = [journeys.all('links'), journeys.all('gaps')]
  return journeys
    .all('journeys')
    .filter(({ id }) => only === null || only === id)
    .flatMap(({ id }) => findGaps(journeys.stepsOf(id), links, said))
}

interface GapRowProps {
  readonly editor: Editor
  readonly gap: FoundGap
  readonly say: (message: string) => void
}

function GapRow({ editor, gap, say }: GapRowProps) {
  const { t } = useT()
  const [reason, setReason] = useState<string | null>(null)
  const words = editor.words.get()
  const { journeys, shapes } = editor.workshop
  const numberOf = (id: string) => journeys.stepsOf(gap.to.journey).findIndex((step) => step.id === id) + 1
  const [before, after] = [gap.before, gap.after].map((value) => valueName(editor, gap.kind, value))
  const what = t('gap.change', { kind: t(`gapKind.${gap.kind}`), before, after })
  const where = t('gap.between', {
    from: stepName(gap.from, numberOf(gap.from.id), words),
    to: stepName(gap.to, numberOf(gap.to.id), words),
  })
  const note = gap.said?.note === undefined ? undefined : shapes.get(gap.said.note)

  function show(): void {
    showStep(editor, gap.to.id)
    chooseSteps(editor, [gap.from.id, gap.to.id])
  }

  return (
    <li className={styles['row']}>
      <button type="button" className={styles['main']} onClick={show} title={t('insight.show')}>
        <Icon icon={ICONS[gap.kind]} className={styles['kind']} />
        <span className={styles['text']}>
          <span className={styles['change']}>
            <bdi>{before}</bdi>
            <Icon icon={ArrowRight} size={14} directional />
            <bdi>{after}</bdi>
          </span>
          <span className={styles['where']}>{where}</span>
          {gap.said?.state === 'dismissed' && gap.said.reason !== '' && (
            <span className={styles['reason']}>{t('gap.because', { reason: gap.said.reason })}</span>
          )}
        </span>
      </button>
      {reason !== null ? (
        <form
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault()
            dismissGap(editor, gap, reason.trim())
            say(t('gap.dismissed'))
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.preventDefault()
            setReason(null)
          }}
        >
          <TextField
            label={t('gap.reason')}
            hideLabel
            placeholder={t('gap.reason')}
            value={reason}
            onChange={setReason}
            maxLength={500}
            ref={takeFocus}
          />
          <Button type="submit">{t('gap.dismiss')}</Button>
        </form>
      ) : gap.said === undefined ? (
        <span className={styles['actions']}>
          <IconButton
            icon={Check}
            size="small"
            label={t('gap.accept', { what })}
            onClick={() => {
              acceptGap(editor, gap, what)
              say(t('gap.accepted'))
            }}
          />
          <IconButton
            icon={X}
            size="small"
            label={t('gap.dismissThis', { what })}
            onClick={() => setReason('')}
          />
        </span>
      ) : (
        <span className={styles['actions']}>
          {note && (
            <Button variant="ghost" onClick={() => showNotes(editor, [note])}>
              {t('gap.painPoint')}
            </Button>
          )}
          <IconButton
            icon={RotateCcw}
            size="small"
            label={t('gap.reopen', { what })}
            onClick={() => reopenGap(editor, gap)}
          />
        </span>
      )}
    </li>
  )
}

/** Once, as it appears: the same function for every drawing. */
const takeFocus = (field: HTMLInputElement | null): void => field?.focus()

/** What a device, a channel or a team is called. */
function valueName({ workshop: { journeys }, words }: Editor, kind: GapKind, value: string): string {
  const known = words.get()
  if (kind === 'device') return deviceName(value, known)
  if (kind === 'channel') return channelName(journeys.get('channels', value), known) || '…'
  return teamName(journeys.get('teams', value), known) || '…'
}
