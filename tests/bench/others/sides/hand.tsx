import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { HandWritten } from '../../page/HandWritten.tsx'
import { message } from './content.ts'
import { protocolAnswer } from './protocolAnswer.ts'

export const approve = '[data-part="approved"]'
export const answer = protocolAnswer

export const Side = (): React.ReactElement => (
  <QueryClientProvider client={new QueryClient()}>
    <main>
      <p>{message}</p>
      <HandWritten />
    </main>
  </QueryClientProvider>
)
