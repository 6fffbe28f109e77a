import type { MutateOptions, UseMutationResult } from '@tanstack/react-query'

export function mapVariables<Data, Failed, Given, Variables extends Given>(
  mutation: UseMutationResult<Data, Failed, Variables>,
  variablesOf: (given: Given) => Variables,
): UseMutationResult<Data, Failed, Given> {
  type Options = MutateOptions<Data, Failed, Given>
  const given = {
    ...mutation,
    mutate: (some: Given, options: Options = {}) => mutation.mutate(variablesOf(some), options),
    mutateAsync: (some: Given, options: Options = {}) => mutation.mutateAsync(variablesOf(some), options),
  }
  // SAFETY: `Variables` extends `Given`, so a callback for the one accepts the other.
  return given as UseMutationResult<Data, Failed, Given>
}
