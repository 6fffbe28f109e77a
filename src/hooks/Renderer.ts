import type { ComponentType } from 'react'
import type { EditDraft } from '../model/editDraft.ts'
import type { InterventionCall, ToolAnnotations } from '../model/intervention.ts'
import type { ParsedValue } from '../model/parsedJson.ts'

/** Props of a renderer. */
export interface RendererProps {
  /** The call. Values that are hidden are replaced in it by a text that stands for them. */
  readonly call: InterventionCall
  /**
   * The parsed `argsText`: exactly what would run, with the edits if there are any. A number that JavaScript cannot hold is
   * its text; any other keeps its value and not its digits.
   */
  readonly args: ParsedValue
  /** The exact text of the arguments. */
  readonly argsText: string
  /** The edit of the arguments. Null: nobody edits them. */
  readonly draft: EditDraft | null
  /** The person asked for all of the arguments: nothing may be left out. */
  readonly isRevealed: boolean
}

/** The calls that a renderer is for: by the name of the tool, by everything that is given, or by a function. */
export type RendererMatch =
  | string
  | {
      /** The name of the tool. */
      readonly tool?: string
      /** The server of the tool. */
      readonly server?: string
      /** A hint that the tool gives of itself. It has to be true. */
      readonly annotation?: keyof ToolAnnotations
    }
  | ((call: InterventionCall) => boolean)

/** Shows the arguments of some calls in the place of the list of arguments. */
export interface Renderer {
  /** The calls that it is for. */
  readonly match: RendererMatch
  /** Draws the arguments. Keep its identity between renders. Null: the list, without any preview of the kit. */
  readonly component: ComponentType<RendererProps> | null
}
