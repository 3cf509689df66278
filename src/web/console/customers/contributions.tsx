import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import type { Contact, Contribution, ContributionKind } from "../../../http/contract.ts";
import { useAcceptContribution, useContributions, useWithdrawContribution } from "../api/contributions.ts";
import { Amount } from "../parts/amount.tsx";
import { Tag } from "../parts/badges.tsx";
import { formatMoney } from "../parts/money.ts";
import { Failed, Loading, Refused } from "../parts/states.tsx";
import { calendarDate } from "../parts/when.ts";

const KIND_WORDS: Record<ContributionKind, string> = { report: "Report", patch: "Patch", answer: "Answer" };
const KINDS = ["report", "patch", "answer"] as const;

/** What people of a customer brought, what it earned, and the way to accept more. */
export function Contributions(given: { customer: string; contacts: Contact[] }) {
  return (
    <section className="card" aria-labelledby="contributions">
      <h2 id="contributions">Contributions</h2>
      <Brought {...given} />
    </section>
  );
}

function Brought({ customer, contacts }: { customer: string; contacts: Contact[] }) {
  const list = useContributions(customer);
  if (list.isPending) return <Loading rows={2} />;
  if (!list.data) return <Failed error={list.error} again={() => void list.refetch()} />;
  const { items } = list.data;
  return (
    <>
      {items.length === 0 ? (
        <p className="quiet">Nothing yet. A report, a patch or an answer to somebody else that you accept stands here, with what it earned.</p>
      ) : (
        <ul className="memories" aria-label="Contributions, the newest first">
          {items.map((one) => (
            <li key={one.id}>
              <One contribution={one} customer={customer} />
            </li>
          ))}
        </ul>
      )}
      <Accept customer={customer} contacts={contacts} />
    </>
  );
}

function One({ contribution, customer }: { contribution: Contribution; customer: string }) {
  const { id, kind, link, contact, acceptedAt, acceptedBy, withdrawn } = contribution;
  const withdraw = useWithdrawContribution(id, customer);
  return (
    <>
      <div>
        <p className="said-text">
          {KIND_WORDS[kind]}: <Where link={link} />
        </p>
        <p className="quiet">
          {contact ? `Brought by ${contact.name}. ` : ""}Accepted by {acceptedBy} on {calendarDate(acceptedAt)}.
        </p>
        <p>
          <Earned contribution={contribution} />
        </p>
        <Refused error={withdraw.error} />
      </div>
      {withdrawn ? null : (
        <div className="memory-actions">
          <Button
            variant="default"
            size="xs"
            aria-label={`Take back: ${kind} ${link}`}
            loading={withdraw.busy}
            onClick={() => void withdraw.run().catch(() => undefined)}
          >
            Take back
          </Button>
        </div>
      )}
    </>
  );
}

/** Whose link was erased with its person has none. */
function Where({ link }: { link: string }) {
  if (!/^https?:\/\//.test(link)) return <span className="quiet">its link was erased with the person</span>;
  return (
    <a href={link} rel="noreferrer noopener" target="_blank">
      {link}
    </a>
  );
}

/** What it earned and why, or what became of that. */
function Earned({ contribution }: { contribution: Contribution }) {
  const { verdict, earned, reasons, thankedAt, withdrawn } = contribution;
  const why = reasons.map(({ text }) => text).join(" ");
  if (withdrawn) {
    const back =
      verdict === "grant"
        ? `; ${formatMoney(withdrawn.taken.amount, withdrawn.taken.currency)} of ${formatMoney(earned.amount, earned.currency)} were left`
        : "";
    return (
      <>
        <Tag tone="amber">Taken back</Tag> by {withdrawn.by} on {calendarDate(withdrawn.at)}
        {back}.
      </>
    );
  }
  if (verdict === "grant")
    return (
      <>
        <Tag tone="green">Earned</Tag> <Amount {...earned} /> for the budget.
      </>
    );
  if (verdict === "nothing")
    return (
      <>
        <Tag>Nothing</Tag> {why}
      </>
    );
  return (
    <>
      <Tag tone="blue">Thank-you</Tag>{" "}
      {thankedAt ? `sent on ${calendarDate(thankedAt)}.` : `not sent: it leaves if they have agreed that we write first. ${why}`}
    </>
  );
}

function Accept({ customer, contacts }: { customer: string; contacts: Contact[] }) {
  const [kind, setKind] = useState<ContributionKind>("report");
  const [link, setLink] = useState("");
  const [contact, setContact] = useState("");
  const accept = useAcceptContribution(customer);
  async function submit(event: FormEvent) {
    event.preventDefault();
    await accept.run({ kind, link, ...(contact === "" ? {} : { contact }) }).then(
      () => setLink(""),
      () => undefined,
    );
  }
  return (
    <details>
      <summary className="small">Accept a contribution</summary>
      <form className="form action-form" onSubmit={(event) => void submit(event)} aria-label="Accept a contribution">
        <div className="form-row">
          <NativeSelect
            label="Kind"
            data={KINDS.map((value) => ({ value, label: KIND_WORDS[value] }))}
            value={kind}
            onChange={(event) => setKind(KINDS.find((one) => one === event.currentTarget.value) ?? "report")}
          />
          <NativeSelect
            label="Who brought it"
            data={[{ value: "", label: "Nobody in particular" }, ...contacts.map(({ id, name, email }) => ({ value: id, label: name ?? email ?? id }))]}
            value={contact}
            onChange={(event) => setContact(event.currentTarget.value)}
          />
        </div>
        <TextInput
          label="Link"
          description="Where it can be seen. The same link is accepted once."
          required
          type="url"
          maxLength={500}
          value={link}
          onChange={(event) => setLink(event.currentTarget.value)}
        />
        <Refused error={accept.error} />
        <Button type="submit" loading={accept.busy}>
          Accept
        </Button>
      </form>
    </details>
  );
}
