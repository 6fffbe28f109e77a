import { GatewayProvider, Intervention, InterventionBar } from 'intervention-bar'
import 'intervention-bar/styles.css'
import { createRoot } from 'react-dom/client'
import '../fonts.css'
import { Button } from './button.tsx'
import { openScene } from './scene.ts'
import './shadcn.css'

const wanted = new URLSearchParams(location.search)

/** A card of the host's own, with the host's own buttons. */
function OwnCard(): React.ReactElement {
  return (
    <Intervention.Root
      conversationId="demo"
      styled={wanted.has('styled')}
      className="flex flex-col gap-4 rounded-xl border bg-card p-6 text-card-foreground shadow-sm"
    >
      <Intervention.Title className="text-base font-semibold" />
      <Intervention.Arguments className="rounded-md bg-muted p-3 text-sm" />
      <div className="flex justify-end gap-2">
        <Intervention.Reject render={<Button variant="ghost" />} />
        <Intervention.RejectContinue render={<Button variant="outline" />} />
        <Intervention.Approve render={<Button />} />
      </div>
    </Intervention.Root>
  )
}

document.documentElement.classList.toggle('dark', wanted.has('dark'))
createRoot(document.getElementById('app')!).render(
  <GatewayProvider gateway={openScene().gateway}>
    <main className="mx-auto flex max-w-[47.5rem] flex-col gap-2 p-2">
      {wanted.has('own') ? <OwnCard /> : <InterventionBar conversationId="demo" />}
      <textarea
        aria-label="Message"
        placeholder="Send a message…"
        className="min-h-16 rounded-md border border-input bg-transparent px-3 py-2 text-base shadow-xs"
      />
      {wanted.has('own') && (
        <div className="flex gap-2" data-twins>
          <Button variant="ghost">Reject and stop</Button>
          <Button variant="outline">Reject and continue</Button>
          <Button>Approve</Button>
        </div>
      )}
    </main>
  </GatewayProvider>,
)
