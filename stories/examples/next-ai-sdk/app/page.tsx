import { logOf } from '../lib/runs'
import { Chat } from './Chat'

export const dynamic = 'force-dynamic'

export default function Page() {
  const { messages, runs } = logOf('demo')
  const over = runs.filter(({ isOver }) => isOver).length
  return <Chat id="demo" messages={messages} runsRead={over} isRunning={over < runs.length} />
}
