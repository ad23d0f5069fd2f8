/** Longest link, in UTF-16 units. */
const MOST_LINK = 2000

const SAFE_LINK = /^(?:https?:\/\/|mailto:)[^\s]+$/i

/** Only addresses that a browser or a mail program opens: never scripts, never files. */
export const isSafeLink = (link: string): boolean => link.length <= MOST_LINK && SAFE_LINK.test(link)
