/** Channels everybody knows. */
export const STOCK_CHANNELS = [
  'website',
  'app',
  'social',
  'email',
  'phone',
  'chat',
  'shop',
  'print',
  'post',
  'inPerson',
] as const

/** Touchpoints everybody knows, by when they are met. */
export const STOCK_TOUCHPOINTS = {
  before: ['socialPosts', 'reviews', 'testimonials', 'wordOfMouth', 'ads', 'pr'],
  during: ['store', 'site', 'catalogue', 'promotion', 'staff', 'pointOfSale'],
  after: ['invoice', 'marketingEmail', 'supportTeam', 'helpDesk'],
} as const
