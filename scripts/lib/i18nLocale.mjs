const FORMS = new Set(['zero', 'one', 'two', 'few', 'many', 'other'])

/** `notes_few` → base `notes`, form `few`; a key without a plural has no form. */
export function splitPlural(key) {
  const match = /^(.+)_([a-z]+)$/.exec(key)
  return match && FORMS.has(match[2]) ? { base: match[1], form: match[2] } : { base: key }
}

/** What is wrong with the texts (Map of key → text) of one language, next to the English ones. */
export function localeProblems(language, texts, en) {
  const wanted = wantedKeys(language, en)
  const problems = []
  for (const key of wanted) if (!texts.has(key)) problems.push(`${language}: ${key} is missing`)
  for (const [key, text] of texts) {
    if (!wanted.has(key) && !isExtraZero(key, en)) problems.push(`${language}: ${key} is not in en`)
    else if (typeof text !== 'string' || text.trim() === '') problems.push(`${language}: ${key} is empty`)
    else problems.push(...slotProblems(language, key, text, en))
  }
  return problems
}

/** English's keys, with the plural forms that this language has. */
function wantedKeys(language, en) {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const wanted = new Set()
  for (const key of en.keys()) {
    const { base, form } = splitPlural(key)
    if (!form) wanted.add(key)
    else for (const each of forms) wanted.add(`${base}_${each}`)
  }
  return wanted
}

/** Every language may have a text of its own for none at all. */
function isExtraZero(key, en) {
  const { base, form } = splitPlural(key)
  return form === 'zero' && en.has(`${base}_other`)
}

/** A translation has the same {{slots}} and <tags> as English; a form that means one number need not show it. */
function slotProblems(language, key, text, en) {
  const { base, form } = splitPlural(key)
  const model = form ? (en.get(`${base}_other`) ?? '') : en.get(key)
  const expected = slotsOf(model)
  const actual = slotsOf(text)
  const canOmit = form && meansOneNumber(language, form) ? ['{{count}}'] : []
  const lacks = [...expected].filter((slot) => !actual.has(slot) && !canOmit.includes(slot))
  const extra = [...actual].filter((slot) => !expected.has(slot))
  return [
    ...lacks.map((slot) => `${language}: ${key} lacks ${slot}`),
    ...extra.map((slot) => `${language}: ${key} has ${slot}, English does not`),
  ]
}

const slotsOf = (text) =>
  new Set(
    [...String(text).matchAll(/\{\{-?\s*([^,}]+?)\s*(?:,[^}]*)?\}\}|<\/?\w+\s*\/?>/g)].map(([all, name]) =>
      name ? `{{${name}}}` : all,
    ),
  )

function meansOneNumber(language, form) {
  const rules = new Intl.PluralRules(language)
  const numbers = Array.from({ length: 200 }, (_, number) => number).filter(
    (number) => rules.select(number) === form,
  )
  return form === 'zero' || numbers.length === 1
}
