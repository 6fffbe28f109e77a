import { visibleText } from '../internal/visibleText.ts'
import type { Failure } from '../model/failure.ts'

/** A failure in whose words, which are the server's, nothing hides. */
export function visibleFailure(failure: Failure): Failure {
  const { fields, ...rest } = failure
  return fields
    ? {
        ...rest,
        fields: fields.map(({ path, message = '' }: Partial<(typeof fields)[number]>) => ({
          path: path ?? '',
          message: visibleText(message),
        })),
      }
    : rest
}
