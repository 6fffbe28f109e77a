import type { ComponentProps, ReactElement } from 'react'

/** Stands for the button that `shadcn add button` writes into a host. */
export function Button({
  variant = 'default',
  ...props
}: ComponentProps<'button'> & { readonly variant?: 'default' | 'outline' | 'ghost' }): ReactElement {
  return <button data-slot="button" data-variant={variant} {...props} />
}
