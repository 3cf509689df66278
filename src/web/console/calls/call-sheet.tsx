import { Button, NativeSelect, NumberInput, Textarea } from "@mantine/core";
import { useState, type FormEvent } from "react";
import type { FinishedCall, PhoneCallDetail } from "../../../http/contract.ts";
import { usePhoneCall } from "../api/queries.ts";
import { usePhoneCallActions } from "../api/writes.ts";
import { Failed, Loading, Refused } from "../parts/states.tsx";
import { calendarDate } from "../parts/when.ts";
import { useStaff } from "../shell/me.ts";
import { BECAUSE_WORDS, CALL_OUTCOME_WORDS } from "./words.ts";

/** What one may say in a call, and, once it is claimed, the number and the form for what came of it. */
export function CallSheet({ id }: { id: string }) {
  const query = usePhoneCall(id);
  if (query.isPending) return <Loading rows={3} height={24} />;
  if (!query.data) return query.error ? <Failed error={query.error} again={() => void query.refetch()} /> : null;
  return <Sheet call={query.data} />;
}

function Sheet({ call }: { call: PhoneCallDetail }) {
  const me = useStaff();
  const actions = usePhoneCallActions(call.id);
  const mine = call.state === "claimed" && call.claimedBy?.id === me.id;
  const busy = actions.claim.busy || actions.handback.busy || actions.withdraw.busy;
  return (
    <div className="call-sheet stack">
      {call.consent ? (
        <p className="quiet small">
          They agreed on {calendarDate(call.consent.givenAt)}: {call.consent.words}
        </p>
      ) : (
        <p className="overdue small">They have taken back that they may be called.</p>
      )}
      {call.sheet.length > 0 ? (
        <ul className="stack" aria-label="What you may say">
          {call.sheet.map(({ text, because }) => (
            <li key={text}>
              <span className="said-text">{text}</span> <span className="quiet small">{BECAUSE_WORDS[because]}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {mine ? <Calling call={call} actions={actions} /> : null}
      <Refused error={actions.claim.error ?? actions.handback.error ?? actions.withdraw.error} />
      <div className="row">
        {call.state === "waiting" && call.kind === "personal" ? (
          <Button onClick={() => void actions.claim.run().catch(() => undefined)} loading={actions.claim.busy} disabled={busy}>
            Claim
          </Button>
        ) : null}
        {mine ? (
          <Button variant="default" onClick={() => void actions.handback.run().catch(() => undefined)} loading={actions.handback.busy} disabled={busy}>
            Hand back
          </Button>
        ) : null}
        {call.state === "waiting" || mine ? (
          <Button variant="subtle" onClick={() => void actions.withdraw.run().catch(() => undefined)} loading={actions.withdraw.busy} disabled={busy}>
            Withdraw
          </Button>
        ) : null}
      </div>
    </div>
  );
}

const OUTCOMES = ["reached", "voicemail", "no_answer", "asked_not_to"] as const;

function Calling({ call, actions }: { call: PhoneCallDetail; actions: ReturnType<typeof usePhoneCallActions> }) {
  const [minutes, setMinutes] = useState<number | string>("");
  const [outcome, setOutcome] = useState<FinishedCall["outcome"]>("reached");
  const [note, setNote] = useState("");
  const [missing, setMissing] = useState(false);
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (typeof minutes !== "number") return setMissing(true);
    await actions.finish.run({ minutes, outcome, ...(note.trim() === "" ? {} : { note: note.trim() }) }).catch(() => undefined);
  }
  return (
    <form className="form action-form" onSubmit={(event) => void submit(event)} aria-label="What came of it" noValidate>
      {call.phone ? (
        <p>
          Ring <a href={`tel:${call.phone}`}>{call.phone}</a>
        </p>
      ) : null}
      <NativeSelect
        label="Outcome"
        description={outcome === "asked_not_to" ? "This number is never rung again, from now on." : undefined}
        data={OUTCOMES.map((value) => ({ value, label: CALL_OUTCOME_WORDS[value] }))}
        value={outcome}
        onChange={(event) => setOutcome(OUTCOMES.find((one) => one === event.currentTarget.value) ?? "reached")}
      />
      <NumberInput
        label="Minutes"
        description="As worked; the rulebook rounds what is booked."
        min={0}
        max={600}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        value={minutes}
        onChange={setMinutes}
        error={missing && typeof minutes !== "number" ? "How many minutes did it take?" : undefined}
      />
      <Textarea
        label="Note"
        description="For colleagues. Whoever you called reads it in a copy of their data."
        autosize
        minRows={1}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Refused error={actions.finish.error} />
      <Button type="submit" loading={actions.finish.busy}>
        Done
      </Button>
    </form>
  );
}
