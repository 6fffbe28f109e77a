import {
  AssistantRuntimeProvider,
  MessagePrimitive,
  ThreadPrimitive,
  type ToolCallMessagePartProps,
} from '@assistant-ui/react'
import { useAISDKRuntime } from '@assistant-ui/react-ai-sdk'
import { useChat } from '@ai-sdk/react'
import { DefaultChatTransport, lastAssistantMessageIsCompleteWithApprovalResponses, type UIMessage } from 'ai'
import { useState } from 'react'
import { aiSdkAnswer, uiMessages } from './content.ts'

const transport = new DefaultChatTransport<UIMessage>({ api: '/api/chat' })
export const approve = '[data-approve]'
export const answer = aiSdkAnswer

/** What ToolFallback of assistant-ui draws of a call that waits: the name, the arguments and the two buttons of its Approval. */
function ToolFallback({ toolName, argsText, approval, respondToApproval }: ToolCallMessagePartProps) {
  const [submitted, setSubmitted] = useState(false)
  const respond = (approved: boolean) => (): void => {
    void respondToApproval({ approved })
    setSubmitted(true)
  }
  return (
    <div>
      Used tool: <b>{toolName}</b>
      <pre>{argsText}</pre>
      {approval?.approved === undefined && (
        <div>
          <button type="button" data-approve disabled={submitted} onClick={respond(true)}>
            Allow
          </button>
          <button type="button" disabled={submitted} onClick={respond(false)}>
            Deny
          </button>
        </div>
      )}
    </div>
  )
}

const Message = (): React.ReactElement => (
  <MessagePrimitive.Root>
    <MessagePrimitive.Parts components={{ tools: { Fallback: ToolFallback } }} />
  </MessagePrimitive.Root>
)

export function Side(): React.ReactElement {
  const chat = useChat({
    messages: uiMessages as UIMessage[],
    transport,
    sendAutomaticallyWhen: lastAssistantMessageIsCompleteWithApprovalResponses,
  })
  return (
    <AssistantRuntimeProvider runtime={useAISDKRuntime(chat)}>
      <ThreadPrimitive.Root>
        <ThreadPrimitive.Viewport>
          <ThreadPrimitive.Messages components={{ Message }} />
        </ThreadPrimitive.Viewport>
      </ThreadPrimitive.Root>
    </AssistantRuntimeProvider>
  )
}
