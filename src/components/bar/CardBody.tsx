'use client'
import { memo } from 'react'
import { Arguments } from '../arguments/Arguments.tsx'
import { Actions } from '../card/Actions.tsx'
import { useShownCall } from '../card/InterventionContext.ts'
import { Expiry } from '../card/Expiry.tsx'
import { Risks, Why } from '../card/Meta.tsx'
import { NoticeOfChange } from '../card/Notice.tsx'
import { Overflow } from '../card/Overflow.tsx'
import { Pager } from '../card/Pager.tsx'
import { Title } from '../card/Title.tsx'
import { Question } from '../question/Question.tsx'
import { Icon, type iconOf } from '../icons.tsx'

interface CardBodyProps {
  readonly heading: 'h3'
  readonly icon: ReturnType<typeof iconOf>
}

// Its parts draw themselves again when the card changes.
export const CardBody: React.FunctionComponent<CardBodyProps> = /* @__PURE__ */ memo(function CardBody({
  heading: Heading,
  icon,
}: CardBodyProps): React.ReactElement {
  const { card, expiresAt, hasChanged, asked } = useShownCall()
  return (
    <>
      <header data-part="headline">
        <span data-part="icon" aria-hidden="true">
          <Icon of={icon} />
        </span>
        <Title render={({ 'data-rendered': _ofHosts, ...props }) => <Heading {...props} />} />
        <div data-part="tools">
          {expiresAt !== null && <Expiry />}
          <Pager />
          <Overflow />
        </div>
      </header>
      <div data-part="meta">
        <Risks />
        {card.why && <Why />}
      </div>
      {hasChanged && <NoticeOfChange />}
      {asked && <Question />}
      <Arguments />
      <Actions />
    </>
  )
})
