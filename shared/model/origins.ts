/** Transaction origin of this user's own edits: what undo covers, and what others' edits are not. */
export const LOCAL = Symbol('local')

/** Origin of what comes from the workshop file: not saved again, not undone. */
export const FROM_STORE = Symbol('store')

/** Origin of what the app itself adds, such as a new workshop's first board: saved, not undone. */
export const SETUP = Symbol('setup')
