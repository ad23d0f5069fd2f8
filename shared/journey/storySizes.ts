/** Sizes of a storyboard, in page units. */
export const STORY = {
  title: 56,
  stageHead: 44,
  /** The column in which tracks say whose they are. */
  trackHead: 132,
  frame: 300,
  inset: 10,
  /** Number, title, star and face, above the picture. */
  head: 44,
  picture: [280, 168],
  caption: 70,
  facts: 34,
  today: 72,
  foot: 32,
  overlay: 64,
  gap: 16,
  padding: 20,
  /** Between the edge of a stage and its frames. */
  margin: 12,
  /** Room after the last frame of a stage, in which the next one is added. */
  end: 40,
  /** A stage of which only the name is left. */
  collapsed: 52,
} as const
