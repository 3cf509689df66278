import { useRef, type KeyboardEvent } from "react";
import { Link } from "wouter";
import type { Escalation, EscalationState } from "../../../http/contract.ts";
import { accountInWords } from "../ledger/transfers.ts";
import { Amount } from "../parts/amount.tsx";
import { ClassTag, LookTag, StateTag, VerdictTag } from "../parts/badges.tsx";
import { Empty } from "../parts/states.tsx";
import { Due, Elapsed, When } from "../parts/time.tsx";
import { useStaff } from "../shell/me.ts";
import { isUnacknowledged } from "./urgency.ts";

/** The list. Each row is one link; arrow keys walk along the rows, Enter opens one. */
export function QueueList({ items, selected, query }: { items: Escalation[]; selected: string | null; query: string }) {
  const list = useRef<HTMLUListElement>(null);
  function walk(event: KeyboardEvent) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>("a") ?? [])];
    const next = rows[rows.indexOf(document.activeElement as HTMLElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
  return (
    <div className="queue-list">
      <div className="queue-heads" aria-hidden="true">
        <span>Verdict</span>
        <span>Who</span>
        <span>Question</span>
        <span>Waiting</span>
        <span>Due</span>
        <span>Estimate, payer</span>
        <span>State</span>
      </div>
      <ul ref={list} onKeyDown={walk} aria-label="Escalations, the most urgent first">
        {items.map((item) => (
          <li key={item.id}>
            <QueueRow item={item} chosen={item.id === selected} query={query} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function QueueRow({ item, chosen, query }: { item: Escalation; chosen: boolean; query: string }) {
  const ended = item.state === "resolved" || item.state === "handed_back";
  return (
    <Link
      href={`/escalations/${item.id}${query}`}
      className={isUnacknowledged(item) ? "queue-row queue-row-alarm" : "queue-row"}
      aria-current={chosen ? "true" : undefined}
    >
      <span className="queue-verdict">
        {item.look === null ? <VerdictTag verdict={item.verdict} /> : <LookTag />} <ClassTag kind={item.class} />
      </span>
      <span className="queue-who">
        <strong>{item.customer.name}</strong>
        <span className="quiet one-line">{item.contact.name}</span>
      </span>
      <span className="queue-question">{item.question}</span>
      <span className="queue-waiting">
        <span className="queue-label">{ended ? "Asked " : "Waiting "}</span>
        {ended ? <When at={item.createdAt} /> : <Elapsed since={item.createdAt} />}
      </span>
      <span className="queue-due">
        <Due at={item.dueAt} done={ended} word="due" />
      </span>
      <span className="queue-cost">
        <Amount {...item.estimate} />
        <span className="quiet">{accountInWords(item.payer)}</span>
      </span>
      <span className="queue-state">
        <StateLine item={item} />
      </span>
    </Link>
  );
}

/** Who has it, or that nobody does. */
export function StateLine({ item }: { item: Escalation }) {
  const me = useStaff();
  if (item.state === "claimed" && item.claimedBy) return <span>{item.claimedBy.id === me.id ? "Yours" : `With ${item.claimedBy.name}`}</span>;
  if (item.state === "open" && item.acknowledgedBy) return <span>Seen by {item.acknowledgedBy.id === me.id ? "you" : item.acknowledgedBy.name}</span>;
  return <StateTag state={item.state} />;
}

export function QueueEmpty({ state, filtered }: { state: EscalationState; filtered: boolean }) {
  if (filtered) return <Empty title="Nothing under this filter.">Choose “Every verdict” to see the rest.</Empty>;
  if (state === "claimed") return <Empty title="Nobody holds a conversation.">What you claim stays here until you resolve it or hand it back.</Empty>;
  if (state === "resolved") return <Empty title="Nothing has been resolved yet.">Resolved matters stay here with their minutes and outcome.</Empty>;
  return (
    <Empty title="Nobody waits for a person.">
      The avatar is answering. When policy grants somebody a person, or safety demands one, they appear here by themselves.
    </Empty>
  );
}
