/** Draws a toast over an element, and over where the bar's own words may move it. Returns what takes it away. */
export function coverWithToast(element: Element): () => void {
  const { left, top, width, height } = element.getBoundingClientRect()
  const toast = document.createElement('p')
  toast.textContent = 'Your settings were saved.'
  Object.assign(toast.style, {
    position: 'fixed',
    left: `${left + width / 3}px`,
    top: `${top - 92}px`,
    inlineSize: `${Math.min(width / 2, 260)}px`,
    minBlockSize: `${height + 96}px`,
    boxSizing: 'border-box',
    margin: '0',
    padding: '0.5rem 0.75rem',
    borderRadius: '0.5rem',
    font: '0.875rem/1.4 system-ui, sans-serif',
    background: '#1f2937',
    color: '#fff',
    pointerEvents: 'none',
  })
  toast.setAttribute('role', 'status')
  document.body.append(toast)
  return () => toast.remove()
}
