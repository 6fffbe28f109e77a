import type { UseMutationOptions, UseQueryOptions } from '@tanstack/react-query'
import type { SettingsClient } from '../gateway/GatewayClient.ts'
import { GatewayError } from '../gateway/GatewayError.ts'
import { portOf } from '../gateway/port.ts'
import { createRequestId } from '../gateway/requestId.ts'
import type { ApprovalSettings, SettingsAnswer, SettingsRequest } from '../model/settings.ts'
import { type ConversationAddress, noPersister, settingsKey, type SettingsKey } from './cache.ts'
import { sentOnce } from './press.ts'

/**
 * The query of the approval settings of one conversation. A change that the stream reports, and a page that is looked at
 * again, read them again.
 *
 * @example
 * const { data } = useQuery(settingsOptions({ client, gateway, conversationId }))
 */
export function settingsOptions(address: ConversationAddress): UseQueryOptions<
  ApprovalSettings,
  GatewayError,
  ApprovalSettings,
  SettingsKey
> & {
  /** The key of the settings. */
  queryKey: SettingsKey
} {
  return {
    queryKey: settingsKey(address),
    queryFn: ({ signal }) => orGatewayError(portOfSettings(address).read(address.conversationId, { signal })),
    enabled: address.gateway.settings !== undefined && address.conversationId !== '',
    staleTime: 0,
    retry: false,
    networkMode: 'always',
    throwOnError: false,
    ...noPersister,
  }
}

/** The variables of a change of the approval settings. */
export type SettingsVariables = ConversationAddress & Pick<SettingsRequest, 'version' | 'change'>

/**
 * The mutation that makes one change of the settings. They are read again where its fate is unknown.
 *
 * @example
 * const { mutate } = useMutation(changeSettingsOptions, client)
 * mutate({ client, gateway, conversationId, version: settings.version, change: { mode: 'ask' } })
 */
export const changeSettingsOptions: UseMutationOptions<SettingsAnswer, GatewayError, SettingsVariables> = {
  mutationKey: ['intervention-bar', 'settings'],
  mutationFn: async (variables) => {
    const { client, gateway, conversationId, version, change } = variables
    const request = { conversationId, version, change, requestId: createRequestId() }
    const queryKey = settingsKey(variables)
    try {
      const { signal } = new AbortController()
      const answer = await orGatewayError(portOfSettings(variables).change(request, { signal }), 'unknown')
      // An older read must not replace the answer.
      await client.cancelQueries({ queryKey })
      client.setQueryData(queryKey, answer.settings)
      if (answer.settings.scope !== 'conversation') {
        const isOther = ({ queryKey: [, , , id] }: { readonly queryKey: readonly unknown[] }): boolean =>
          id !== conversationId
        void client.invalidateQueries({
          queryKey: ['intervention-bar', gateway.id, 'settings'],
          predicate: isOther,
        })
      }
      return answer
    } catch (thrown) {
      void client.invalidateQueries({ queryKey })
      throw thrown
    }
  },
  ...sentOnce,
}

function portOfSettings({ gateway }: ConversationAddress): SettingsClient {
  const { settings } = portOf(gateway)
  if (!settings) throw new GatewayError({ code: 'unsupported', applied: 'no' })
  return settings
}

async function orGatewayError<Answer>(
  answer: Promise<Answer>,
  applied: GatewayError['applied'] = 'no',
): Promise<Answer> {
  try {
    return await answer
  } catch (thrown) {
    throw GatewayError.from(thrown, applied)
  }
}
