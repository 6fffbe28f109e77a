import { join } from 'node:path'
import type { WriteArgs } from './fileTool.ts'

/** The answers of the scripted model in every backend: calls for `write a b` and `delegate a`, otherwise a sentence. */
export function callsFor(text: string, folder: string): readonly WriteArgs[] {
  const [verb, ...names] = text.trim().split(' ')
  if (verb !== 'write' && verb !== 'delegate') return []
  return names.map((name) => ({ path: join(folder, `${name}.txt`), content: `This is ${name}.` }))
}

/** `callsFor` with the text of the arguments; `note …` calls the tool `note` with any JSON, `ask …` one that a person answers. */
export function toolCallsFor(text: string, folder: string): readonly { name: string; argsText: string }[] {
  const [, note] = /^note (.+)$/.exec(text) ?? []
  const [, question] = /^ask (.+)$/.exec(text) ?? []
  if (question !== undefined) return [{ name: 'ask_user', argsText: JSON.stringify({ question }) }]
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
