import { cn } from '@/lib/utils'
import type * as React from 'react'

const variants = {
  default: 'bg-primary text-primary-foreground hover:bg-primary/90',
  outline: 'border-border bg-background hover:bg-foreground/5 border',
  ghost: 'hover:bg-foreground/5',
}

function Button({
  className,
  variant = 'default',
  ...props
}: React.ComponentProps<'button'> & { variant?: keyof typeof variants }) {
  return (
    <button
      data-slot="button"
      className={cn(
        'inline-flex h-9 items-center justify-center rounded-md px-4 text-sm font-medium whitespace-nowrap',
        variants[variant],
        className,
      )}
      {...props}
    />
  )
}

export { Button }
