import { InterventionBar } from "intervention-bar";
import { createHttpGateway } from "intervention-bar/core";
import { headers } from "next/headers";
import { Suspense } from "react";
import { Kit } from "../providers";
import "./chat.css";

async function Chat() {
  const host = (await headers()).get("host");
  const gateway = createHttpGateway({ baseUrl: `http://${host}/agent` });
  const conversation = await gateway
    .readConversation("demo", { signal: AbortSignal.timeout(2_000) })
    // Without it the page reads for itself.
    .catch(() => null);
  return (
    <main>
      <div data-testid="messages">Tell Ana about the new date.</div>
      <Kit>
        <InterventionBar conversationId="demo" initialConversation={conversation} />
      </Kit>
    </main>
  );
}

export default function First() {
  return (
    <Suspense>
      <Chat />
    </Suspense>
  );
}
