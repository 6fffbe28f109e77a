import { InterventionBar } from "intervention-bar";
import { connection } from "next/server";
import { Suspense } from "react";
import { Kit } from "./providers";

async function Slow() {
  await connection();
  await new Promise((resolve) => setTimeout(resolve, 300));
  return <p data-testid="streamed">Rendered by the server, a little later.</p>;
}

export default function Home() {
  return (
    <main>
      <Kit>
        <InterventionBar conversationId="demo" />
      </Kit>
      <Suspense fallback={<p>Loading</p>}>
        <Slow />
      </Suspense>
    </main>
  );
}
