import { createRoot } from 'react-dom/client'
// Written by the test: the sample of the README, word for word.
import { Chat } from './Chat.tsx'

const root = document.getElementById('root')
if (root) createRoot(root).render(<Chat id="demo" />)
