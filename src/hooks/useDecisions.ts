'use client'
import type { DecisionRequest, Rejection, RememberScope } from '../model/decision.ts'
import type { ConversationId, OperationId, Revision, ToolCallId } from '../model/ids.ts'
import { type MutateOptions, useMutation, type UseMutationResult } from '@tanstack/react-query'
import type { GatewayError } from '../gateway/GatewayError.ts'
import type { DecideResult } from '../client/cards.ts'
import type { DecideDetails, OnDecide, OnResumed, Press } from '../client/press.ts'
import { mutate, resumeOptions, startPress } from '../client/decide.ts'
import { useAddress, useGatewayContext } from './GatewayContext.ts'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { findCall } from '../model/conversation.ts'
import type { InterventionCall } from '../model/intervention.ts'
import { getState, scopeOf } from '../client/cache.ts'
import { shownEnd } from '../client/secrets.ts'
import { claimEarly } from '../client/otherTabs.ts'

/** The call to decide, and the revision that the person saw. */
export interface DecideVariables {
  readonly toolCallId: ToolCallId
  /** The revision that the person saw. @default the revision of this hook's last render */
  readonly revision?: Revision
}

/** An approval. */
export interface ApproveVariables extends DecideVariables {
  /** The arguments as the person edited them, as JSON text. A placeholder of a hidden value is sent as the value. */
  readonly argsText?: string
  /** One of the scopes that the call offers. @default this call only */
  readonly remember?: RememberScope
  /** The person's words, where the call has an `approvalNote`. */
  readonly note?: string
}

/** A rejection. */
export interface RejectVariables extends DecideVariables {
  /** The person's words, for the agent. Required where the call says so. */
  readonly reason?: string
}

/** An answer. */
export interface AnswerVariables extends DecideVariables {
  /** The text itself, or JSON where the question has a form. Left out only where it has a URL. */
  readonly answerText?: string
}

function approvalOf(
  { toolCallId, revision, argsText, remember, note }: ApproveVariables,
  shown: ShownRevision,
): readonly [DecisionRequest] {
  return [
    {
      toolCallId,
      revision: revision ?? shown(toolCallId),
      decision: 'approved',
      ...(argsText === undefined ? {} : { argsText }),
      ...(remember === undefined ? {} : { remember }),
      ...(note ? { note } : {}),
    },
  ]
}

function useRejection(
  conversationId: ConversationId,
  decision: Rejection,
): DecisionMutation<RejectVariables> {
  const shown = useShownRevision(conversationId)
  return useDecisionMutation(conversationId, ({ toolCallId, revision, reason }: RejectVariables) => [
    { toolCallId, revision: revision ?? shown(toolCallId), decision, ...(reason ? { reason } : {}) },
  ])
}

/**
 * Approves a call: the tool runs. Bypasses the press guard of the buttons; use it for your own controls.
 *
 * @example
 * const approve = useApprove(conversationId)
 * approve.mutate({ toolCallId })
 */
export function useApprove(conversationId: ConversationId): DecisionMutation<ApproveVariables> {
  const shown = useShownRevision(conversationId)
  return useDecisionMutation(conversationId, (variables: ApproveVariables) => approvalOf(variables, shown))
}

/**
 * Rejects a call and stops the run. Bypasses the press guard of the buttons.
 *
 * @example
 * const reject = useReject(conversationId)
 * reject.mutate({ toolCallId, reason: 'Not to this address.' })
 */
export function useReject(conversationId: ConversationId): DecisionMutation<RejectVariables> {
  return useRejection(conversationId, 'rejected')
}

/**
 * Rejects a call in one request; the agent is told and continues. Bypasses the press guard of the buttons.
 *
 * @example
 * const rejectContinue = useRejectContinue(conversationId)
 * rejectContinue.mutate({ toolCallId, reason: 'Send it to the team instead.' })
 */
export function useRejectContinue(conversationId: ConversationId): DecisionMutation<RejectVariables> {
  return useRejection(conversationId, 'rejected_continue')
}

/**
 * Answers a question. Bypasses the press guard of the buttons.
 *
 * @example
 * const answer = useAnswer(conversationId)
 * answer.mutate({ toolCallId, answerText: 'The second one.' })
 */
