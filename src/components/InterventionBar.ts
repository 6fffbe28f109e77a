import { StandIn } from './StandIn.tsx'
import { fetchedPart } from './fetchedPart.tsx'
import type { Bar } from './parts.ts'

/**
 * The bar above the composer: one call that waits, three decisions, and the truth about what the agent does. Draws
 * nothing while there is nothing to say. Never takes focus, caret or scroll on arrival. Renders a `<section>`.
 *
 * @example
 * <InterventionBar conversationId={id} />
 */
export const InterventionBar: typeof Bar = fetchedPart('Bar', StandIn)
