import { Suspense } from 'react'
import { Chat } from './Chat'

async function Slow() {
  await new Promise((resolve) => setTimeout(resolve, 300))
  return <p data-testid="streamed">Rendered by the server, a little later.</p>
}

export default function Page() {
  return (
    <main>
      <Chat />
      <Suspense fallback={<p>Loading</p>}>
        <Slow />
      </Suspense>
    </main>
  )
}
