import { userEvent } from 'vitest/browser'
import { beforeAll } from 'vitest'

// The first click into a page gives it the focus of the window, and the guard lets no such click decide.
beforeAll(async () => {
  const button = document.createElement('button')
  button.textContent = 'Focus this page'
  document.body.append(button)
  await userEvent.click(button)
  button.remove()
})
