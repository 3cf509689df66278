import { Button, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { Link, useSearchParams } from "wouter";
import type { PhoneCall } from "../../../http/contract.ts";
import { usePhoneCalls } from "../api/queries.ts";
import { useNow } from "../live/clock.tsx";
import { Amount } from "../parts/amount.tsx";
import { Tag } from "../parts/badges.tsx";
import { Page } from "../parts/page.tsx";
import { Empty, Failed, Loading } from "../parts/states.tsx";
import { When } from "../parts/time.tsx";
import { CallSheet } from "./call-sheet.tsx";
import { ABOUT_WORDS, stands, wallClock } from "./words.ts";

const STATES = [
  { value: "open", label: "Open" },
  { value: "ended", label: "Ended" },
] as const;
type State = (typeof STATES)[number]["value"];

/** Calls to people's telephones: whom somebody is to ring, and what came of it. */
export function CallsPage() {
  const [params, setParams] = useSearchParams();
  const state: State = params.get("state") === "ended" ? "ended" : "open";
  const list = usePhoneCalls(state);
  const items = list.data?.items ?? [];
  return (
    <Page
      title="Calls"
      lead="Nobody is rung without their stored word, in their evening, or after they said stop."
      actions={
        <SegmentedControl
          size="xs"
          aria-label="State"
          data={[...STATES]}
          value={state}
          onChange={(next) => setParams(next === "open" ? {} : { state: next })}
        />
      }
    >
      {list.isPending ? <Loading height={64} /> : null}
      {list.isError && !list.data ? <Failed error={list.error} again={() => void list.refetch()} /> : null}
      {list.data && items.length === 0 ? <NoCalls state={state} /> : null}
      <ul className="matters" aria-label={state === "open" ? "Calls to be made, the next first" : "Calls that have ended"}>
        {items.map((call) => (
          <li key={call.id}>
            <CallRow call={call} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function NoCalls({ state }: { state: State }) {
  if (state === "ended") return <Empty title="No call has been made yet.">Each one stays here with what came of it and what it cost.</Empty>;
  return <Empty title="Nobody is to be called.">Plan a call on a customer’s page, beside the person who agreed to it.</Empty>;
}

function CallRow({ call }: { call: PhoneCall }) {
  const [open, setOpen] = useState(call.state === "claimed");
  const who = call.contact.name ?? "Somebody without a name";
  return (
    <article className="matter" aria-label={`Call to ${who}`}>
      <LocalTime call={call} />
      <div className="matter-main">
        <p className="matter-text">
          {ABOUT_WORDS[call.about]} for {who} <CallTag call={call} />
        </p>
        {call.reason ? <p className="said-text">{call.reason}</p> : null}
        <p className="quiet small matter-line">
          <Link href={`/customers/${call.customer.id}`}>{call.customer.name}</Link>
          <span>
            {call.createdBy ? `planned by ${call.createdBy} ` : `planned by the campaign ${call.campaign ?? ""} `}
            <When at={call.createdAt} />
          </span>
          {call.endedAt ? (
            <span>
              {call.claimedBy ? `called by ${call.claimedBy.name}, ` : ""}ended <When at={call.endedAt} />
            </span>
          ) : null}
          {call.cost ? (
            <span>
              cost <Amount {...call.cost} />
            </span>
          ) : null}
        </p>
        {call.note ? <p className="said-text">{call.note}</p> : null}
        {open && call.state !== "ended" ? <CallSheet id={call.id} /> : null}
      </div>
      {call.state === "ended" ? null : (
        <Button
          variant={open ? "subtle" : "default"}
          onClick={() => setOpen(!open)}
          aria-expanded={open}
          aria-label={open ? `Put aside the call to ${who}` : `Open the call to ${who}`}
        >
          {open ? "Put aside" : "Open"}
        </Button>
      )}
    </article>
  );
}

function CallTag({ call }: { call: PhoneCall }) {
  const tone = call.outcome === "asked_not_to" || call.outcome === "unknown" ? "amber" : call.outcome === "reached" ? "green" : call.outcome ? "grey" : "blue";
  return <Tag tone={tone}>{stands(call)}</Tag>;
}

/** The figure that one looks at before ringing: what time it is there. */
function LocalTime({ call }: { call: PhoneCall }) {
  const now = useNow();
  if (call.state === "ended") {
    return (
      <p className="matter-figure quiet">
        <strong>{call.minutes === null ? "—" : `${call.minutes} min`}</strong>
        <span className="small">{call.kind === "automatic" ? "computer voice" : "a person"}</span>
      </p>
    );
  }
  const later = Date.parse(call.notBefore) > now;
  return (
    <p className="matter-figure">
      <strong className={later ? "soon" : undefined}>{wallClock(now, call.timeZone)}</strong>
      <span className="small quiet" title={call.timeZone}>
        {later ? `from ${wallClock(Date.parse(call.notBefore), call.timeZone)}` : "where they are"}
      </span>
    </p>
  );
}
