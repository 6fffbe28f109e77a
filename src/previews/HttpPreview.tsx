'use client'
import { ArgumentList } from '../components/arguments/ArgumentList.tsx'
import { readShort } from '../components/arguments/readArguments.ts'
import { Address } from './Address.tsx'
import { Facts, Shown } from './Facts.tsx'

/** Props of `HttpPreview`. */
export interface HttpPreviewProps {
  /** The whole address. */
  readonly url: string
  /** The method. @default said to be unknown */
  readonly method?: string | undefined
  /** The names and values of the headers, in their order. */
  readonly headers?: readonly (readonly [name: string, value: string])[] | undefined
  /** The body, as its exact text; JSON is drawn as a tree. */
  readonly body?: string | undefined
}

/**
 * A request over HTTP.
 *
 * @example
 * <HttpPreview method="DELETE" url="https://api.example.com/carts/7" />
 */
export function HttpPreview({ url, method, headers, body }: HttpPreviewProps): React.ReactElement {
  const reading = body === undefined || !/^\s*[{[]/.test(body) ? null : readShort(body)
  const tree = reading?.list && reading.flaws.size === 0 && (
    <ArgumentList list={reading.list} schema={undefined} />
  )
  const text = body !== undefined && (
    <pre data-part="code">
      <Shown text={body} />
    </pre>
  )
  const several = headers && headers.length > 0 ? <Headers of={headers} /> : undefined
  return (
    <Facts
      of={[
        ['method', method ?? null],
        ['address', <Address key="url" text={url} />],
        ['headers', several],
        ['body', tree || text || undefined],
      ]}
    />
  )
}

function Headers({ of }: { readonly of: NonNullable<HttpPreviewProps['headers']> }): React.ReactElement {
  return (
    <ul data-part="several">
      {of.map(([name, value], index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a header may be there twice.
        <li key={index}>
          <Shown text={name} />: <Shown text={value} />
        </li>
      ))}
    </ul>
  )
}
