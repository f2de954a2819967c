import { keepPreviousData, QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { createAgentSession, createGateway, HoldListPanel, HoldListProvider, parseSetGuid } from "hold-list-panel";
import "hold-list-panel/styles.css";
import { createRoot } from "react-dom/client";

const gateway = createGateway({ baseUrl: "" });
const session = createAgentSession();
// What suits a desktop's own queries, and would break a poll that let it through.
const client = new QueryClient({
  defaultOptions: {
    queries: {
      enabled: false,
      gcTime: Infinity,
      initialData: () => ({ calls: [{ callId: "0-0", callType: 0, caller: "66666", called: "", skill: "" }] }),
      networkMode: "online",
      placeholderData: keepPreviousData,
      queryFn: () => [],
      refetchInterval: 50,
      refetchOnMount: "always",
      refetchOnReconnect: "always",
      refetchOnWindowFocus: "always",
      retry: 5,
      retryDelay: 1,
      select: () => null,
      staleTime: Infinity,
      structuralSharing: false,
      suspense: true,
      throwOnError: true,
    },
  },
});

async function signIn() {
  const response = await fetch("/agentgateway/resource/onlineagent/291", {
    method: "PUT",
    headers: { "Content-Type": "application/json; charset=UTF-8" },
    body: JSON.stringify({ password: "demo", phonenum: "40038", autoanswer: "false" }),
  });
  const guid = parseSetGuid(response.headers.get("Set-GUID"));
  if (guid !== null) session.getState().signIn({ agentId: "291", guid });
}

function Customers() {
  const { data } = useQuery({
    queryKey: ["customers"],
    queryFn: () => "customers",
    enabled: true,
    refetchInterval: false,
    select: (shown) => JSON.stringify(shown),
  });
  return <p>{data}</p>;
}

createRoot(document.getElementById("root")).render(
  <QueryClientProvider client={client}>
    <Customers />
    <HoldListProvider gateway={gateway} session={session} queryClient={client}>
      <button type="button" onClick={signIn}>
        Sign in
      </button>
      <button type="button" onClick={() => client.invalidateQueries()}>
        Invalidate everything
      </button>
      <HoldListPanel />
    </HoldListProvider>
  </QueryClientProvider>,
);
