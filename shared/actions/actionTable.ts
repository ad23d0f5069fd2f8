import { z } from 'zod'

/**
 * Where an action makes sense. `start`: also on the start screen. `workshop`: in a workshop window.
 * `canvas`: in a workshop window, but never while text is being typed (single letters live here).
 */
export type ActionScope = 'start' | 'workshop' | 'canvas'

export interface ActionDefinition {
  readonly scope: ActionScope
  /**
   * The first is shown in menus and tooltips. `Mod` is Ctrl, on a Mac Command. Letters and digits are matched as
   * typed when the layout is Latin, else by the physical key, so `N` works on Persian and Cyrillic keyboards.
   */
  readonly shortcuts: readonly string[]
  /** It changes the document: not possible in a workshop opened read-only. */
  readonly edits?: true
  /** It has an on/off or one-of-several state, shown as a check mark. */
  readonly checkable?: true
  /** The system acts on this key by itself and tells the page by an event (copy, paste): no key press is handled. */
  readonly native?: true
}

const define = (
  scope: ActionScope,
  shortcuts: readonly string[] = [],
  more: Pick<ActionDefinition, 'edits' | 'checkable' | 'native'> = {},
): ActionDefinition => ({ scope, shortcuts, ...more })

const edits = { edits: true } as const
const checkable = { checkable: true } as const
const native = { native: true } as const

