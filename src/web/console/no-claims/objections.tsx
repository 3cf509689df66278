import { Button, Checkbox } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { Incident, Objection } from "../../../http/contract.ts";
import { useObjecting, useObjections, useVerdict } from "../api/no-claims.ts";
import { Amount } from "../parts/amount.tsx";
import { Failed, Loading, Refused } from "../parts/states.tsx";
import { Due } from "../parts/time.tsx";
import { calendarDate, exact } from "../parts/when.ts";
import { FAULT_WORDS } from "./words.ts";

/** The objections that wait for a person, each with what it is about. */
export function Objections() {
  const query = useObjections();
  if (query.isPending) return <Loading rows={2} />;
  if (!query.data) return <Failed error={query.error} again={() => void query.refetch()} />;
  if (query.data.items.length === 0) return <p className="quiet">Nobody objects. Whoever does is told that a person decides it by a date.</p>;
  return (
    <ul className="matters" aria-label="Objections waiting, the oldest first">
      {query.data.items.map((objection) => (
        <li key={objection.id}>
          <ObjectionRow objection={objection} />
        </li>
      ))}
    </ul>
  );
}

function ObjectionRow({ objection }: { objection: Objection }) {
  const verdict = useVerdict(objection.id);
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const who = objection.customer.name;
  const { about } = objection;
  const decide = (input: Parameters<typeof verdict.run>[0]) => void verdict.run(input).catch(() => undefined); // a refusal is shown from `error`
  function mark(id: string, counts: boolean) {
    const next = new Set(kept);
    if (counts) next.add(id);
    else next.delete(id);
    setKept(next);
  }
  const withdrawn = about.map(({ id }) => id).filter((id) => !kept.has(id));
  return (
    <article className="matter matter-flat">
      <div className="matter-main">
        <p className="row">
          <strong>
            <Link href={`/customers/${objection.customer.id}`}>{who}</Link>
          </strong>
          <span className="quiet">objects to what lowered the discount</span>
        </p>
        <p className="quiet small matter-line">
          <span>
            since{" "}
            <time dateTime={objection.at} title={exact(objection.at)}>
              {calendarDate(objection.at)}
            </time>
          </span>
          <span>
            <Due at={objection.dueAt} word="decide" />
          </span>
          {objection.conversation ? <Link href={`/conversations/${objection.conversation}`}>The conversation</Link> : null}
        </p>
        <ul className="objected small" aria-label={`What the objection of ${who} is about`}>
          {about.map((incident) => (
            <li key={incident.id}>
              {about.length > 1 ? (
                <Checkbox
                  size="xs"
                  label={`Withdraw the ${incident.kind} of ${calendarDate(incident.happenedAt)}`}
                  checked={!kept.has(incident.id)}
                  onChange={(event) => mark(incident.id, !event.currentTarget.checked)}
                />
              ) : (
                <span>
                  The {incident.kind} of {calendarDate(incident.happenedAt)}
                </span>
              )}
              <Facts incident={incident} />
            </li>
          ))}
        </ul>
        {about.length === 0 ? <p className="small">Nothing counts against this customer. There is nothing to withdraw, only something to explain.</p> : null}
        {objection.conversation ? null : <p className="small">It was not made in a conversation: tell them yourself what you have decided.</p>}
        <div className="row" role="group" aria-label={`The objection of ${who}`}>
          {about.length > 0 ? (
            <Button variant="default" loading={verdict.busy} onClick={() => decide({ verdict: "upheld", incidents: withdrawn })}>
              Uphold
            </Button>
          ) : null}
          <Button variant="default" loading={verdict.busy} onClick={() => decide({ verdict: "dismissed" })}>
            Dismiss
          </Button>
        </div>
        <Refused error={verdict.error} />
      </div>
    </article>
  );
}

function Facts({ incident: { fault, cost, conversation } }: { incident: Incident }) {
  return (
    <span className="quiet matter-line">
      <span>{FAULT_WORDS[fault]}</span>
      <span>
        it cost <Amount {...cost} />
      </span>
      {conversation ? <Link href={`/conversations/${conversation}`}>Where it can be read</Link> : null}
    </span>
  );
}

/** An objection that came by mail or telephone is written down by whoever heard of it. */
export function RecordObjection({ customer }: { customer: string }) {
  const objecting = useObjecting(customer);
  const [noted, setNoted] = useState<Objection | null>(null);
  return (
    <div className="record-crash">
      <Button
        variant="default"
        loading={objecting.busy}
        onClick={() =>
          void objecting.run({}).then(
            (objection) => setNoted(objection),
            () => undefined, // a refusal is shown from `error`
          )
        }
      >
        The customer objects
      </Button>
      <p role="status" className="small">
        {noted ? (
          <>
            Noted. It waits under <Link href="/no-claims">No-claims</Link> for a person to decide, by {calendarDate(noted.dueAt)}.
          </>
        ) : null}
      </p>
      <Refused error={objecting.error} />
    </div>
  );
}
