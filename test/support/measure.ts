import type { Measure } from '../../shared/scene/ops.ts'

/** Every character is half as wide as the text is high: layouts that can be worked out by hand. */
export const monospace: Measure = (text, font) => Array.from(text).length * font.size * 0.5
