import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { ApproveButton, InterventionBar } from "intervention-bar";
import { Greeting, Host, Kit } from "../providers";

async function prefetched() {
  "use cache";
  const client = new QueryClient();
  await client.prefetchQuery({ queryKey: ["greeting"], queryFn: () => "from the server" });
  return dehydrate(client);
}

export default async function Hydrated() {
  return (
    <main>
      <Host>
        <HydrationBoundary state={await prefetched()}>
          <Greeting />
          <Kit>
            <InterventionBar conversationId="demo" />
            <ApproveButton conversationId="demo" data-testid="lone" />
          </Kit>
        </HydrationBoundary>
      </Host>
    </main>
  );
}
