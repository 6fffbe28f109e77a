import { useChat } from '@ai-sdk/react'
import { DefaultChatTransport, lastAssistantMessageIsCompleteWithApprovalResponses, type UIMessage } from 'ai'
import { aiSdkAnswer, uiMessages } from './content.ts'
const transport = new DefaultChatTransport<UIMessage>({ api: '/api/chat' })
export const approve = '[data-approve]'
export const answer = aiSdkAnswer

/** A card with the structure that Confirmation of AI SDK Elements has: an alert whose parts depend on the state of the call. */
export function Side(): React.ReactElement {
  const { messages, addToolApprovalResponse } = useChat({
    messages: uiMessages as UIMessage[],
    transport,
    sendAutomaticallyWhen: lastAssistantMessageIsCompleteWithApprovalResponses,
  })
  return (
    <main>
      {messages.map(({ id, parts }) => (
        <div key={id}>
          {parts.map((part, at) => {
            if (part.type === 'text') return <p key={at}>{part.text}</p>
            if (part.type !== 'tool-send_mail' || !('approval' in part) || !part.approval) return null
            const decide = (approved: boolean) => (): void =>
              void addToolApprovalResponse({ id: part.approval?.id ?? '', approved })
            return (
              <div key={at} role="alert">
                {part.state === 'approval-requested' ? (
                  <>
                    The assistant wants to use send_mail
                    <pre>{JSON.stringify(part.input, null, 2)}</pre>
                    <button type="button" onClick={decide(false)}>
                      Reject
                    </button>
                    <button type="button" data-approve onClick={decide(true)}>
                      Approve
                    </button>
                  </>
                ) : (
                  <>{part.approval.approved ? 'You approved this call' : 'You rejected this call'}</>
                )}
              </div>
            )
          })}
        </div>
      ))}
    </main>
  )
}
