/**
 * The floor that the app is measured against: a plain page with the same board on one Canvas2D. The textbook way: only
 * what is visible, one fillRect and one pre-rasterised text bitmap a note, one repaint a frame. No scene graph, no
 * document, no undo, no panels, and the bitmaps are made before anything is measured.
 */
interface FloorNote {
  x: number
  y: number
  text: string
  readonly color: string
}

interface View {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

const SIDE = 200
const CELL = 512
/** Sizes in which texts are kept, in pixels per page unit. */
const LEVELS = [1, 0.5, 0.25, 0.125] as const

const canvas = document.createElement('canvas')
canvas.width = innerWidth
canvas.height = innerHeight
canvas.style.cssText = 'display:block;position:absolute;inset:0'
document.body.append(canvas)
const context = canvas.getContext('2d', { alpha: false })!

let notes: FloorNote[] = []
let camera: View = { x: 0, y: 0, zoom: 1 }
let grid = new Map<number, number[]>()
let loaded = false
let painted = false
let scheduled = false
const bitmaps: (ImageBitmap | undefined)[][] = LEVELS.map(() => [])

/** Dragged notes, and how far they are from where they lay; page units. */
let drag:
  | { readonly one: number | 'all'; readonly from: MouseEvent; by: readonly [number, number] }
  | undefined
let selectedAll = false
let typing = -1

const keyOf = (cx: number, cy: number): number => (cx + 32_768) * 65_536 + (cy + 32_768)

function place(): void {
  grid = new Map()
  for (const [index, { x, y }] of notes.entries()) {
    const key = keyOf(Math.floor(x / CELL), Math.floor(y / CELL))
    const cell = grid.get(key)
    if (cell) cell.push(index)
    else grid.set(key, [index])
  }
}

const hits: number[] = []

function find(left: number, top: number, right: number, bottom: number): void {
  hits.length = 0
  for (let cy = Math.floor((top - SIDE) / CELL); cy <= Math.floor(bottom / CELL); cy++)
    for (let cx = Math.floor((left - SIDE) / CELL); cx <= Math.floor(right / CELL); cx++)
      for (const index of grid.get(keyOf(cx, cy)) ?? []) hits.push(index)
}

function rasterise(index: number, level: number): ImageBitmap {
  const scale = LEVELS[level] ?? 1
  const sheet = new OffscreenCanvas(SIDE * scale, SIDE * scale)
  const pen = sheet.getContext('2d')!
  const { text = '' } = notes[index] ?? {}
  pen.scale(scale, scale)
  pen.font = '16px sans-serif'
  pen.fillStyle = '#1f1d1a'
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && pen.measureText(longer).width <= SIDE - 24) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  const top = SIDE / 2 - (lines.length - 1) * 10
  for (const [row, line] of lines.entries()) pen.fillText(line, SIDE / 2, top + row * 20)
  return sheet.transferToImageBitmap()
}

function bitmapOf(index: number, level: number): ImageBitmap {
  return ((bitmaps[level] ??= [])[index] ??= rasterise(index, level))
}

function levelFor(zoom: number): number {
  let level = 0
  while (level < LEVELS.length - 1 && (LEVELS[level + 1] ?? 0) >= zoom) level++
  return level
}

function draw(): void {
  scheduled = false
  if (!loaded) return
  const { zoom } = camera
  const { width, height } = canvas
  context.fillStyle = '#f5f5f5'
  context.fillRect(0, 0, width, height)
  const all = drag?.one === 'all'
  const [dx, dy] = drag?.by ?? [0, 0]
  const left = camera.x - (all ? dx : 0)
  const top = camera.y - (all ? dy : 0)
  find(left, top, left + width / zoom, top + height / zoom)
  const level = levelFor(zoom)
  context.imageSmoothingEnabled = zoom !== LEVELS[level]
  const side = Math.max(1, Math.round(SIDE * zoom))
  for (const index of hits) if (drag?.one !== index) drawNote(index, left, top, side, level)
  if (drag && typeof drag.one === 'number') drawNote(drag.one, camera.x - dx, camera.y - dy, side, level)
  if (painted) return
  painted = true
  performance.mark('throughline:board-complete')
}

