"use client";

import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { GatewayProvider, useBusy } from "intervention-bar";
import { createHttpGateway } from "intervention-bar/core";
import { type ReactNode, useState } from "react";

const gateway = createHttpGateway({ baseUrl: "/agent" });

/** The kit, with a client of its own where the host has none. */
export function Kit({ children }: { readonly children: ReactNode }) {
  return (
    <GatewayProvider gateway={gateway}>
      <Busy />
      {children}
      <textarea aria-label="Message" />
    </GatewayProvider>
  );
}

/** The host's own client, around the kit. */
export function Host({ children }: { readonly children: ReactNode }) {
  const [client] = useState(() => new QueryClient());
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

function Busy() {
  const { isBusy } = useBusy("demo");
  return <p data-testid="busy">{isBusy ? "busy" : "idle"}</p>;
}

/** Reads what the server prefetched. */
export function Greeting() {
  const { data } = useQuery({
    queryKey: ["greeting"],
    queryFn: () => "from the page",
    staleTime: "static",
  });
  return <p data-testid="greeting">{data}</p>;
}
