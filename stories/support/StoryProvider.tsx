import { GatewayProvider, type GatewayProviderProps } from 'intervention-bar'
import { useContext } from 'react'
import { LanguageContext } from './languages.ts'

/** `GatewayProvider` in the language that is chosen in the toolbar. */
export function StoryProvider(props: GatewayProviderProps): React.ReactElement {
  return <GatewayProvider messages={useContext(LanguageContext)} {...props} />
}
