import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { Link } from "wouter";
import type { CallAbout, CallConsent, Contact } from "../../../http/contract.ts";
import { useCallConsents } from "../api/queries.ts";
import { useGiveConsent, usePlanCall, useWithdrawConsent } from "../api/writes.ts";
import { Given, InWhichWords } from "../parts/consent.tsx";
import { Failed, Loading, Refused } from "../parts/states.tsx";
import { ABOUT_WORDS } from "./words.ts";

const SCOPE_WORDS: Record<CallConsent["scope"], string> = { personal_call: "by a person", automatic_call: "by a computer voice" };
const SCOPES = ["personal_call", "automatic_call"] as const;
const ABOUTS = Object.keys(ABOUT_WORDS) as CallAbout[];

/** Whether one may call somebody, and the way to plan it. */
export function ContactCalls({ contact }: { contact: Contact }) {
  const [open, setOpen] = useState(false);
  const who = contact.name ?? "this person";
  return (
    <div className="contact-calls">
      <Button variant="default" size="xs" aria-expanded={open} aria-label={`Calls to ${who}`} onClick={() => setOpen(!open)}>
        Calls
      </Button>
      {open ? <Consents contact={contact} who={who} /> : null}
    </div>
  );
}

function Consents({ contact, who }: { contact: Contact; who: string }) {
  const list = useCallConsents(contact.id);
  if (list.isPending) return <Loading rows={2} height={24} />;
  if (!list.data) return list.error ? <Failed error={list.error} again={() => void list.refetch()} /> : null;
  const standing = list.data.items.filter((one) => one.withdrawnAt === null);
  return (
    <div className="stack">
      {standing.length === 0 ? <p className="quiet">{who} has not agreed to be called. Without their word nobody rings.</p> : null}
      <ul className="stack" aria-label={`What ${who} has agreed to`}>
        {standing.map((consent) => (
          <li key={consent.id}>
            <Standing consent={consent} />
          </li>
        ))}
      </ul>
      {standing.length > 0 ? <Plan contact={contact} standing={standing} /> : null}
      <Give contact={contact} />
    </div>
  );
}

function Standing({ consent }: { consent: CallConsent }) {
  const withdraw = useWithdrawConsent(consent.contact);
  return (
    <>
      <p>
        May be called {SCOPE_WORDS[consent.scope]} at {consent.phone}: {consent.words}
      </p>
      <Given consent={consent} withdraw={withdraw} />
    </>
  );
}

function Plan({ contact, standing }: { contact: Contact; standing: CallConsent[] }) {
  const [about, setAbout] = useState<CallAbout>("thank_you");
  const plan = usePlanCall();
  const [planned, setPlanned] = useState(false);
  const kind = standing.some(({ scope }) => scope === "personal_call") ? "personal" : "automatic";
  async function submit(event: FormEvent) {
    event.preventDefault();
    await plan.run({ contact: contact.id, kind, about }).then(
      () => setPlanned(true),
      () => undefined,
    );
  }
  if (planned)
    return (
      <p role="status">
        The call is planned. It waits under <Link href="/calls">Calls</Link>.
      </p>
    );
  return (
    <form className="form action-form" onSubmit={(event) => void submit(event)} aria-label="Plan a call">
      <NativeSelect
        label="What is it about?"
        data={ABOUTS.map((value) => ({ value, label: ABOUT_WORDS[value] }))}
        value={about}
        onChange={(event) => setAbout(ABOUTS.find((one) => one === event.currentTarget.value) ?? "thank_you")}
      />
      <Refused error={plan.error} />
      <Button type="submit" loading={plan.busy}>
        Plan a call
      </Button>
    </form>
  );
}

function Give({ contact }: { contact: Contact }) {
  const [phone, setPhone] = useState("");
  const [words, setWords] = useState("");
  const [scope, setScope] = useState<CallConsent["scope"]>("personal_call");
  const give = useGiveConsent(contact.id);
  async function submit(event: FormEvent) {
    event.preventDefault();
    await give.run({ scope, phone, words }).then(
      () => {
        setPhone("");
        setWords("");
      },
      () => undefined,
    );
  }
  return (
    <details>
      <summary className="small">Write down that they agreed</summary>
      <form className="form action-form" onSubmit={(event) => void submit(event)} aria-label="Write down a consent">
        <NativeSelect
          label="To be called"
          data={SCOPES.map((value) => ({ value, label: SCOPE_WORDS[value] }))}
          value={scope}
          onChange={(event) => setScope(event.currentTarget.value === "automatic_call" ? "automatic_call" : "personal_call")}
        />
        <TextInput
          label="Number"
          description="With its country, such as +49 30 123456."
          required
          type="tel"
          value={phone}
          onChange={(event) => setPhone(event.currentTarget.value)}
        />
        <InWhichWords words={words} onWords={setWords} />
        <Refused error={give.error} />
        <Button type="submit" variant="default" loading={give.busy}>
          Keep it
        </Button>
      </form>
    </details>
  );
}
