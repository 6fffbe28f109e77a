import { describeConformance } from './conformance.ts'
import { type RoutedAgent, startRoute } from './routeBackend.ts'

/** Runs the adapter tests for an agent behind the kit's route. */
export function describeRoute(routed: RoutedAgent): void {
  describeConformance(routed.name, (root) => startRoute(routed, root), routed.offers)
}
