import { visibleText } from '../../model/visibleText.ts'
import type { Failure } from '../../model/failure.ts'

/** A failure in whose words, which are the server's, nothing hides. */
export function visibleFailure(failure: Failure): Failure {
  const { fields, ...rest } = failure
  return fields
    ? {
        ...rest,
        // A host without types may leave the words out.
        fields: fields.map(
          ({ path, message = '' }: { readonly path: string; readonly message?: string }) => ({
            path,
            message: visibleText(message),
          }),
        ),
      }
    : rest
}
