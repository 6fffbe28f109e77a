import { useEffect, useState } from 'react'

interface Delta {
  readonly delta: string
  readonly isNew: boolean
}

/** A chat that shows what its agent says as it comes: the page that the bar is added to. */
export function Chat(): React.ReactElement {
  const [messages, setMessages] = useState<readonly string[]>([''])
  useEffect(() => {
    const over = new AbortController()
    follow(over.signal, ({ delta, isNew }) => {
      setMessages((before) => (isNew ? [...before, delta] : [...before.slice(0, -1), before.at(-1) + delta]))
    }).catch(() => undefined)
    return () => over.abort()
  }, [])
  return (
    <main>
      {messages.map((text, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- messages only come to the end of it.
        <p key={index}>{text}</p>
      ))}
    </main>
  )
}

async function follow(signal: AbortSignal, onDelta: (delta: Delta) => void): Promise<void> {
  const { body } = await fetch('/chat', { signal })
  const reader = body!.pipeThrough(new TextDecoderStream()).getReader()
  let buffer = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    buffer += value
    const lines = buffer.split('\n\n')
    buffer = lines.pop() ?? ''
    for (const line of lines) onDelta(JSON.parse(line.slice('data: '.length)) as Delta)
  }
}
