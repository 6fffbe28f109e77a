import { useChat } from '@ai-sdk/react'
import {
  AssistantRuntimeProvider,
  ComposerPrimitive,
  MessagePrimitive,
  ThreadPrimitive,
} from '@assistant-ui/react'
import { useAISDKRuntime } from '@assistant-ui/react-ai-sdk'
import { lastAssistantMessageIsCompleteWithApprovalResponses, type UIMessage } from 'ai'
import { GatewayProvider, InterventionBar } from 'intervention-bar'
import { createAiSdkGateway } from 'intervention-bar/adapters/ai-sdk'
import 'intervention-bar/styles.css'
import { useEffect } from 'react'

const kept = JSON.parse(localStorage.getItem('messages') ?? '[]') as UIMessage[]

const Message = () => (
  <MessagePrimitive.Root>
    <MessagePrimitive.Parts />
  </MessagePrimitive.Root>
)

export function App() {
  const chat = useChat({
    id: 'demo',
    messages: kept,
    sendAutomaticallyWhen: lastAssistantMessageIsCompleteWithApprovalResponses,
  })
  useEffect(() => localStorage.setItem('messages', JSON.stringify(chat.messages)), [chat.messages])
  const runtime = useAISDKRuntime(chat)

  return (
    <AssistantRuntimeProvider runtime={runtime}>
      <ThreadPrimitive.Root className="chat">
        <ThreadPrimitive.Viewport className="messages">
          <ThreadPrimitive.Messages components={{ Message }} />
        </ThreadPrimitive.Viewport>
        <GatewayProvider gateway={createAiSdkGateway(chat)}>
          <InterventionBar conversationId={chat.id} />
        </GatewayProvider>
        <ComposerPrimitive.Root className="composer">
          <ComposerPrimitive.Input aria-label="Message" />
          <ComposerPrimitive.Send>Send</ComposerPrimitive.Send>
        </ComposerPrimitive.Root>
      </ThreadPrimitive.Root>
    </AssistantRuntimeProvider>
  )
}
