import { MantineProvider } from "@mantine/core";
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { Route, Router, Switch } from "wouter";
import { ApiProblem } from "./api/client.ts";
import { HOUSE_FACE } from "../shared/face.ts";
import { useMe, usePersona } from "./api/queries.ts";
import { AlertsPage } from "./alerts/alerts-page.tsx";
import { TryRulePage } from "./alerts/try-rule.tsx";
import { CallsPage } from "./calls/calls-page.tsx";
import { ConversationPage } from "./conversations/conversation-page.tsx";
import { ConversationsPage } from "./conversations/conversations-page.tsx";
import { CustomerPage } from "./customers/customer-page.tsx";
import { CustomersPage } from "./customers/customers-page.tsx";
import { DeliveriesPage } from "./deliveries/deliveries-page.tsx";
import { LedgerPage } from "./ledger/ledger-page.tsx";
import { CampaignsPage } from "./campaigns/campaigns-page.tsx";
import { FairnessPage } from "./fairness/fairness-page.tsx";
import { ClockProvider } from "./live/clock.tsx";
import { LiveProvider } from "./live/live.tsx";
import { NoClaimsPage } from "./no-claims/no-claims-page.tsx";
import { PersonaFace } from "./parts/face.tsx";
import { Empty, Failed } from "./parts/states.tsx";
import { Page } from "./parts/page.tsx";
import { RulebooksPage } from "./rulebooks/rulebooks-page.tsx";
import { QuestionsPage } from "./questions/questions-page.tsx";
import { QueuePage } from "./queue/queue-page.tsx";
import { Login } from "./shell/login.tsx";
import { MeContext } from "./shell/me.ts";
import { Shell } from "./shell/shell.tsx";
import { theme } from "./theme.ts";

/** A session that ended in the middle of work: the login stands where the page was, and the page comes back after it. */
function createQueries(): QueryClient {
  function onError(error: Error) {
    if (error instanceof ApiProblem && error.status === 401) queries.setQueryData(["me"], null);
  }
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (count, error) => count < 2 && error instanceof ApiProblem && (error.status === 0 || error.status >= 502),
      },
    },
  });
  return queries;
}

export function App() {
  const [queries] = useState(createQueries);
  return (
    <QueryClientProvider client={queries}>
      <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withStaticClasses={false} withGlobalClasses={false}>
        <Faces>
          <Gate>
            <LiveProvider>
              <ClockProvider>
                <Router base="/console">
                  <Shell>
                    <Pages />
                  </Shell>
                </Router>
              </ClockProvider>
            </LiveProvider>
          </Gate>
        </Faces>
      </MantineProvider>
    </QueryClientProvider>
  );
}

/** The avatar's face, on the login page, too. When nobody tells us whose it is, the house's own is better than a hole. */
function Faces({ children }: { children: ReactNode }) {
  const persona = usePersona();
  return <PersonaFace value={persona.data?.face ?? (persona.isPending ? undefined : HOUSE_FACE)}>{children}</PersonaFace>;
}

function Gate({ children }: { children: ReactNode }) {
  const me = useMe();
  if (me.isPending) return <div className="boot" role="status" aria-label="Loading" />;
  if (me.isError) return <Failed error={me.error} again={() => void me.refetch()} />;
  if (me.data === null) return <Login />;
  return <MeContext value={me.data.staff}>{children}</MeContext>;
}

// one route, so that opening and closing an escalation keeps the list as it is, with its focus and scroll
const QUEUE = /^\/(?:escalations\/(?<id>[^/]+))?\/?$/;

function Pages() {
  return (
    <Switch>
      <Route path={QUEUE}>{({ id }) => <QueuePage selected={id === undefined ? null : decodeURIComponent(id)} />}</Route>
      <Route path="/conversations">
        <ConversationsPage />
      </Route>
      <Route path="/conversations/:id">{({ id }) => <ConversationPage key={id} id={id} />}</Route>
      <Route path="/questions">
        <QuestionsPage />
      </Route>
      <Route path="/alerts">
        <AlertsPage />
      </Route>
      <Route path="/alerts/try">
        <TryRulePage />
      </Route>
      <Route path="/calls">
        <CallsPage />
      </Route>
      <Route path="/customers">
        <CustomersPage />
      </Route>
      <Route path="/customers/:id">{({ id }) => <CustomerPage key={id} id={id} />}</Route>
      <Route path="/no-claims">
        <NoClaimsPage />
      </Route>
      <Route path="/campaigns">
        <CampaignsPage />
      </Route>
      <Route path="/fairness">
        <FairnessPage />
      </Route>
      <Route path="/rulebooks">
        <RulebooksPage />
      </Route>
      <Route path="/deliveries">
        <DeliveriesPage />
      </Route>
      <Route path="/ledger">
        <LedgerPage />
      </Route>
      <Route>
        <Page title="No such page">
          <Empty title="There is no page under this address.">The menu shows all there are.</Empty>
        </Page>
      </Route>
    </Switch>
  );
}
