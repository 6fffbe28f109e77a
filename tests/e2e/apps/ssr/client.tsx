import 'intervention-bar/styles.css'
import './chat.css'
import { StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { Chat } from './Chat.tsx'

const conversation = JSON.parse(document.getElementById('conversation')?.textContent ?? 'null')
const root = document.getElementById('root')
if (root) {
  hydrateRoot(
    root,
    <StrictMode>
      <Chat conversation={conversation} />
    </StrictMode>,
  )
}
