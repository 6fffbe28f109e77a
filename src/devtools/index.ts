export { InterventionDevtools, type InterventionDevtoolsProps } from './InterventionDevtools.tsx'
