import { Button } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import { useAlerts } from "../api/queries.ts";
import { Page } from "../parts/page.tsx";
import { Empty, Failed, Loading } from "../parts/states.tsx";
import { AlertRow } from "./alert-row.tsx";
import { DeclareOutage, HeldBack } from "./held-back.tsx";
import { firingFirst } from "./order.ts";

/** What was counted and went over its limit. An alert is news for people; nothing happens to a customer by it. */
export function AlertsPage() {
  const list = useAlerts();
  const [declaring, setDeclaring] = useState(false);
  const items = firingFirst(list.data?.items ?? []);
  return (
    <Page
      title="Alerts"
      lead="What was counted against what was expected. An alert is news for people; by itself it changes nothing for a customer."
      actions={
        <>
          <Button variant="default" component={Link} href="/alerts/try">
            Try a rule
          </Button>
          <Button variant="default" onClick={() => setDeclaring(true)}>
            Declare an outage
          </Button>
        </>
      }
    >
      <HeldBack />
      {list.isPending ? <Loading height={84} /> : null}
      {list.isError && !list.data ? <Failed error={list.error} again={() => void list.refetch()} /> : null}
      {list.data && items.length === 0 ? (
        <Empty title="Nothing is out of the ordinary.">When a customer has more matters than the rulebook expects, it is told here.</Empty>
      ) : null}
      <ul className="matters" aria-label="Alerts, the firing ones first">
        {items.map((alert) => (
          <li key={alert.id}>
            <AlertRow alert={alert} />
          </li>
        ))}
      </ul>
      <DeclareOutage opened={declaring} onClose={() => setDeclaring(false)} />
    </Page>
  );
}
