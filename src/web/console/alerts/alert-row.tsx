import { Button } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { Alert } from "../../../http/contract.ts";
import { useAcknowledgeAlert } from "../api/writes.ts";
import { AlertTag, Tag } from "../parts/badges.tsx";
import { Refused } from "../parts/states.tsx";
import { Elapsed, When } from "../parts/time.tsx";
import { exact } from "../parts/when.ts";
import { MAY_WORDS, spoken } from "../parts/words.ts";
import { SilenceDialog } from "./silence-dialog.tsx";

/** One alert: what was counted against what was expected, who has seen it, and what people may do. */
export function AlertRow({ alert }: { alert: Alert }) {
  const name = alert.customer?.name ?? "the whole house";
  return (
    <article className="matter" id={alert.id}>
      <p className="matter-figure">
        <strong className={alert.state === "firing" ? "overdue number" : "number"}>{alert.value.toLocaleString("en-GB")}</strong>
        <span className="small quiet">
          {alert.expected === null
            ? `limit ${alert.limit.toLocaleString("en-GB")}`
            : `${alert.expected.toLocaleString("en-GB", { maximumFractionDigits: 1 })} usual`}
        </span>
      </p>
      <div className="matter-main">
        <p className="row">
          <AlertTag state={alert.state} />
          <strong>{alert.customer ? <Link href={`/customers/${alert.customer.id}`}>{name}</Link> : "The whole house"}</strong>
          <span className="quiet">{spoken(alert.rule)}</span>
          <HeldTags alert={alert} />
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
        <CountedThings alert={alert} />
        {alert.state !== "resolved" && alert.may.length > 0 ? (
          <p className="small">
            <span className="quiet">What may be done: </span>
            {alert.may.map((one) => MAY_WORDS[one]).join(" · ")}
          </p>
        ) : null}
      </div>
      {alert.state === "resolved" ? null : <Deeds alert={alert} name={name} />}
    </article>
  );
}

function HeldTags({ alert: { silenced, outage, state, toldAt, may } }: { alert: Alert }) {
  if (silenced) return <Tag tone="grey">{`Silenced by ${silenced.by} until ${exact(silenced.until)}`}</Tag>;
  if (outage) return <Tag tone="grey">Held back by a known outage</Tag>;
  return state === "firing" && may.length > 0 && toldAt === null ? <Tag tone="grey">About to be told</Tag> : null;
}

function Deeds({ alert, name }: { alert: Alert; name: string }) {
  const acknowledge = useAcknowledgeAlert(alert.id);
  const [silencing, setSilencing] = useState(false);
  return (
    <div className="matter-deeds">
      {alert.acknowledgedBy === null ? (
        <Button
          variant="default"
          onClick={() => void acknowledge.run().catch(() => undefined)}
          loading={acknowledge.busy}
          aria-label={`Acknowledge the alert about ${name}`}
        >
          Acknowledge
        </Button>
      ) : null}
      {alert.may.length > 0 && alert.silenced === null ? (
        <Button variant="subtle" onClick={() => setSilencing(true)} aria-label={`Silence the alert about ${name}`}>
          Silence…
        </Button>
      ) : null}
      <Refused error={acknowledge.error} />
      <SilenceDialog alert={alert} opened={silencing} onClose={() => setSilencing(false)} />
    </div>
  );
}

function CountedThings({ alert: { counted } }: { alert: Alert }) {
  if (counted.length === 0) return null;
  const calls = counted.every(({ about }) => about === null);
  const one = calls ? "organised call" : "episode";
  return (
    <details className="small">
      <summary>{counted.length === 1 ? `The ${one}` : `The ${counted.length} ${one}s`} that were counted</summary>
      <ul className="counted">
        {counted.map(({ id, at, about, conversation }) => (
          <li key={id}>
            <time dateTime={at}>{exact(at)}</time>{" "}
            {conversation === null ? (about ?? "conference call") : <Link href={`/conversations/${conversation}`}>{about}</Link>}
          </li>
        ))}
      </ul>
    </details>
  );
}
