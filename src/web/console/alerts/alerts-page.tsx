import { Button } from "@mantine/core";
import { Link } from "wouter";
import type { Alert } from "../../../http/contract.ts";
import { useAlerts } from "../api/queries.ts";
import { useAcknowledgeAlert } from "../api/writes.ts";
import { AlertTag } from "../parts/badges.tsx";
import { Page } from "../parts/page.tsx";
import { Empty, Failed, Loading, Refused } from "../parts/states.tsx";
import { Elapsed, When } from "../parts/time.tsx";
import { spoken } from "../parts/words.ts";
import { firingFirst } from "./order.ts";

/** What was counted and went over its limit. An alert is news for people; nothing happens to a customer by it. */
export function AlertsPage() {
  const list = useAlerts();
  const items = firingFirst(list.data?.items ?? []);
  return (
    <Page title="Alerts" lead="What was counted against what was expected. An alert is news for people; by itself it changes nothing for a customer.">
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
    </Page>
  );
}

export function AlertRow({ alert }: { alert: Alert }) {
  const acknowledge = useAcknowledgeAlert(alert.id);
  return (
    <article className="matter" id={alert.id}>
      <p className="matter-figure">
        <strong className={alert.state === "firing" ? "overdue number" : "number"}>{alert.value.toLocaleString("en-GB")}</strong>
        <span className="small quiet">limit {alert.limit.toLocaleString("en-GB")}</span>
      </p>
      <div className="matter-main">
        <p className="row">
          <AlertTag state={alert.state} />
          <strong>{alert.customer ? <Link href={`/customers/${alert.customer.id}`}>{alert.customer.name}</Link> : "The whole house"}</strong>
          <span className="quiet">{spoken(alert.rule)}</span>
        </p>
        <p className="matter-text">{alert.text}</p>
        <p className="quiet small matter-line">
          <span>
            {alert.state === "resolved" ? (
              <When at={alert.at} />
            ) : (
              <>
                for <Elapsed since={alert.at} />
              </>
            )}
          </span>
          {alert.acknowledgedBy && alert.acknowledgedAt ? (
            <span>
              seen by {alert.acknowledgedBy.name} <When at={alert.acknowledgedAt} />
            </span>
          ) : null}
          {alert.customer && alert.episodes.length > 0 ? <Link href={`/conversations?customer=${alert.customer.id}`}>The conversations behind it</Link> : null}
        </p>
        {alert.episodes.length > 0 ? (
          <details className="small">
            <summary>{alert.episodes.length === 1 ? "The episode" : `The ${alert.episodes.length} episodes`} that were counted</summary>
            <ul className="code counted">
              {alert.episodes.map((episode) => (
                <li key={episode}>{episode}</li>
              ))}
            </ul>
          </details>
        ) : null}
        <Refused error={acknowledge.error} />
      </div>
      {alert.state !== "resolved" && alert.acknowledgedBy === null ? (
        <Button
          variant="default"
          onClick={() => void acknowledge.run().catch(() => undefined)}
          loading={acknowledge.busy}
          aria-label={`Acknowledge the alert about ${alert.customer?.name ?? "the whole house"}`}
        >
          Acknowledge
        </Button>
      ) : null}
    </article>
  );
}
