import { Intervention } from "intervention-bar";
import { Kit } from "../providers";

export default function Card() {
  return (
    <main>
      <Kit>
        <Intervention.Root conversationId="demo">
          <Intervention.Title />
          <Intervention.Why />
          <Intervention.Expiry />
          <Intervention.Notice />
          <Intervention.Arguments />
          <Intervention.Reason />
          <Intervention.Error />
          <Intervention.Siblings />
          <Intervention.Stop />
          <Intervention.Reject />
          <Intervention.RejectContinue />
          <Intervention.Approve />
          <Intervention.HeldBack />
          <Intervention.Receipt />
        </Intervention.Root>
      </Kit>
    </main>
  );
}
