import type { ActionId } from './actionTable.ts'

/** One line of a menu. `recent` stands for the list of recent workshops. */
export type MenuEntry =
  | ActionId
  | 'separator'
  | 'recent'
  | { readonly submenu: SubmenuId; readonly entries: readonly MenuEntry[] }

export type MenuId = 'file' | 'edit' | 'note' | 'arrange' | 'board' | 'journey' | 'session' | 'view' | 'help'
export type SubmenuId =
  | 'theme'
  | 'language'
  | 'tools'
  | 'color'
  | 'arrange'
  | 'align'
  | 'order'
  | 'sort'
  | 'group'
  | 'part'
  | 'addLane'

export const SORT_MENUS: readonly MenuEntry[] = [
  { submenu: 'sort', entries: ['sort.color', 'sort.author', 'sort.tag', 'sort.votes'] },
  { submenu: 'group', entries: ['group.color', 'group.author', 'group.tag', 'group.votes'] },
]

export const ALIGN_MENU: MenuEntry = {
  submenu: 'align',
  entries: [
    'arrange.alignLeft',
    'arrange.alignCenter',
    'arrange.alignRight',
    'separator',
    'arrange.alignTop',
    'arrange.alignMiddle',
    'arrange.alignBottom',
    'separator',
    'arrange.distributeX',
    'arrange.distributeY',
  ],
}

export const ORDER_MENU: MenuEntry = {
  submenu: 'order',
  entries: ['arrange.front', 'arrange.forward', 'arrange.backward', 'arrange.back'],
}

/** Lanes that can be added to a map. */
export const LANE_MENU: MenuEntry = {
  submenu: 'addLane',
  entries: [
    'laneKind.action',
    'laneKind.touchpoint',
    'laneKind.thought',
    'laneKind.pain',
    'laneKind.opportunity',
    'laneKind.metric',
    'laneKind.custom',
    'laneKind.today',
    'laneKind.emotion',
    'laneKind.channel',
    'laneKind.team',
  ],
}

/** What is done with chosen parts of journeys. */
const PART_MENU: MenuEntry = {
  submenu: 'part',
  entries: [
    'step.addBefore',
    'step.addAfter',
    'step.split',
    'step.merge',
    'step.mergeNext',
    'step.earlier',
    'step.later',
    'step.key',
    'step.better',
    'step.worse',
    'separator',
    'stage.add',
    'stage.fold',
    'stage.earlier',
    'stage.later',
    'separator',
    'lane.fold',
    'lane.hide',
    'lane.showAll',
    'lane.up',
    'lane.down',
    'separator',
    'map.rename',
    'map.mirror',
  ],
}

/** The menus of the native menu bar and of the menu button in the window, in order. */
export const MENUS: ReadonlyArray<{ readonly menu: MenuId; readonly entries: readonly MenuEntry[] }> = [
  {
    menu: 'file',
    entries: [
      'file.new',
      'file.newFromTemplate',
      'file.newGuided',
      'file.sample',
      'file.open',
      'recent',
      'file.recent',
      'separator',
      'file.save',
      'file.saveCopy',
      'file.rename',
      'file.showInFolder',
      'separator',
      'file.importCsv',
      'insert.image',
      'file.exportPng',
      'separator',
      'file.close',
      'app.quit',
    ],
  },
  {
    menu: 'edit',
    entries: [
      'edit.undo',
      'edit.redo',
      'separator',
      'edit.cut',
      'edit.copy',
      'edit.paste',
      'edit.pasteText',
      'edit.copyPng',
      'edit.copySvg',
      'edit.duplicate',
      'edit.delete',
      'separator',
      'edit.selectAll',
      'separator',
      'edit.find',
      'edit.replace',
      'edit.findNext',
      'edit.findPrevious',
      'separator',
      'edit.connect',
      'image.describe',
    ],
  },
  {
    menu: 'note',
    entries: [
      'tool.note',
      'edit.text',
      'text.bold',
      'text.italic',
      'text.link',
      'text.bullets',
      'text.numbers',
      {
        submenu: 'color',
        entries: [
          'note.yellow',
          'note.orange',
          'note.pink',
          'note.purple',
          'note.blue',
          'note.teal',
          'note.green',
          'note.grey',
        ],
      },
      'note.tags',
      'note.bulk',
      'separator',
      'note.pile',
      'note.fanOut',
      ...SORT_MENUS,
      'separator',
      'note.toNotes',
      'note.toTexts',
      'separator',
      'view.authors',
      'app.name',
    ],
  },
  {
    menu: 'arrange',
    entries: [
      'figure.flip',
      'figure.happier',
      'figure.sadder',
      'separator',
      'arrange.group',
      'arrange.ungroup',
      'separator',
      ALIGN_MENU,
      'arrange.tidy',
      'arrange.row',
      'arrange.column',
      'separator',
      ORDER_MENU,
      'separator',
      'section.around',
      'section.collapse',
      'section.fit',
      'separator',
      'arrange.lock',
      'arrange.unlock',
      'arrange.unlockAll',
    ],
  },
  {
    menu: 'board',
    entries: [
      'board.add',
      'board.rename',
      'board.duplicate',
      'board.delete',
      'separator',
      'board.next',
      'board.previous',
      'separator',
      'board.moveForward',
      'board.moveBack',
    ],
  },
  {
    menu: 'journey',
    entries: [
      'journey.new',
      'journey.saveTemplate',
      'journey.makeIdeal',
      'separator',
      'journey.link',
      'separator',
      PART_MENU,
      LANE_MENU,
      'separator',
      'panel.flow',
      'panel.journeys',
      'panel.personas',
      'separator',
      'panel.step',
      'panel.pains',
      'panel.opportunities',
      'panel.frames',
      'panel.touchpoints',
      'panel.keyMoments',
      'panel.gaps',
      'panel.metrics',
      'panel.triage',
      'separator',
      'data.import',
      'storyboard.overlay',
      'panel.diff',
    ],
  },
  {
    menu: 'session',
    entries: [
      'session.start',
      'session.join',
      'session.invite',
      'separator',
      'panel.people',
      'session.follow',
      'session.bring',
      'session.react',
      'separator',
      'session.lock',
      'session.rotate',
      'separator',
      'session.leave',
      'session.end',
      'separator',
      'session.settings',
    ],
  },
  {
    menu: 'view',
    entries: [
      'view.zoomIn',
      'view.zoomOut',
      'view.zoom100',
      'view.fitAll',
      'view.fitSelection',
      'separator',
      {
        submenu: 'tools',
        entries: [
          'tool.select',
          'tool.hand',
          'tool.note',
          'tool.text',
          'separator',
          'tool.pen',
          'tool.highlighter',
          'tool.eraser',
          'tool.section',
          'tool.stamp',
          'tool.figure',
          'tool.laser',
          'separator',
          'tool.rectangle',
          'tool.ellipse',
          'tool.diamond',
          'tool.arrow',
          'tool.line',
          'separator',
          'tool.keep',
        ],
      },
      'view.fingersLook',
      'view.grid',
      'view.snapping',
      'view.style',
      'view.minimap',
      'view.rulers',
      'view.outline',
      'view.cursors',
      'view.ownCursor',
      'separator',
      { submenu: 'theme', entries: ['theme.system', 'theme.light', 'theme.dark'] },
      {
        submenu: 'language',
        entries: ['language.en', 'language.hr', 'language.ru', 'language.pl', 'language.fa'],
      },
      'separator',
      'view.wall',
      'view.fullScreen',
      'view.devTools',
    ],
  },
  { menu: 'help', entries: ['help.palette', 'help.shortcuts', 'separator', 'help.about'] },
]
