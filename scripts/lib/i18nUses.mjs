import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'vite'

const FOLDERS = ['electron', 'renderer', 'shared']

/** The function that takes a key. */
const TRANSLATE = 't'

/** Functions that make a key of a family (shared/actions/actionTable.ts). */
const KEY_MAKERS = new Set(['labelKey'])

/**
 * Reads the sources below `root`. `keys`: what is handed to a translating function as a plain string. `literals`:
 * every string. `problems`: keys put together at run time, which nobody can check, unless they are of one of the
 * `families`. `spaces` are the first parts of the keys that there are.
 */
export function findKeyUses(root, families, spaces) {
  const found = { keys: [], literals: [], problems: [] }
  for (const file of sourceFiles(root)) {
    const code = readFileSync(path.join(root, file), 'utf8')
    const { program, errors } = parseSync(file, code)
    if (errors.length > 0) found.problems.push(`${file}: ${errors[0].message}`)
    const at = (node) => `${file}:${code.slice(0, node.start).split('\n').length}`
    visit(program, (node) => readNode(node, { at, families, spaces, found }))
  }
  return { ...found, problems: [...new Set(found.problems)] }
}

function sourceFiles(root) {
  return FOLDERS.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true })
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
      .map((file) => path.join(folder, file).replaceAll('\\', '/')),
  )
}

function visit(node, see) {
  if (see(node) === 'stop') return
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (child?.type) visit(child, see)
  }
}

function readNode(node, { at, families, spaces, found }) {
  if (node.type === 'ImportDeclaration') return 'stop' // paths, not texts
  if (node.type === 'Literal' && typeof node.value === 'string')
    found.literals.push({ text: node.value, at: at(node) })
  const key = keyArgument(node)
  const { texts, dynamic } = key ? readKey(key, families) : nothing
  found.keys.push(...texts.map((text) => ({ text, at: at(node) })))
  if (dynamic || isAssembledKey(node, families, spaces))
    found.problems.push(
      `${at(node)}: this key is put together at run time. Use whole keys, or a family (${families.join(', ')}).`,
    )
  return undefined
}

/** A template that starts like a key, wherever it is made. */
function isAssembledKey(node, families, spaces) {
  if (node.type !== 'TemplateLiteral') return false
  const [space, rest] = node.quasis[0].value.cooked.split('.')
  return rest !== undefined && spaces.has(space) && readTemplate(node, families).dynamic
}

/** The expression that is a key: the first argument of `t(…)`, the value of `<Trans i18nKey=…>`. */
function keyArgument(node) {
  if (node.type === 'CallExpression') {
    const { callee } = node
    const name = callee.type === 'MemberExpression' ? callee.property.name : callee.name
    return name === TRANSLATE ? node.arguments[0] : undefined
  }
  if (node.type !== 'JSXAttribute' || node.name.name !== 'i18nKey') return undefined
  return node.value?.type === 'JSXExpressionContainer' ? node.value.expression : node.value
}

const nothing = { texts: [], dynamic: false }

/** Which keys an expression can be. A variable is no fault: the string in it is looked at where it is written. */
function readKey(node, families) {
  const both = (...nodes) => {
    const parts = nodes.map((each) => readKey(each, families))
    return { texts: parts.flatMap(({ texts }) => texts), dynamic: parts.some(({ dynamic }) => dynamic) }
  }
  switch (node.type) {
    case 'Literal':
      return { texts: [String(node.value)], dynamic: false }
    case 'TemplateLiteral':
      return readTemplate(node, families)
    case 'ConditionalExpression':
      return both(node.consequent, node.alternate)
    case 'LogicalExpression':
      return both(node.left, node.right)
    case 'ArrayExpression':
      return both(...node.elements)
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
      return readKey(node.expression, families)
    case 'Identifier':
    case 'MemberExpression':
      return nothing
    case 'CallExpression':
      return { texts: [], dynamic: !KEY_MAKERS.has(node.callee.name) }
    default:
      return { texts: [], dynamic: true }
  }
}

/** `a.b` without slots is a plain key; `family.${id}` or `family.more.${id}` is the one other form that is known. */
function readTemplate({ quasis, expressions }, families) {
  const [head, tail] = quasis.map((quasi) => quasi.value.cooked)
  if (expressions.length === 0) return { texts: [head], dynamic: false }
  const isFamily =
    expressions.length === 1 && tail === '' && families.some((family) => head.startsWith(`${family}.`))
  return { texts: [], dynamic: !isFamily }
}
