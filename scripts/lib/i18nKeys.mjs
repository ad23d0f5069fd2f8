import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ACTION_IDS } from '../../shared/actions/actionTable.ts'
import { CANVAS_KEY_IDS } from '../../shared/actions/canvasKeys.ts'
import { MENUS } from '../../shared/actions/menus.ts'
import * as journey from '../../shared/journey/entities.ts'
import { STEP_FIELDS } from '../../shared/journey/diffJourneys.ts'
import { QUADRANTS } from '../../shared/journey/priorityMatrix.ts'
import { SORT_KEYS } from '../../shared/journey/register.ts'
import { FLOW_STEPS } from '../../shared/journey/flow/flowSteps.ts'
import { STAGE_SET_IDS, STOCK_STAGES } from '../../shared/journey/flow/stageSets.ts'
import { STOCK_CHANNELS, STOCK_TOUCHPOINTS } from '../../shared/journey/stock.ts'
import { errorCode } from '../../shared/ipc/errors.ts'
import { INK_COLORS } from '../../shared/model/color.ts'
import {
  ALIGNMENTS,
  DASHES,
  HEADS,
  ROUTES,
  STROKE_WIDTHS,
  TEXT_DIRECTIONS,
} from '../../shared/model/style.ts'
import { SHAPE_KINDS } from '../../shared/model/shape.ts'
import { REACTION_IDS } from '../../shared/session/reaction.ts'
import { ROLES } from '../../shared/session/role.ts'
import { FIGURE_SETS, FIGURES } from '../../shared/scene/figures/figures.ts'
import { HAIRS } from '../../shared/scene/figures/part.ts'
import { FEEDBACK_ROLES } from '../../shared/journey/importData/feedbackMapping.ts'
import { METRIC_ROLES } from '../../shared/journey/importData/metricMapping.ts'
import { PROBLEMS } from '../../shared/journey/importData/problem.ts'
import { SENTIMENTS } from '../../shared/journey/triage/triage.ts'
import { MONTH_NUMBERS } from '../../shared/scene/periodName.ts'
import { findKeyUses } from './i18nUses.mjs'
import { localeProblems, splitPlural } from './i18nLocale.mjs'

/** Why somebody is in a session no more: said otherwise to a guest than on the computer that has the file. */
const SESSION_ENDS = [
  'left',
  'ended',
  'removed',
  'refused',
  'locked',
  'full',
  'old-invitation',
  'unreachable',
  'other-workshop',
  'server',
  'no-roles',
]

/** Keys that are made from a table: `t(`action.${id}`)`. A family holds exactly the members of its table. */
const FAMILIES = {
  month: MONTH_NUMBERS,
  phoneTab: ['write', 'vote', 'frame'],
  phoneLamp: ['safe', 'sending', 'lost'],
  phoneNote: ['note', 'thought', 'pain', 'opportunity'],
  guestEnd: SESSION_ENDS,
  importTarget: ['notes', 'metrics', 'feedback'],
  metricRole: METRIC_ROLES,
  feedbackRole: FEEDBACK_ROLES,
  tableProblem: PROBLEMS,
  quoteStatus: ['unplaced', 'placed', 'dismissed', 'all'],
  sentiment: SENTIMENTS,
  action: ACTION_IDS,
  menu: MENUS.flatMap(({ menu, entries }) => [menu, ...submenus(entries)]),
  error: errorCode.options,
  stampSet: ['frequent', 'votes', 'faces', 'hands', 'people', 'nature', 'places', 'things', 'signs'],
  figure: FIGURES.map(({ id }) => id),
  figureSet: FIGURE_SETS,
  figureMood: ['upset', 'unhappy', 'neutral', 'happy', 'delighted'],
  figureHair: HAIRS,
  inkColor: ['none', ...INK_COLORS],
  fontSize: ['auto', 'small', 'medium', 'large', 'huge'],
  styleProperty: [
    'title',
    'stroke',
    'fill',
    'width',
    'dash',
    'route',
    'startHead',
    'endHead',
    'font',
    'align',
    'direction',
  ],
  styleChoice: [STROKE_WIDTHS, DASHES, ROUTES, HEADS, ALIGNMENTS, TEXT_DIRECTIONS].flat(),
  kind: SHAPE_KINDS,
  count: [...SHAPE_KINDS, 'item'],
  canvasKey: CANVAS_KEY_IDS,
  journeyKind: ['current', 'ideal'],
  diffGroup: ['added', 'removed', 'merged', 'split', 'moved', 'changed', 'emotions', 'pains'],
  diffField: STEP_FIELDS,
  lane: journey.LANE_KINDS,
  gapState: ['suggested', 'accepted', 'dismissed'],
  gapKind: journey.GAP_KINDS,
  gapSort: journey.GAP_KINDS,
  phase: journey.PHASES,
  stock: [...STOCK_CHANNELS, ...Object.values(STOCK_TOUCHPOINTS).flat()],
  device: journey.DEVICES,
  painStatus: journey.PAIN_STATUS,
  quadrant: QUADRANTS,
  roles: ROLES,
  roleName: ROLES,
  reactionName: REACTION_IDS,
  roleText: ROLES,
  sessionWhere: ['room', 'server', 'engine'],
  sessionWhereText: ['room', 'server', 'engine'],
  setting: ['server', 'serverKey', 'stun', 'turn', 'turnName', 'turnSecret', 'relayOnly', 'engine'],
  settingProblem: [
    'serverMissing',
    'server',
    'keyMissing',
    'engineMissing',
    'engine',
    'stun',
    'turn',
    'turnSecret',
    'relayOnly',
  ],
  joinProblem: ['empty', 'link', 'address', 'count', 'word'],
  sessionEnd: SESSION_ENDS,
  severity: ['1', '2', '3', '4'],
  evidence: journey.EVIDENCE,
  column: [...SORT_KEYS.filter((key) => key !== 'text'), 'pain', 'opportunity', 'touchpoint', 'channel'],
  feeling: ['-2', '-1', '0', '1', '2'],
  personaPrompt: journey.PERSONA_PROMPTS,
  personaQuestion: journey.PERSONA_PROMPTS,
  flowTitle: FLOW_STEPS,
  flowText: FLOW_STEPS,
  stageSet: STAGE_SET_IDS,
  stockStage: STOCK_STAGES,
}

