import { Button, NumberInput, Textarea } from "@mantine/core";
import { useState, type FormEvent } from "react";
import type { Escalation } from "../../../http/contract.ts";
import type { useEscalationActions } from "../api/writes.ts";
import { Refused } from "../parts/states.tsx";
import { useStaff } from "../shell/me.ts";
import { isUnacknowledged } from "./urgency.ts";

export type Actions = ReturnType<typeof useEscalationActions>;

/** What one may do with an escalation now. A form takes the place of the buttons, so that each name is there once. */
export function EscalationActions({ item, actions }: { item: Escalation; actions: Actions }) {
  const me = useStaff();
  const [form, setForm] = useState<"none" | "resolve" | "downgrade">("none");
  const mine = item.state === "claimed" && item.claimedBy?.id === me.id;
  const over = item.state === "resolved" || item.state === "handed_back";
  if (over) return null;
  if (form === "resolve" && mine) return <ResolveForm item={item} actions={actions} onDone={() => setForm("none")} />;
  if (form === "downgrade") return <DowngradeForm actions={actions} onDone={() => setForm("none")} />;

  // each refusal is shown below, so the promise itself may fall silent
  const press = (action: { run(input: void): Promise<unknown> }) => () => void action.run().catch(() => undefined);
  return (
    <div className="actions">
      <div className="row">
        {item.state === "open" ? (
          <Button onClick={press(actions.claim)} loading={actions.claim.busy}>
            Claim
          </Button>
        ) : null}
        {isUnacknowledged(item) ? (
          <Button variant="default" onClick={press(actions.acknowledge)} loading={actions.acknowledge.busy}>
            Acknowledge
          </Button>
        ) : null}
        {mine ? (
          <>
            <Button onClick={() => setForm("resolve")}>Resolve</Button>
            <Button variant="default" onClick={press(actions.handback)} loading={actions.handback.busy}>
              Hand back
            </Button>
          </>
        ) : null}
        {item.verdict === "overridden" ? (
          <Button variant="subtle" onClick={() => setForm("downgrade")}>
            Downgrade
          </Button>
        ) : null}
      </div>
      <Refused error={actions.claim.error ?? actions.acknowledge.error ?? actions.handback.error} />
    </div>
  );
}

type FormProps = { actions: Actions; onDone(): void };

function ResolveForm({ item, actions, onDone }: FormProps & { item: Escalation }) {
  const [minutes, setMinutes] = useState<number | string>("");
  const [outcome, setOutcome] = useState("");
  const [missing, setMissing] = useState(false);
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (typeof minutes !== "number" || outcome.trim() === "") return setMissing(true);
    await actions.resolve.run({ minutes, outcome: outcome.trim() }).then(onDone, () => undefined);
  }
  return (
    <form className="form action-form" onSubmit={(event) => void submit(event)} aria-label={`Resolve the matter of ${item.customer.name}`} noValidate>
      <NumberInput
        label="Minutes"
        description="As worked; the rulebook rounds what is billed."
        min={0}
        max={10_000}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        value={minutes}
        onChange={setMinutes}
        error={missing && typeof minutes !== "number" ? "How many minutes did it take?" : undefined}
        autoFocus
      />
      <Textarea
        label="Outcome"
        description="What was agreed, in a sentence or two. The avatar picks up from here."
        autosize
        minRows={2}
        value={outcome}
        onChange={(event) => setOutcome(event.currentTarget.value)}
        error={missing && outcome.trim() === "" ? "What came of it?" : undefined}
      />
      <Refused error={actions.resolve.error} />
      <div className="row">
        <Button type="submit" loading={actions.resolve.busy}>
          Resolve
        </Button>
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function DowngradeForm({ actions, onDone }: FormProps) {
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (reason.trim() === "") return setMissing(true);
    await actions.downgrade.run({ reason: reason.trim() }).then(onDone, () => undefined);
  }
  return (
    <form className="form action-form" onSubmit={(event) => void submit(event)} aria-label="Downgrade" noValidate>
      <Textarea
        label="Why is this a false alarm?"
        description="Kept with your name. The customer is never blocked for it."
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={missing && reason.trim() === "" ? "A reason is needed." : undefined}
        autoFocus
      />
      <Refused error={actions.downgrade.error} />
      <div className="row">
        <Button type="submit" loading={actions.downgrade.busy}>
          Downgrade
        </Button>
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
