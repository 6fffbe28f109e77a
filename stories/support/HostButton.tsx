import { type ComponentPropsWithoutRef, forwardRef } from 'react'

type ButtonProps = ComponentPropsWithoutRef<'button'> & { readonly variant?: 'default' | 'outline' | 'ghost' }

/** Stands for the button that `shadcn add button` writes into a host. In React 18 it forwards its ref, too. */
export const Button: React.ForwardRefExoticComponent<ButtonProps & React.RefAttributes<HTMLButtonElement>> =
  forwardRef<HTMLButtonElement, ButtonProps>(function Button({ variant = 'default', ...props }, ref) {
    return <button ref={ref} type="button" data-slot="button" data-variant={variant} {...props} />
  })
