import { Button, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import type { Contact, MailConsent } from "../../../http/contract.ts";
import { useGiveMailConsent, useMailConsents, useMailReport, useWithdrawMailConsent } from "../api/campaigns.ts";
import { Given, InWhichWords } from "../parts/consent.tsx";
import { Failed, Loading, Refused } from "../parts/states.tsx";

/** Whether somebody may be thanked by mail, and the way to write down that they agreed. */
export function ContactMails({ contact }: { contact: Contact }) {
  const [open, setOpen] = useState(false);
  const who = contact.name ?? "this person";
  return (
    <div className="contact-calls">
      <Button variant="default" size="xs" aria-expanded={open} aria-label={`Thank-yous to ${who}`} onClick={() => setOpen(!open)}>
        Thank-yous
      </Button>
      {open ? <Consent contact={contact} who={who} /> : null}
    </div>
  );
}

function Consent({ contact, who }: { contact: Contact; who: string }) {
  const list = useMailConsents(contact.id);
  if (list.isPending) return <Loading rows={2} height={24} />;
  if (!list.data) return <Failed error={list.error} again={() => void list.refetch()} />;
  const standing = list.data.items.find((one) => one.withdrawnAt === null);
  if (standing) return <Standing consent={standing} />;
  return (
    <div className="stack">
      <p className="quiet">{who} has not agreed to thank-yous by mail. Without their word none leaves.</p>
      <Give contact={contact} />
    </div>
  );
}

function Standing({ consent }: { consent: MailConsent }) {
  const withdraw = useWithdrawMailConsent(consent.contact);
  const report = useMailReport(consent.contact);
  return (
    <div className="stack">
      <p>
        May be thanked at {consent.address}: {consent.words}
      </p>
      <Given consent={consent} withdraw={withdraw} />
      <Refused error={report.error} />
      <Button
        variant="default"
        size="xs"
        loading={report.busy}
        onClick={() => void report.run({ address: consent.address, kind: "complaint" }).catch(() => undefined)}
        style={{ justifySelf: "start" }}
      >
        They complained: never again
      </Button>
    </div>
  );
}

function Give({ contact }: { contact: Contact }) {
  const [address, setAddress] = useState(contact.email ?? "");
  const [words, setWords] = useState("");
  const give = useGiveMailConsent(contact.id);
  return (
    <form
      className="form action-form"
      aria-label="Write down that they agreed to thank-yous"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void give.run({ address, words }).catch(() => undefined);
      }}
    >
      <TextInput label="Mail address" type="email" required value={address} onChange={(event) => setAddress(event.currentTarget.value)} />
      <InWhichWords words={words} onWords={setWords} />
      <Refused error={give.error} />
      <Button type="submit" loading={give.busy}>
        They agreed
      </Button>
    </form>
  );
}