/** Everything a user can do that has a name. Menu bar, menus, toolbar, palette and keys are all made from it. */
export const ACTIONS = {
  'file.new': define('start', ['Mod+N']),
  'file.open': define('start', ['Mod+O']),
  'file.newFromTemplate': define('start'),
  'file.newGuided': define('start'),
  'file.sample': define('start'),
  'file.recent': define('workshop', ['Mod+Shift+O']),
  'file.save': define('workshop', ['Mod+S']),
  'file.saveCopy': define('workshop', ['Mod+Shift+S']),
  'file.rename': define('workshop', ['F2']),
  'file.importCsv': define('workshop', ['Mod+Shift+I'], edits),
  'file.exportPng': define('workshop', ['Mod+Shift+E']),
  'file.showInFolder': define('workshop'),
  'file.close': define('start', ['Mod+W']),
  'app.quit': define('start', ['Mod+Q']),

  'edit.undo': define('canvas', ['Mod+Z'], edits),
  'edit.redo': define('canvas', ['Mod+Shift+Z', 'Mod+Y'], edits),
  'edit.cut': define('workshop', ['Mod+X'], { ...edits, ...native }),
  'edit.copy': define('workshop', ['Mod+C'], native),
  'edit.paste': define('workshop', ['Mod+V'], { ...edits, ...native }),
  'edit.copyPng': define('canvas', ['Shift+Alt+C']),
  'edit.copySvg': define('canvas'),
  'edit.pasteText': define('workshop', ['Mod+Shift+V'], { ...edits, ...native }),
  'edit.find': define('workshop', ['Mod+F']),
  'edit.replace': define('workshop', ['Mod+Shift+H'], edits),
  'edit.findNext': define('workshop', ['F3']),
  'edit.findPrevious': define('workshop', ['Shift+F3']),
  'edit.duplicate': define('canvas', ['Mod+D'], edits),
  'edit.delete': define('canvas', ['Delete', 'Backspace'], edits),
  'edit.selectAll': define('canvas', ['Mod+A']),
  'edit.text': define('canvas', ['Enter'], edits),

  'insert.image': define('canvas', ['Shift+I'], edits),
  'image.describe': define('canvas', [], edits),

  'tool.select': define('canvas', ['V'], checkable),
  'tool.hand': define('canvas', ['H'], checkable),
  'tool.note': define('canvas', ['N', 'S'], { ...edits, ...checkable }),

  'tool.rectangle': define('canvas', ['R'], { ...edits, ...checkable }),
  'tool.ellipse': define('canvas', ['O'], { ...edits, ...checkable }),
  'tool.diamond': define('canvas', ['Shift+D'], { ...edits, ...checkable }),
  'tool.arrow': define('canvas', ['A'], { ...edits, ...checkable }),
  'tool.line': define('canvas', ['L'], { ...edits, ...checkable }),
  'edit.connect': define('canvas', ['C'], edits),
  'tool.pen': define('canvas', ['P', 'D'], { ...edits, ...checkable }),
  'tool.highlighter': define('canvas', ['M', 'Shift+P'], { ...edits, ...checkable }),
  'tool.section': define('canvas', ['F'], { ...edits, ...checkable }),
  'section.around': define('canvas', ['Mod+Alt+G'], edits),
  'section.collapse': define('canvas', ['Shift+F'], { ...edits, ...checkable }),
  'section.fit': define('canvas', [], edits),
  'tool.stamp': define('canvas', ['Y'], { ...edits, ...checkable }),
  'tool.laser': define('canvas', ['K'], checkable),
  'tool.eraser': define('canvas', ['E'], { ...edits, ...checkable }),

  'tool.figure': define('canvas', ['Shift+C'], { ...edits, ...checkable }),
  'figure.flip': define('canvas', ['Shift+H'], edits),
  'figure.happier': define('canvas', [], edits),
  'figure.sadder': define('canvas', [], edits),

  'tool.text': define('canvas', ['T'], { ...edits, ...checkable }),
  'text.bold': define('workshop', ['Mod+B'], { ...edits, ...checkable }),
  'text.italic': define('workshop', ['Mod+I'], { ...edits, ...checkable }),
  'text.link': define('workshop', [], edits),
  'text.bullets': define('workshop', ['Mod+Shift+8'], { ...edits, ...checkable }),
  'text.numbers': define('workshop', ['Mod+Shift+7'], { ...edits, ...checkable }),

  'note.yellow': define('canvas', [], edits),
  'note.orange': define('canvas', [], edits),
  'note.pink': define('canvas', [], edits),
  'note.purple': define('canvas', [], edits),
  'note.blue': define('canvas', [], edits),
  'note.teal': define('canvas', [], edits),
  'note.green': define('canvas', [], edits),
  'note.grey': define('canvas', [], edits),

  'arrange.group': define('canvas', ['Mod+G'], edits),
  'arrange.ungroup': define('canvas', ['Mod+Shift+G'], edits),
  'arrange.alignLeft': define('canvas', ['Mod+Shift+ArrowLeft'], edits),
  'arrange.alignCenter': define('canvas', ['Alt+H'], edits),
  'arrange.alignRight': define('canvas', ['Mod+Shift+ArrowRight'], edits),
  'arrange.alignTop': define('canvas', ['Mod+Shift+ArrowUp'], edits),
  'arrange.alignMiddle': define('canvas', ['Alt+V'], edits),
  'arrange.alignBottom': define('canvas', ['Mod+Shift+ArrowDown'], edits),
  'arrange.distributeX': define('canvas', ['Alt+Shift+H'], edits),
  'arrange.distributeY': define('canvas', ['Alt+Shift+V'], edits),
  'arrange.tidy': define('canvas', ['Alt+Shift+T'], edits),
  'arrange.row': define('canvas', [], edits),
  'arrange.column': define('canvas', [], edits),
  'arrange.front': define('canvas', ['Mod+Shift+]'], edits),
  'arrange.forward': define('canvas', ['Mod+]'], edits),
  'arrange.backward': define('canvas', ['Mod+['], edits),
  'arrange.back': define('canvas', ['Mod+Shift+['], edits),
  'arrange.lock': define('canvas', ['Mod+Shift+L'], { ...edits, ...checkable }),
  'arrange.unlock': define('canvas', [], edits),
  'arrange.unlockAll': define('canvas', [], edits),
  'board.add': define('workshop', [], edits),
  'board.rename': define('workshop', [], edits),
  'board.duplicate': define('workshop', [], edits),
  'board.delete': define('workshop', [], edits),
  'board.next': define('workshop', ['Mod+PageDown']),
  'board.previous': define('workshop', ['Mod+PageUp']),
  'board.moveForward': define('workshop', ['Mod+Shift+PageDown'], edits),
  'board.moveBack': define('workshop', ['Mod+Shift+PageUp'], edits),

  'note.bulk': define('canvas', ['Mod+Shift+N'], edits),
  'note.tags': define('canvas', ['Shift+T'], edits),
  'note.pile': define('canvas', [], edits),
  'note.fanOut': define('canvas', [], edits),
  'note.toNotes': define('canvas', [], edits),
  'note.toTexts': define('canvas', [], edits),
  'sort.color': define('canvas', [], edits),
  'sort.author': define('canvas', [], edits),
  'sort.tag': define('canvas', [], edits),
  'sort.votes': define('canvas', [], edits),
  'group.color': define('canvas', [], edits),
  'group.author': define('canvas', [], edits),
  'group.tag': define('canvas', [], edits),
  'group.votes': define('canvas', [], edits),
  'app.name': define('workshop'),

  'view.zoomIn': define('workshop', ['Mod+=', 'Mod++']),
  'view.zoomOut': define('workshop', ['Mod+-']),
  'view.zoom100': define('workshop', ['Mod+0', 'Shift+0']),
  'view.fitAll': define('canvas', ['Shift+1']),
  'view.fitSelection': define('canvas', ['Shift+2']),
  'view.fingersLook': define('canvas', [], checkable),
  'view.grid': define('canvas', ["Mod+'"], checkable),
  'view.snapping': define('canvas', [], checkable),
  'view.minimap': define('canvas', ['Shift+M'], checkable),
  'view.style': define('canvas', ['Shift+S'], checkable),
  'view.rulers': define('canvas', ['Shift+R'], checkable),
  'view.authors': define('canvas', [], checkable),
  'view.outline': define('canvas', ['Shift+O'], checkable),
  'tool.keep': define('canvas', ['Q'], checkable),
  'view.fullScreen': define('start', ['F11']),
  'view.devTools': define('start', ['Mod+Alt+I']),

  'journey.new': define('workshop', ['Mod+Alt+J'], edits),
  'journey.saveTemplate': define('workshop'),
  'journey.makeIdeal': define('workshop', [], edits),

  'panel.step': define('workshop', [], checkable),
  'panel.pains': define('workshop', [], checkable),
  'panel.opportunities': define('workshop', [], checkable),
  'panel.frames': define('workshop', [], checkable),
  'panel.touchpoints': define('workshop', [], checkable),
  'panel.keyMoments': define('workshop', [], checkable),
  'panel.gaps': define('workshop', [], checkable),
  'panel.diff': define('workshop', [], checkable),
  'panel.flow': define('workshop', [], checkable),
  'panel.personas': define('workshop', [], checkable),
  'panel.journeys': define('workshop', [], checkable),
  'journey.link': define('canvas', [], edits),

  'panel.metrics': define('workshop', [], checkable),
  'panel.triage': define('workshop', [], checkable),
  'data.import': define('workshop', [], edits),
  'storyboard.overlay': define('canvas', [], { ...edits, ...checkable }),
  'step.addBefore': define('canvas', [], edits),
  'step.addAfter': define('canvas', ['Shift+Enter'], edits),
  'step.split': define('canvas', [], edits),
  'step.merge': define('canvas', [], edits),
  'step.mergeNext': define('canvas', [], edits),
  'step.key': define('canvas', ['Shift+K'], { ...edits, ...checkable }),
  'step.better': define('canvas', ['PageUp'], edits),
  'step.worse': define('canvas', ['PageDown'], edits),
  'step.earlier': define('canvas', [], edits),
  'step.later': define('canvas', [], edits),
  'stage.add': define('canvas', [], edits),
  'stage.fold': define('canvas', [], { ...edits, ...checkable }),
  'stage.earlier': define('canvas', [], edits),
  'stage.later': define('canvas', [], edits),
  'lane.fold': define('canvas', [], { ...edits, ...checkable }),
  'lane.hide': define('canvas', [], edits),
  'lane.showAll': define('canvas', [], edits),
  'lane.up': define('canvas', [], edits),
  'lane.down': define('canvas', [], edits),
  'laneKind.action': define('canvas', [], edits),
  'laneKind.touchpoint': define('canvas', [], edits),
  'laneKind.thought': define('canvas', [], edits),
  'laneKind.pain': define('canvas', [], edits),
  'laneKind.opportunity': define('canvas', [], edits),
  'laneKind.metric': define('canvas', [], edits),
  'laneKind.custom': define('canvas', [], edits),
  'laneKind.today': define('canvas', [], edits),
  'laneKind.emotion': define('canvas', [], edits),
  'laneKind.channel': define('canvas', [], edits),
  'laneKind.team': define('canvas', [], edits),
  'map.mirror': define('canvas', [], { ...edits, ...checkable }),
  'map.rename': define('canvas', [], edits),

  'session.start': define('workshop'),
  'session.join': define('start'),
  'session.invite': define('workshop', ['Mod+Alt+N']),
  'session.lock': define('workshop', [], checkable),
  'session.rotate': define('workshop'),
  'session.bring': define('workshop', ['Mod+Alt+B']),
  'session.follow': define('workshop', ['Mod+Alt+F'], checkable),
  'session.react': define('canvas', ['J']),
  'session.leave': define('workshop'),
  'session.end': define('workshop'),
  'session.settings': define('start'),
  'panel.people': define('workshop', ['Mod+Alt+P'], checkable),
  'view.cursors': define('canvas', [], checkable),
  'view.ownCursor': define('canvas', [], checkable),
  'view.wall': define('workshop', ['Shift+F11'], checkable),

  'theme.system': define('start', [], checkable),
  'theme.light': define('start', [], checkable),
  'theme.dark': define('start', [], checkable),

  'language.en': define('start', [], checkable),
  'language.hr': define('start', [], checkable),
  'language.ru': define('start', [], checkable),
  'language.pl': define('start', [], checkable),
  'language.fa': define('start', [], checkable),

  'help.palette': define('start', ['Mod+K', 'Mod+/']),
  'help.shortcuts': define('start', ['Shift+?', 'F1']),
  'help.about': define('start'),
} as const satisfies Record<string, ActionDefinition>

export type ActionId = keyof typeof ACTIONS
/** The panels at the side of the board, by the second half of the action that opens each. */
export type PanelId = ActionId extends infer Id ? (Id extends `panel.${infer Panel}` ? Panel : never) : never
export const ACTION_IDS = Object.keys(ACTIONS) as readonly ActionId[]
export const actionId = z.enum(ACTION_IDS as [ActionId, ...ActionId[]])

/** The definition with its optional fields visible to the compiler. */
export const actionOf = (id: ActionId): ActionDefinition => ACTIONS[id]

/** Key of an action's label in the locales. */
export const labelKey = (id: ActionId): `action.${ActionId}` => `action.${id}`
