import type { ReactNode } from 'react'
import './chat.css'

export const metadata = { title: 'A chat of the AI SDK behind the route' }

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
