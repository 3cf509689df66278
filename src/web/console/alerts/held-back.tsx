import { Button, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import type { Outage, Silence } from "../../../http/contract.ts";
import { useOutages, useSilences } from "../api/queries.ts";
import { useDeclareOutage, useEndOutage, useEndSilence } from "../api/writes.ts";
import { Dialog } from "../parts/dialog.tsx";
import { Refused } from "../parts/states.tsx";
import { When } from "../parts/time.tsx";
import { exact } from "../parts/when.ts";

/** What holds alerts back now: known outages, and silences. Nothing, when nothing does. */
export function HeldBack() {
  const outages = (useOutages().data?.items ?? []).filter(({ until }) => until === null);
  const silences = useSilences().data?.items ?? [];
  if (outages.length + silences.length === 0) return null;
  return (
    <section className="card held-back" aria-label="Held back now">
      <h2>Held back now</h2>
      <ul>
        {outages.map((outage) => (
          <OutageLine key={outage.id} outage={outage} />
        ))}
        {silences.map((silence) => (
          <SilenceLine key={silence.id} silence={silence} />
        ))}
      </ul>
    </section>
  );
}

function OutageLine({ outage }: { outage: Outage }) {
  const end = useEndOutage(outage.id);
  const what = outage.cause ?? "everything";
  return (
    <li>
      <div>
        <p>
          <strong>Known outage: {what}</strong>, since <When at={outage.from} />
        </p>
        <p className="quiet small">Matters about it are ours, and no alert on calls is told. Declared by {outage.by.name}.</p>
        <Refused error={end.error} />
      </div>
      <Button variant="default" loading={end.busy} onClick={() => void end.run().catch(() => undefined)} aria-label={`It is over: the outage of ${what}`}>
        It is over
      </Button>
    </li>
  );
}

function SilenceLine({ silence }: { silence: Silence }) {
  const end = useEndSilence(silence.id);
  const what = [silence.rule ?? "every rule", silence.customer ? `about ${silence.customer.name}` : "about everybody"].join(", ");
  return (
    <li>
      <div>
        <p>
          <strong>Silence: {what}</strong>
        </p>
        <p className="quiet small">
          until {exact(silence.until)}, by {silence.by.name}
        </p>
        <Refused error={end.error} />
      </div>
      <Button variant="default" loading={end.busy} onClick={() => void end.run().catch(() => undefined)} aria-label={`End it: the silence of ${what}`}>
        End it
      </Button>
    </li>
  );
}

/** Something of ours is broken, and we know it. */
export function DeclareOutage({ opened, onClose }: { opened: boolean; onClose(): void }) {
  return (
    <Dialog title="Declare an outage" opened={opened} onClose={onClose}>
      <OutageForm onClose={onClose} />
    </Dialog>
  );
}

function OutageForm({ onClose }: { onClose(): void }) {
  const declare = useDeclareOutage();
  const [cause, setCause] = useState("");
  function submit(event: FormEvent) {
    event.preventDefault();
    declare.run({ cause: cause.trim() === "" ? null : cause.trim() }).then(onClose, () => undefined); // a refusal is shown from `error`
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="quiet">
        Matters about it that begin while it lasts are ours and count against nobody, and no alert on calls is told until it is over. No customer is told
        anything by this.
      </p>
      <TextInput
        label="What is broken"
        description="a topic or an error code, such as backup, MDB-2107 or backup@4.3; empty: everything"
        data-autofocus
        maxLength={96}
        value={cause}
        onChange={(event) => setCause(event.currentTarget.value)}
      />
      <Refused error={declare.error} />
      <div className="row">
        <Button type="submit" loading={declare.busy}>
          Declare
        </Button>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
