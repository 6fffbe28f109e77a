import { join } from 'node:path'
import type { WriteArgs } from './fileTool.ts'

/** The answers of the scripted model in every backend: calls for `write a b`, otherwise a sentence. */
export function callsFor(text: string, folder: string): readonly WriteArgs[] {
  const [verb, ...names] = text.trim().split(' ')
  if (verb !== 'write') return []
  return names.map((name) => ({ path: join(folder, `${name}.txt`), content: `This is ${name}.` }))
}

/** `callsFor` with the text of the arguments; `note …` asks for a call of the tool `note` with any JSON. */
export function toolCallsFor(text: string, folder: string): readonly { name: string; argsText: string }[] {
  const [, note] = /^note (.+)$/.exec(text) ?? []
  if (note !== undefined) return [{ name: 'note', argsText: note }]
  return callsFor(text, folder).map((args) => ({ name: 'write_file', argsText: JSON.stringify(args) }))
}

/** The last sentence of the model. */
export const lastWords = 'That is all.'

/** Mints call ids that never come again: models that reuse them are another story. */
export function createCallIds(): () => string {
  let minted = 0
  return () => {
    minted += 1
    return `call_${process.pid}_${minted}`
  }
}
