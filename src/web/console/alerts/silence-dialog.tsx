import { Button, NativeSelect } from "@mantine/core";
import { useState, type FormEvent } from "react";
import type { Alert } from "../../../http/contract.ts";
import { useSilence } from "../api/writes.ts";
import { useNow } from "../live/clock.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Refused } from "../parts/states.tsx";

const HOUR = 3_600_000;
const TIMES = [
  { value: "4", label: "4 hours" },
  { value: "24", label: "a day" },
  { value: "168", label: "a week" },
  { value: "720", label: "30 days" },
];

type Props = { alert: Alert; opened: boolean; onClose(): void };

/** Who is not told, about what, until when. The alert stands in the list all the same. */
export function SilenceDialog(props: Props) {
  const name = props.alert.customer?.name ?? "the whole house";
  return (
    <Dialog title={`Silence the alert about ${name}`} opened={props.opened} onClose={props.onClose}>
      <SilenceForm {...props} />
    </Dialog>
  );
}

function SilenceForm({ alert, onClose }: Props) {
  const silence = useSilence();
  const now = useNow();
  const [about, setAbout] = useState("both");
  const [hours, setHours] = useState("24");
  const customer = alert.customer;
  function submit(event: FormEvent) {
    event.preventDefault();
    const until = new Date(now + Number(hours) * HOUR).toISOString();
    const what = { rule: about === "customer" ? null : alert.rule, customer: about === "rule" || !customer ? null : customer.id };
    silence.run({ ...what, until }).then(onClose, () => undefined); // a refusal is shown from `error`
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="quiet">It is counted on and stands in the list; nobody is told until the silence ends. If it still holds then, you hear of it.</p>
      <NativeSelect
        label="What"
        data-autofocus
        data={[
          { value: "both", label: `${alert.rule}, about ${customer?.name ?? "everybody"}` },
          ...(customer ? [{ value: "customer", label: `every rule, about ${customer.name}` }] : []),
          { value: "rule", label: `${alert.rule}, about everybody` },
        ]}
        value={about}
        onChange={(event) => setAbout(event.currentTarget.value)}
      />
      <NativeSelect label="For" data={TIMES} value={hours} onChange={(event) => setHours(event.currentTarget.value)} />
      <Refused error={silence.error} />
      <div className="row">
        <Button type="submit" loading={silence.busy}>
          Silence
        </Button>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
