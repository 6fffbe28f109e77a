import CssBaseline from '@mui/material/CssBaseline'
import GlobalStyles from '@mui/material/GlobalStyles'
import OutlinedInput from '@mui/material/OutlinedInput'
import Stack from '@mui/material/Stack'
import { createTheme, ThemeProvider } from '@mui/material/styles'
import { GatewayProvider, InterventionBar } from 'intervention-bar'
import 'intervention-bar/styles.css'
import { createRoot } from 'react-dom/client'
import '../fonts.css'
import { openScene } from './scene.ts'

const theme = createTheme({ palette: { mode: 'dark' }, typography: { fontFamily: 'Inter' } })
const { palette, shape } = theme

createRoot(document.getElementById('app')!).render(
  <ThemeProvider theme={theme}>
    <CssBaseline enableColorScheme />
    <GlobalStyles
      styles={{
        ':root': {
          '--ib-background': palette.background.paper,
          '--ib-foreground': palette.text.primary,
          '--ib-border': palette.divider,
          '--ib-primary': palette.primary.main,
          '--ib-primary-foreground': palette.primary.contrastText,
          '--ib-radius': `${shape.borderRadius}px`,
        },
      }}
    />
    <GatewayProvider gateway={openScene().gateway}>
      <Stack spacing={1} sx={{ maxWidth: 760, margin: '16px auto', padding: '0 8px' }}>
        <InterventionBar conversationId="demo" />
        <OutlinedInput placeholder="Message" inputProps={{ 'aria-label': 'Message' }} />
      </Stack>
    </GatewayProvider>
  </ThemeProvider>,
)
