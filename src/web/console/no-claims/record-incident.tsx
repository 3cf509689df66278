import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { Link } from "wouter";
import type { Incident } from "../../../http/contract.ts";
import { useRecordIncident } from "../api/no-claims.ts";
import { useConversations } from "../api/queries.ts";
import { useNow } from "../live/clock.tsx";
import { Refused } from "../parts/states.tsx";
import { calendarDate } from "../parts/when.ts";
import { EMPTY_INCIDENT, incidentErrors, newIncident } from "./incident-draft.ts";
import { FAULT_WORDS, RULINGS } from "./words.ts";

const MOST_WORDS = 60; // characters of the last message in a choice

type Props = { customer: string; currency: string };
const FAULTS = [{ fault: "unknown", word: "Not known yet" } as const, ...RULINGS];

/** A crash at this customer: when, what it cost, whose doing, and where it was talked about. */
export function RecordIncident({ customer, currency }: Props) {
  const [open, setOpen] = useState(false);
  const [recorded, setRecorded] = useState<Incident | null>(null);
  return (
    <div className="record-crash">
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="small">Record a crash</summary>
        {open ? <IncidentForm customer={customer} currency={currency} onRecorded={(incident) => (setRecorded(incident), setOpen(false))} /> : null}
      </details>
      <p role="status" className="small">
        {recorded ? <Recorded incident={recorded} /> : null}
      </p>
    </div>
  );
}

function Recorded({ incident: { happenedAt, fault, security, deadline } }: { incident: Incident }) {
  const what = `The crash of ${calendarDate(happenedAt)} is recorded`;
  if (security) return <>{what}. It is about a security hole: it never counts.</>;
  if (fault !== "unknown")
    return (
      <>
        {what}: {FAULT_WORDS[fault]}.
      </>
    );
  return (
    <>
      {what}. Until {calendarDate(deadline)} it waits under <Link href="/no-claims">No-claims</Link> for somebody to say whose doing it was.
    </>
  );
}

function IncidentForm({ customer, currency, onRecorded }: Props & { onRecorded: (incident: Incident) => void }) {
  const now = useNow();
  const record = useRecordIncident(customer);
  const [draft, setDraft] = useState(EMPTY_INCIDENT);
  const [tried, setTried] = useState(false);
  const errors = incidentErrors(draft, now);
  const set = (change: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...change }));
  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (Object.keys(errors).length > 0) return;
    record.run(newIncident(customer, currency, draft)).then(onRecorded, () => undefined); // a refusal is shown from `error`
  }
  return (
    <form className="form action-form" onSubmit={submit} aria-label="Record a crash" noValidate>
      <p className="quiet small">What is recorded stays. Whose doing it was may be ruled anew at any time.</p>
      <TextInput
        label="When it happened"
        type="datetime-local"
        value={draft.at}
        error={tried ? errors.at : undefined}
        onChange={(event) => set({ at: event.currentTarget.value })}
      />
      <TextInput
        label={`What it cost us, in ${currency}`}
        inputMode="decimal"
        value={draft.cost}
        error={tried ? errors.cost : undefined}
        onChange={(event) => set({ cost: event.currentTarget.value })}
      />
      <NativeSelect
        label="Whose doing it was"
        description="Not known yet: it waits for a ruling. Whether it counts meanwhile, the scheme says."
        data={FAULTS.map(({ fault, word }) => ({ value: fault, label: word }))}
        value={draft.fault}
        onChange={(event) => set({ fault: FAULTS.find(({ fault }) => fault === event.currentTarget.value)?.fault ?? "unknown" })}
      />
      <Evidence customer={customer} value={draft.conversation} onChange={(conversation) => set({ conversation })} />
      <Checkbox
        label="It is about a security hole: it never counts"
        checked={draft.security}
        onChange={(event) => set({ security: event.currentTarget.checked })}
      />
      <Refused error={record.error} />
      <div className="row">
        <Button type="submit" loading={record.busy}>
          Record
        </Button>
      </div>
    </form>
  );
}

/** The conversation in which it can be read what happened: one of this customer's own, the last spoken first. */
function Evidence({ customer, value, onChange }: { customer: string; value: string; onChange: (conversation: string) => void }) {
  const list = useConversations({ customer });
  const talks = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <NativeSelect
        label="Where it can be read"
        description="A conversation of this customer, as evidence."
        data={[
          { value: "", label: "In no conversation" },
          ...talks.map(({ id, lastAt, contact, lastText }) => ({
            value: id,
            label: `${calendarDate(lastAt)}, ${contact.name}: ${lastText.slice(0, MOST_WORDS)}`,
          })),
        ]}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {list.hasNextPage ? (
        <Button variant="subtle" size="xs" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          Offer older conversations
        </Button>
      ) : null}
      <Refused error={list.error} />
    </>
  );
}
