/** Draws a toast over the upper edge of an element, and over the place it moves to when the bar grows. Returns a function that removes it. */
export function coverWithToast(element: Element): () => void {
  const { left, top, width } = element.getBoundingClientRect()
  const toast = document.createElement('p')
  toast.textContent = 'Your settings were saved.'
  Object.assign(toast.style, {
    position: 'fixed',
    left: `${left + width / 3}px`,
    top: `${top - 92}px`,
    inlineSize: `${Math.min(width / 2, 260)}px`,
    blockSize: '106px',
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
