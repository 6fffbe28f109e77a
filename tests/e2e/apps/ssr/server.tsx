import { createHttpGateway } from 'intervention-bar/core'
import { StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { Chat } from './Chat.tsx'

/** Renders the page for one request. `baseUrl`: the gateway's, as the server reaches it. */
export async function render(template: string, baseUrl: string): Promise<string> {
  const gateway = createHttpGateway({ baseUrl })
  const conversation = await gateway
    .readConversation('demo', { signal: AbortSignal.timeout(2_000) })
    // Without it the page reads for itself.
    .catch(() => null)
  const html = renderToString(
    <StrictMode>
      <Chat conversation={conversation} />
    </StrictMode>,
  )
  // A "<" in an argument could end the script.
  const json = JSON.stringify(conversation).replaceAll('<', '\\u003c')
  return template.replace('<!--app-->', () => html).replace('<!--conversation-->', () => json)
}