function submenus(entries) {
  return entries.flatMap((entry) => (entry.submenu ? [entry.submenu, ...submenus(entry.entries)] : []))
}

/** Strings that look like keys and are not. */
const NOT_KEYS = new Set(ACTION_IDS)

/**
 * Compares the locales of the project in `root` with each other and with the keys that its sources use. Returns one
 * sentence for each problem.
 */
export function checkLocales(root, families = FAMILIES) {
  const locales = readLocales(path.join(root, 'resources/locales'))
  const en = locales.get('en')
  return [
    ...[...locales].flatMap(([language, texts]) => localeProblems(language, texts, en)),
    ...problemsOfUse(root, en, families),
  ]
}

function readLocales(folder) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  const read = (file) => flatten(JSON.parse(readFileSync(path.join(folder, file), 'utf8')))
  return new Map(files.map((file) => [path.basename(file, '.json'), read(file)]))
}

/** `{ a: { b: 'text' } }` → `a.b` → text */
function flatten(node, prefix = '', into = new Map()) {
  for (const [name, value] of Object.entries(node)) {
    const key = prefix ? `${prefix}.${name}` : name
    if (typeof value === 'object' && value !== null) flatten(value, key, into)
    else into.set(key, value)
  }
  return into
}

function problemsOfUse(root, en, families) {
  const known = new Set([...en.keys()].map((key) => splitPlural(key).base))
  const spaces = new Set([...known].map((key) => key.split('.')[0]))
  const { keys, literals, problems } = findKeyUses(root, Object.keys(families), spaces)
  const needed = Object.entries(families).flatMap(([family, ids]) => ids.map((id) => [family, id].join('.')))

  // A string that is a key is a use of it wherever it stands, so that tables may hold keys.
  const looksLikeKey = ({ text }) =>
    !NOT_KEYS.has(text) && /^[a-zA-Z0-9_-]+(\.[a-zA-Z0-9_-]+)+$/.test(text) && spaces.has(text.split('.')[0])
  const uses = [...keys, ...literals.filter(looksLikeKey)]
  const used = new Set([...needed, ...uses.map(({ text }) => text)])

  const missing = [
    ...needed.filter((key) => !known.has(key)).map((key) => `${key}: a table needs it, en lacks it`),
    ...uses
      .filter(({ text }) => !known.has(text))
      .map(({ text, at }) => `${at}: the key ${text} is not in en`),
  ]
  const unused = [...known].filter((key) => !used.has(key)).map((key) => `${key}: nobody uses it`)
  return [...problems, ...new Set(missing), ...unused]
}
