import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useEffect, useRef } from "react";
import { Link } from "wouter";
import type { Conversation, Escalation } from "../../../http/contract.ts";
import { ApiProblem } from "../api/client.ts";
import { useConversation } from "../api/queries.ts";
import { useEscalationActions, useTakeover } from "../api/writes.ts";
import { useWatched } from "../live/live.tsx";
import { Amount } from "../parts/amount.tsx";
import { ModeTag, MoodTag, VerdictTag } from "../parts/badges.tsx";
import { Icon } from "../parts/icons.tsx";
import { Page } from "../parts/page.tsx";
import { Empty, Failed, Loading, Refused } from "../parts/states.tsx";
import { Due } from "../parts/time.tsx";
import { STATE_WORDS } from "../parts/words.ts";
import { EscalationActions } from "../queue/escalation-actions.tsx";
import { NoteForm, ReplyForm } from "../queue/staff-forms.tsx";
import { useStaff } from "../shell/me.ts";
import { DecisionView } from "./decision-view.tsx";
import { Notes } from "./notes.tsx";
import { Transcript } from "./transcript.tsx";
import { CostLine } from "./turn-margin.tsx";

/** A conversation as it happens: what is said on the left, what was decided and paid for it on the right. */
export function ConversationPage({ id }: { id: string }) {
  const query = useConversation(id);
  useWatched(id);
  const margin = useMediaQuery("(min-width: 75em)", true, { getInitialValueInEffect: false });
  const conversation = query.data;
  if (query.isPending)
    return (
      <Page title="Conversation">
        <Loading />
      </Page>
    );
  if (!conversation) {
    const gone = query.error instanceof ApiProblem && query.error.status === 404;
    return (
      <Page title="Conversation">
        {gone ? <Empty title="There is no conversation under this address.">It may have been erased at a person’s request.</Empty> : null}
        {!gone && query.error ? <Failed error={query.error} again={() => void query.refetch()} /> : null}
      </Page>
    );
  }
  return (
    <Page wide sticky title={conversation.contact.name} lead={<Standing conversation={conversation} />} actions={<StepIn conversation={conversation} />}>
      <div className={margin ? "talk talk-margin" : "talk"}>
        <Transcript conversation={conversation} compact={!margin} announced />
        <EndOfTalk count={conversation.messages.length} />
        <Held conversation={conversation} />
        <Aftermath conversation={conversation} />
      </div>
    </Page>
  );
}

function Standing({ conversation }: { conversation: Conversation }) {
  const { customer, escalation } = conversation;
  return (
    <span className="standing">
      <Link href={`/customers/${customer.id}`}>{customer.name}</Link>
      <span>{customer.plan}</span>
      <span>{conversation.channel}</span>
      <ModeTag mode={conversation.mode} name={conversation.name} />
      <MoodTag mood={conversation.mood} />
      <span>
        Cost so far <Amount {...conversation.cost} />
      </span>
      {escalation ? (
        <span className="row">
          <VerdictTag verdict={escalation.verdict} />
          <Link href={`/escalations/${escalation.id}`}>Escalation</Link> {STATE_WORDS[escalation.state].toLowerCase()}
        </span>
      ) : null}
    </span>
  );
}

function isLive(escalation: Escalation | null): escalation is Escalation {
  return escalation !== null && (escalation.state === "open" || escalation.state === "claimed");
}

/** Taking over when nobody has it; else what one may do with the escalation that it has. */
function StepIn({ conversation }: { conversation: Conversation }) {
  const takeover = useTakeover(conversation.id);
  if (isLive(conversation.escalation)) return <LiveActions item={conversation.escalation} />;
  if (conversation.mode === "human") return null;
  return (
    <div className="actions">
      <Button onClick={() => void takeover.run().catch(() => undefined)} loading={takeover.busy} leftSection={<Icon name="talk" size={16} />}>
        Take over
      </Button>
      <Refused error={takeover.error} />
    </div>
  );
}

function LiveActions({ item }: { item: Escalation }) {
  const actions = useEscalationActions(item.id);
  return <EscalationActions item={item} actions={actions} />;
}

/** Replying and noting, while an escalation lives. */
function Held({ conversation }: { conversation: Conversation }) {
  if (!isLive(conversation.escalation)) return null;
  return <HeldForms item={conversation.escalation} />;
}

function HeldForms({ item }: { item: Escalation }) {
  const me = useStaff();
  const actions = useEscalationActions(item.id);
  const mine = item.state === "claimed" && item.claimedBy?.id === me.id;
  return (
    <div className="held">
      {mine ? <ReplyForm item={item} actions={actions} /> : null}
      <NoteForm item={item} actions={actions} />
    </div>
  );
}

/** Beside the turns: notes, promised dates, and what was decided or booked outside of any turn. */
function Aftermath({ conversation }: { conversation: Conversation }) {
  const { notes, questions, reminders, decisions, costs } = conversation;
  return (
    <div className="aftermath">
      {notes.length > 0 ? (
        <section className="card">
          <h2>Notes</h2>
          <Notes notes={notes} />
        </section>
      ) : null}
      {questions.length > 0 ? (
        <section className="card">
          <h2>Open questions</h2>
          <ul className="stack">
            {questions.map((question) => (
              <li key={question.id}>
                <p>{question.text}</p>
                <p className="small quiet">
                  {question.state === "kept" ? "Kept " : "We come back "}
                  <Due at={question.dueAt} done={question.state === "kept"} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {reminders.length > 0 ? (
        <section className="card">
          <h2>Reminders they asked for</h2>
          <ul className="stack">
            {reminders.map((reminder) => (
              <li key={reminder.id}>
                <p>{reminder.what}</p>
                <p className="small quiet">
                  {reminder.state === "kept" ? "Told " : "The avatar writes first "}
                  <Due at={reminder.dueAt} done={reminder.state === "kept"} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {decisions.length > 0 || costs.length > 0 ? (
        <section className="card">
          <h2>Outside of the avatar’s turns</h2>
          <ul className="costs">
            {costs.map((cost) => (
              <li key={cost.transfer}>
                <CostLine cost={cost} />
              </li>
            ))}
          </ul>
          {decisions.map((decision) => (
            <DecisionView key={decision.id} decision={decision} />
          ))}
        </section>
      ) : null}
    </div>
  );
}

const NEAR_PX = 240;

/** Begins at the last words, and keeps the end in view while one reads there; whoever has scrolled up is left in peace. */
function EndOfTalk({ count }: { count: number }) {
  const end = useRef<HTMLDivElement>(null);
  const seen = useRef(-1);
  useEffect(() => {
    if (count === seen.current) return;
    const first = seen.current === -1;
    seen.current = count;
    const distance = (end.current?.getBoundingClientRect().top ?? 0) - window.innerHeight;
    if (first || distance < NEAR_PX) end.current?.scrollIntoView({ block: "center" });
  }, [count]);
  return <div ref={end} />;
}
