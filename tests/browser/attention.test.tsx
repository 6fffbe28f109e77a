import { render } from '@testing-library/react'
import { type AttentionOptions, GatewayProvider, useAttention } from 'intervention-bar'
import { agentThatAsks, calls, createMemoryGateway, createMockGateway } from 'intervention-bar/mocks'
import { expect, it, vi } from 'vitest'
import '../support/cleanup.ts'

function Caller(options: AttentionOptions): null {
  useAttention('demo', options)
  return null
}

it('draws the number over the icon of the page, plays its sound, and puts the icon back', async () => {
  const icon = Object.assign(document.createElement('link'), {
    rel: 'icon',
    href: 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  })
  // Of another origin, without a size, or no picture at all: then the number stands alone.
  const other = Object.assign(document.createElement('link'), { rel: 'icon', href: 'data:,none' })
  document.head.append(icon, other)
  const own = icon.getAttribute('href')
  const looks = vi.spyOn(document, 'hasFocus').mockReturnValue(false)
  const started = vi.spyOn(OscillatorNode.prototype, 'start')
  const mock = createMockGateway({ agent: agentThatAsks(calls.sendMail) })
  mock.open('demo')
  const { unmount } = render(
    <GatewayProvider gateway={createMemoryGateway(mock)}>
      <Caller badge sound />
    </GatewayProvider>,
  )
  mock.say('demo', 'go')
  await expect.poll(() => icon.getAttribute('href')).toMatch(/^data:image\/png/)
  await expect.poll(() => started.mock.calls.length).toBe(2)
  // The host changes one of its icons, and adds one, meanwhile.
  other.setAttribute('href', 'data:,changed')
  const added = Object.assign(document.createElement('link'), { rel: 'shortcut icon', href: 'data:,added' })
  document.head.append(added)
  mock.say('demo', 'again')
  await expect.poll(() => added.getAttribute('href')).toMatch(/^data:image\/png/)
  looks.mockReturnValue(true)
  window.dispatchEvent(new Event('focus'))
  expect(icon.getAttribute('href')).toBe(own)
  expect([other, added].map((one) => one.getAttribute('href'))).toEqual(['data:,changed', 'data:,added'])
  looks.mockReturnValue(false)
  window.dispatchEvent(new Event('blur'))
  await expect.poll(() => icon.getAttribute('href')).toMatch(/^data:image\/png/)
  unmount()
  expect(icon.getAttribute('href')).toBe(own)
  for (const one of [icon, other, added]) one.remove()
})