function drawNote(index: number, left: number, top: number, side: number, level: number): void {
  const note = notes[index]
  if (!note) return
  const x = Math.round((note.x - left) * camera.zoom)
  const y = Math.round((note.y - top) * camera.zoom)
  context.fillStyle = note.color
  context.fillRect(x, y, side, side)
  context.drawImage(bitmapOf(index, level), x, y, side, side)
}

function repaint(): void {
  if (scheduled) return
  scheduled = true
  requestAnimationFrame(draw)
}

function noteUnder(event: MouseEvent): number {
  const x = camera.x + event.clientX / camera.zoom
  const y = camera.y + event.clientY / camera.zoom
  find(x, y, x, y)
  return (
    hits.findLast((index) => {
      const note = notes[index]
      return note && x >= note.x && x < note.x + SIDE && y >= note.y && y < note.y + SIDE
    }) ?? -1
  )
}

canvas.addEventListener(
  'wheel',
  (event) => {
    event.preventDefault()
    const { x, y, zoom } = camera
    if (event.ctrlKey) {
      const next = Math.min(8, Math.max(0.02, zoom * Math.exp(-event.deltaY * 0.01)))
      camera = {
        x: x + event.clientX / zoom - event.clientX / next,
        y: y + event.clientY / zoom - event.clientY / next,
        zoom: next,
      }
    } else camera = { x: x + event.deltaX / zoom, y: y + event.deltaY / zoom, zoom }
    repaint()
  },
  { passive: false },
)
canvas.addEventListener('pointerdown', (event) => {
  const hit = noteUnder(event)
  if (hit >= 0) drag = { one: selectedAll ? 'all' : hit, from: event, by: [0, 0] }
})
canvas.addEventListener('pointermove', (event) => {
  if (!drag) return
  const { from } = drag
  drag.by = [(event.clientX - from.clientX) / camera.zoom, (event.clientY - from.clientY) / camera.zoom]
  repaint()
})
canvas.addEventListener('pointerup', () => {
  if (!drag) return
  const [dx, dy] = drag.by
  for (const [index, note] of notes.entries())
    if (drag.one === 'all' || drag.one === index) {
      note.x += dx
      note.y += dy
    }
  place()
  drag = undefined
  repaint()
})
canvas.addEventListener('dblclick', (event) => (typing = noteUnder(event)))
addEventListener('keydown', (event) => {
  if (event.ctrlKey && event.key === 'a') {
    event.preventDefault()
    selectedAll = true
    repaint()
  }
  const note = notes[typing]
  if (!note || event.key.length !== 1 || event.ctrlKey) return
  note.text += event.key
  for (const level of bitmaps) level[typing] = undefined
  repaint()
})

/** What the benchmark calls; the page is its own. */
Object.assign(window, {
  floor: {
    /** Not measured. Large bitmaps only where the gestures go: around the middle of the board. */
    prepare(given: FloorNote[], middle: readonly [number, number]): void {
      notes = given
      for (const [index, { x, y }] of notes.entries())
        for (const [level, scale] of LEVELS.entries()) {
          const reach = { x: 2 * (1800 / scale), y: 2 * (1400 / scale) }
          const near = Math.abs(x - middle[0]) < reach.x && Math.abs(y - middle[1]) < reach.y
          if (near || level === LEVELS.length - 1) bitmapOf(index, level)
        }
    },
    load(view: View): void {
      performance.mark('throughline:workshop-loaded')
      place()
      camera = view
      loaded = true
      repaint()
    },
    look(view: View): void {
      camera = view
      selectedAll = false
      repaint()
    },
  },
})
