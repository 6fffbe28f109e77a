'use client'
import { Facts, type FactName, Several, Shown, usePreviewWords } from './Facts.tsx'

/** Props of `AttachmentPreview`. */
export interface AttachmentPreviewProps {
  /** The name of the file. @default said to be unknown */
  readonly name?: string | undefined
  /** Its media type. @default said to be unknown */
  readonly type?: string | undefined
  /** Its content in Base64, or as a `data:` URL. It is shown as text: nothing is decoded or fetched. */
  readonly data?: string | undefined
}

/**
 * An attached image or file.
 *
 * @example
 * <AttachmentPreview name="front.png" type="image/png" data="iVBORw0KGgo=" />
 */
export function AttachmentPreview({ name, type, data }: AttachmentPreviewProps): React.ReactElement {
  const words = usePreviewWords()
  const [, ofUrl, base64 = data] = /^data:([^;,]*)(?:;[^,]*)?;base64,(.*)$/is.exec(data ?? '') ?? []
  const size = base64 === undefined ? undefined : sizeOf(base64)
  // The content may say something else than the call.
  const types = [
    ...new Set([type, ofUrl].filter((one) => one !== undefined && one !== '')),
  ] as readonly string[]
  const facts: readonly (readonly [FactName, React.ReactNode])[] = [
    ['file', name ?? null],
    ['type', types.length > 1 ? <Several key="type" texts={types} /> : (types[0] ?? null)],
    ['size', size === undefined ? null : words.bytes(size)],
  ]
  return (
    <>
      <Facts of={facts} />
      {data !== undefined && (
        <pre data-part="code">
          <Shown text={data} />
        </pre>
      )}
    </>
  )
}

function sizeOf(base64: string): number | undefined {
  const text = base64.replaceAll(/[\r\n]/g, '')
  // One character more than whole bytes is no Base64.
  if (!/^[\w+/-]*={0,2}$/.test(text) || text.replace(/=+$/, '').length % 4 === 1) return undefined
  return Math.floor((text.replace(/=+$/, '').length * 3) / 4)
}
