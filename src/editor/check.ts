import { Validator } from '@cfworker/json-schema'
import type { EditorWords } from '../locales/editorWords.ts'
import type { EditProblem } from '../model/editDraft.ts'
import type { JsonSchema } from '../model/intervention.ts'
import { readJson } from '../model/jsonEdit.ts'
import { jsonTokens } from '../model/jsonTokens.ts'
import { createSchemaCheck } from '../model/schemaProblems.ts'
import { visibleText } from '../model/visibleText.ts'

// The problems of a text. Null: the schema itself cannot be used.
export type Check = (text: string) => readonly EditProblem[] | null

// Checks texts against a JSON Schema, in words.
export function createCheck(schema: JsonSchema | undefined, from: string, words: EditorWords): Check {
  let check: ReturnType<typeof createSchemaCheck> | undefined
  return (text) => {
    if (!readJson(text)) return [{ pointer: '', text: words.notJson(lineOfEnd(text)) }]
    try {
      check ??= createSchemaCheck(schema, from, Validator)
      return check(text).map(({ pointer, keyword, limit }) => ({
        pointer,
        text: visibleText(words.refused(keyword, limit)),
        isMissing: keyword === 'required',
      }))
    } catch {
      // The schema refers to another document, or is not a schema.
      return null
    }
  }
}

// The line after the last token that can be read.
function lineOfEnd(text: string): number {
  let last = 0
  for (const { end } of jsonTokens(text)) last = end
  const rest = /^[\s,:]*/.exec(text.slice(last))![0]
  return text.slice(0, last + rest.length).split('\n').length
}
