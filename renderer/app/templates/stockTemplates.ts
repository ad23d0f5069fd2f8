import { template, type Template } from '../../../shared/journey/template.ts'

/** The templates that come with the app, in the order in which they are shown. Each is loaded when it is asked for. */
const FILES = {
  airbnb: () => import('../../../resources/templates/airbnb.json'),
  coffee: () => import('../../../resources/templates/coffee.json'),
  shop: () => import('../../../resources/templates/shop.json'),
  shoes: () => import('../../../resources/templates/shoes.json'),
  'blank-map': () => import('../../../resources/templates/blank-map.json'),
  'blank-storyboard': () => import('../../../resources/templates/blank-storyboard.json'),
} as const
type StockId = keyof typeof FILES

const STOCK_IDS = Object.keys(FILES) as readonly StockId[]

/** Nothing for an id that no template has. */
export async function loadStock(id: string): Promise<Template | undefined> {
  const known = STOCK_IDS.find((one) => one === id)
  return known && template.parse((await FILES[known]()).default)
}

export async function loadAllStock(): Promise<readonly Template[]> {
  return Promise.all(STOCK_IDS.map(async (id) => template.parse((await FILES[id]()).default)))
}