export function useAnswer(conversationId: ConversationId): DecisionMutation<AnswerVariables> {
  const shown = useShownRevision(conversationId)
  return useDecisionMutation(conversationId, ({ toolCallId, revision, answerText }: AnswerVariables) => [
    {
      toolCallId,
      revision: revision ?? shown(toolCallId),
      decision: 'answered',
      ...(answerText === undefined ? {} : { answerText }),
    },
  ])
}

/** One resume with all its decisions. They apply together or not at all. */
export interface ResumeVariables {
  /** The paused operation. */
  readonly operationId: OperationId
  /** One per call. */
  readonly decisions: readonly [DecisionRequest, ...DecisionRequest[]]
}

/**
 * Sends several decisions as one resume. Bypasses the press guard of the buttons.
 *
 * @example
 * const resume = useResume(conversationId)
 * resume.mutate({ operationId, decisions: [{ toolCallId, revision, decision: 'approved' }] })
 */
export function useResume(conversationId: ConversationId): DecisionMutation<ResumeVariables> {
  return useDecisionMutation(conversationId, ({ decisions }: ResumeVariables) => decisions)
}

/** A TanStack mutation whose locks are taken the moment `mutate` is called. */
export type DecisionMutation<Variables> = UseMutationResult<DecideResult, GatewayError, Variables>

type DecisionsOf<Variables> = (variables: Variables) => readonly [DecisionRequest, ...DecisionRequest[]]

const shownOptions = {
  ...resumeOptions,
  mutationFn: (press: Press) => shownEnd(startPress(press), press, () => getState(press)?.interventions),
}

// The one way from a hook to a decision. It decides on what the cache has; something else has to follow.
function useDecisionMutation<Variables extends object>(
  conversationId: ConversationId,
  decisionsOf: DecisionsOf<Variables>,
): DecisionMutation<Variables> {
  const { onDecide, onResumed, secretKeys } = useGatewayContext()
  const address = useAddress(conversationId)
  const mutation = useMutation<DecideResult, GatewayError, Press & Variables>(shownOptions)

  return mapVariables(mutation, (variables: Variables) => {
    const decisions = decisionsOf(variables)
    const host = { onDecide, onResumed, secretKeys }
    const press = { ...variables, ...address, ...host, decisions, source: 'hook' } as const
    void startPress(press)
    return press
  })
}

type ShownRevision = (toolCallId: ToolCallId) => Revision

/**
 * The revisions that this component last rendered. It renders again when one changes, although it does not follow the
 * conversation.
 */
function useShownRevision(conversationId: ConversationId): ShownRevision {
  const address = useAddress(conversationId)
  const subscribe = useCallback(
    (listener: () => void) => address.client.getQueryCache().subscribe(listener),
    [address],
  )
  const known = (): readonly InterventionCall[] | undefined => getState(address)?.interventions
  const shown = useSyncExternalStore(subscribe, known, () => undefined)
  return (toolCallId) => findCall(shown, toolCallId)?.revision ?? ''
}

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

export interface PressOrigin {
  readonly source: DecideDetails['source']
  readonly event?: Event
  readonly onDecide?: OnDecide | undefined
  readonly onResumed?: OnResumed | undefined
}

export interface PressOfParts {
  readonly press: (made: DecisionRequest, origin: PressOrigin) => void
  readonly pressAll: (made: ResumeVariables['decisions'], origin: PressOrigin) => void
  /** A button of this call went down. */
  readonly prepare: (toolCallId: ToolCallId) => void
}

/** Presses a decision, for the parts: the result is in the card. */
export function usePress(conversationId: ConversationId): PressOfParts {
  const host = useGatewayContext()
  const address = useAddress(conversationId)
  // It stays the same whatever the host renders: with another one the buttons would begin to arm anew.
  const prepare = useCallback((toolCallId: ToolCallId) => claimEarly(scopeOf(address), toolCallId), [address])
  return useMemo(() => {
    const pressAll = (decisions: ResumeVariables['decisions'], origin: PressOrigin): void => {
      const { source, event, onDecide = host.onDecide, onResumed = host.onResumed } = origin
      const { secretKeys } = host
      mutate({ ...address, decisions, source, event, onDecide, onResumed, secretKeys })
    }
    return { prepare, pressAll, press: (made, origin) => pressAll([made], origin) }
  }, [address, host, prepare])
}
