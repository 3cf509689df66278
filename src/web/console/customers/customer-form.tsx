import { Button, NativeSelect, TextInput, Textarea } from "@mantine/core";
import { useState, type FormEvent } from "react";
import type { CustomerDetail } from "../../../http/contract.ts";
import { useChangeCustomer, useCreateCustomer } from "../api/writes.ts";
import { useNow } from "../live/clock.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Refused } from "../parts/states.tsx";
import { change, draftErrors, draftOf, emptyDraft, newCustomer, type CustomerDraft } from "./draft.ts";

type CreateProps = { opened: boolean; plans: string[]; onClose(): void; onCreated(id: string): void };

export function CreateCustomer({ opened, plans, onClose, onCreated }: CreateProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title="New customer">
      <CreateForm plans={plans} onClose={onClose} onCreated={onCreated} />
    </Dialog>
  );
}

function CreateForm({ plans, onClose, onCreated }: Omit<CreateProps, "opened">) {
  const create = useCreateCustomer();
  const today = new Date(useNow()).toISOString().slice(0, 10);
  return (
    <CustomerForm
      first={emptyDraft(today)}
      plans={plans}
      withContact
      word="Add customer"
      busy={create.busy}
      error={create.error}
      onCancel={onClose}
      onSubmit={async (draft) => onCreated((await create.run(newCustomer(draft))).id)}
    />
  );
}

type EditProps = { customer: CustomerDetail; plans: string[]; opened: boolean; onClose(): void };

export function EditCustomer({ customer, plans, opened, onClose }: EditProps) {
  const edit = useChangeCustomer(customer.id);
  const today = new Date(useNow()).toISOString().slice(0, 10);
  return (
    <Dialog opened={opened} onClose={onClose} title={`Change ${customer.name}`}>
      <CustomerForm
        first={draftOf(customer, today)}
        plans={plans}
        word="Save"
        busy={edit.busy}
        error={edit.error}
        onCancel={onClose}
        onSubmit={async (draft) => {
          await edit.run(change(draft));
          onClose();
        }}
      />
    </Dialog>
  );
}

type FormProps = {
  first: CustomerDraft;
  plans: string[];
  withContact?: boolean;
  word: string;
  busy: boolean;
  error: Error | null;
  onCancel(): void;
  onSubmit(draft: CustomerDraft): Promise<void>;
};

function CustomerForm({ first, plans, withContact = false, word, busy, error, onCancel, onSubmit }: FormProps) {
  const [draft, setDraft] = useState(first);
  const [tried, setTried] = useState(false);
  const errors = draftErrors(draft);
  const field = (name: keyof CustomerDraft) => ({
    value: draft[name],
    error: tried ? errors[name] : undefined,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setDraft((now) => ({ ...now, [name]: value }));
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (Object.keys(errors).length > 0) return;
    onSubmit(draft).catch(() => undefined); // shown from `error`
  }
  return (
    <form className="form" onSubmit={submit} noValidate>
      <TextInput label="Name" data-autofocus {...field("name")} />
      <div className="form-row">
        <NativeSelect label="Plan" data={plans} {...field("plan")} />
        <TextInput label="Your own id" description="from your CRM, if any" {...field("externalId")} />
      </div>
      <div className="form-row">
        <TextInput label="Fee a month" description="empty: no contract" inputMode="decimal" {...field("fee")} />
        <TextInput label="Currency" description="three letters" maxLength={3} {...field("currency")} />
      </div>
      <div className="form-row">
        <TextInput label="Start" type="date" {...field("start")} />
        <TextInput label="Renewal" type="date" {...field("renewal")} />
      </div>
      {withContact ? (
        <div className="form-row">
          <TextInput label="First contact" {...field("contactName")} />
          <TextInput label="E-mail" type="email" {...field("contactEmail")} />
        </div>
      ) : null}
      <Textarea label="Notes" description="For staff only; never reaches the avatar." autosize minRows={2} maxRows={8} {...field("notes")} />
      <Refused error={error} />
      <div className="row">
        <Button type="submit" loading={busy}>
          {word}
        </Button>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
