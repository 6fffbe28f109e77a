import 'intervention-bar/styles.css'

// Rendered per request, so that the nonce of the policy reaches the scripts.
export const dynamic = 'force-dynamic'

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
