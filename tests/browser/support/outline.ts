import { cdp } from 'vitest/browser'

interface AxNode {
  readonly nodeId: string
  readonly childIds?: readonly string[]
  readonly ignored: boolean
  readonly role?: { readonly value: string }
  readonly name?: { readonly value: string }
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value: unknown } }[]
}

interface Frames {
  readonly frame: { readonly id: string; readonly url: string }
  readonly childFrames?: readonly Frames[]
}

const roles =
  /^(?:region|heading|button|textbox|group|navigation|link|checkbox|radio|radiogroup|combobox|spinbutton|slider|switch|option|listbox|list|menu|menuitem|menuitemradio|dialog|alert|alertdialog|timer|image|table|term|separator|form|DescriptionListTerm|deletion|insertion)$/

const states = /^(?:checked|disabled|expanded|invalid|level|pressed|readonly|required)$/

/** The outline that assistive technology gets of the bar: roles, names and states. Times of day are `0:00`. */
export async function outline(): Promise<readonly string[]> {
  const { frameTree } = (await cdp().send('Page.getFrameTree')) as { frameTree: Frames }
  const frames = [frameTree, ...(frameTree.childFrames ?? [])].map(({ frame }) => frame)
  const frameId = frames.find(({ url }) => url === location.href)!.id
  const { nodes } = (await cdp().send('Accessibility.getFullAXTree', { frameId })) as {
    nodes: readonly AxNode[]
  }
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const lines: string[] = []
  const bar = nodes.find(({ ignored, role }) => !ignored && role?.value === 'region')
  if (bar) tell(bar, 0)
  // Hundreds of alike lines are told once.
  return lines.flatMap((line, at) => {
    if (line === lines[at - 1]) return []
    const next = lines.findIndex((other, place) => place > at && other !== line)
    const count = (next === -1 ? lines.length : next) - at
    return [count > 1 ? `${line} x ${count}` : line]
  })

  function tell({ ignored, role, name, properties = [], childIds = [] }: AxNode, depth: number): void {
    const isTold = !ignored && roles.test(role?.value ?? '') && (role!.value !== 'list' || name?.value !== '')
    if (isTold) {
      const told = properties.flatMap(({ name: state, value: { value } }) =>
        !states.test(state) || /^(?:false|undefined)$/.test(String(value))
          ? []
          : [/^true$/.test(String(value)) ? `[${state}]` : `[${state}=${String(value)}]`],
      )
      const text = (name?.value ?? '').replaceAll(/\d?\d:\d\d(?:\s[AP]M)?/g, '0:00')
      lines.push(['  '.repeat(depth) + role!.value, ...(text ? [`"${text}"`] : []), ...told].join(' '))
    }
    for (const id of childIds) {
      const child = byId.get(id)
      if (child) tell(child, isTold ? depth + 1 : depth)
    }
  }
}
