// Preloaded by the React 18 project: whatever is required or imported as React is React 18, also inside of dependencies.
import Module, { register } from 'node:module'

const names = /^(react|react-dom)(\/.*)?$/
/** @param {string} name */
const to18 = (name) => name.replace(names, '$1-18$2')

const loader = `
const names = /^(react|react-dom)(\\/.*)?$/
export const resolve = (name, context, next) => next(name.replace(names, '$1-18$2'), context)
`
register(`data:text/javascript,${encodeURIComponent(loader)}`)

/** @typedef {(name: string, ...rest: unknown[]) => string} ResolveFilename */
const patched = /** @type {{ _resolveFilename: ResolveFilename }} */ (/** @type {unknown} */ (Module))
const resolveFilename = patched._resolveFilename
patched._resolveFilename = function (name, ...rest) {
  return resolveFilename.call(this, to18(name), ...rest)
}
