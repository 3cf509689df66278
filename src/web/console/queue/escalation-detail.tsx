import { ActionIcon } from "@mantine/core";
import { useEffect, useRef } from "react";
import { Link } from "wouter";
import type { Conversation, Decision, Escalation } from "../../../http/contract.ts";
import { useConversation, useEscalation } from "../api/queries.ts";
import { useEscalationActions } from "../api/writes.ts";
import { DecisionView } from "../conversations/decision-view.tsx";
import { Notes } from "../conversations/notes.tsx";
import { Transcript } from "../conversations/transcript.tsx";
import { accountInWords } from "../ledger/transfers.ts";
import { useWatched } from "../live/live.tsx";
import { Amount } from "../parts/amount.tsx";
import { ClassTag, LookTag, VerdictTag } from "../parts/badges.tsx";
import { Icon } from "../parts/icons.tsx";
import { Failed, Loading } from "../parts/states.tsx";
import { Due, Elapsed, When } from "../parts/time.tsx";
import { VERDICT_WORDS } from "../parts/words.ts";
import { useStaff } from "../shell/me.ts";
import { EscalationActions, type Actions } from "./escalation-actions.tsx";
import { StateLine } from "./queue-list.tsx";
import { NoteForm, ReplyForm } from "./staff-forms.tsx";

/** One escalation: what is asked, why it is here, what it will cost, what was said, and what one can do. Escape closes it. */
export function EscalationDetail({ id, onClose }: { id: string; onClose(): void }) {
  const escalation = useEscalation(id);
  const item = escalation.data;
  const conversation = useConversation(item?.conversation);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus({ preventScroll: true }), [id]);
  return (
    <section
      className="detail"
      aria-label={item ? `Escalation of ${item.customer.name}` : "Escalation"}
      ref={panel}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        // out of a field first: half-written words are not closed away by one key
        if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement) panel.current?.focus();
        else onClose();
      }}
    >
      {escalation.isPending ? <Loading /> : null}
      {escalation.isError && !item ? (
        <>
          <CloseDetail onClose={onClose} />
          <Failed error={escalation.error} again={() => void escalation.refetch()} />
        </>
      ) : null}
      {item ? <Loaded item={item} conversation={conversation.data} failed={conversation.error} onClose={onClose} /> : null}
    </section>
  );
}

function CloseDetail({ onClose }: { onClose(): void }) {
  return (
    <ActionIcon variant="subtle" color="gray" className="detail-close" aria-label="Close" onClick={onClose}>
      <Icon name="close" />
    </ActionIcon>
  );
}

type LoadedProps = { item: Escalation; conversation: Conversation | undefined; failed: Error | null; onClose(): void };

function Loaded({ item, conversation, failed, onClose }: LoadedProps) {
  const actions = useEscalationActions(item.id);
  useWatched(item.conversation);
  return (
    <>
      <Head item={item} actions={actions} onClose={onClose} />
      <div className="detail-body" tabIndex={0} role="region" aria-label="Details and transcript">
        <blockquote className="asked">{item.question}</blockquote>
        <div className="detail-facts">
          <Standing item={item} />
          <Costing item={item} conversation={conversation} />
        </div>
        <Why item={item} decision={findDecision(conversation, item.decision)} />
        <section className="detail-part">
          <h3>
            Transcript, and what the avatar tried <Link href={`/conversations/${item.conversation}`}>Open the conversation</Link>
          </h3>
          {failed && !conversation ? <Failed error={failed} /> : null}
          {conversation ? <Transcript conversation={conversation} compact /> : failed ? null : <Loading rows={3} />}
        </section>
        <section className="detail-part">
          <h3>Notes</h3>
          <Notes notes={conversation?.notes ?? []} />
          <NoteForm item={item} actions={actions} />
        </section>
      </div>
      <Foot item={item} actions={actions} />
    </>
  );
}

type PartProps = { item: Escalation; actions: Actions };

function Head({ item, actions, onClose }: PartProps & { onClose(): void }) {
  return (
    <header className="detail-head">
      <div className="row">
        <VerdictTag verdict={item.verdict} />
        {item.look === null ? null : <LookTag />}
        <ClassTag kind={item.class} />
        <span className="quiet">
          <StateLine item={item} />
        </span>
        <CloseDetail onClose={onClose} />
      </div>
      <h2>
        <Link href={`/customers/${item.customer.id}`}>{item.customer.name}</Link>
        <span className="quiet"> · {item.contact.name}</span>
      </h2>
      <EscalationActions item={item} actions={actions} />
    </header>
  );
}

/** Where one answers, once it is one's own. */
function Foot({ item, actions }: PartProps) {
  const me = useStaff();
  if (item.state === "open") return <footer className="detail-foot quiet">Claim it to answer. Until then the avatar keeps answering.</footer>;
  if (item.state !== "claimed" || item.claimedBy?.id !== me.id) return null;
  return (
    <footer className="detail-foot">
      <ReplyForm item={item} actions={actions} />
    </footer>
  );
}

function Standing({ item }: { item: Escalation }) {
  const ended = item.endedAt !== null;
  return (
    <dl className="pairs">
      <dt>{ended ? "Asked" : "Waiting"}</dt>
      <dd>{ended ? <When at={item.createdAt} /> : <Elapsed since={item.createdAt} />}</dd>
      <dt>Due</dt>
      <dd>
        <Due at={item.dueAt} done={ended} />
      </dd>
      <dt>Plan</dt>
      <dd>{item.customer.plan}</dd>
      {item.acknowledgedBy && item.acknowledgedAt ? (
        <>
          <dt>Acknowledged</dt>
          <dd>
            {item.acknowledgedBy.name}, <When at={item.acknowledgedAt} />
          </dd>
        </>
      ) : null}
      {item.downgraded ? (
        <>
          <dt>Downgraded</dt>
          <dd>
            {item.downgraded.reason} ({item.downgraded.by}, <When at={item.downgraded.at} />)
          </dd>
        </>
      ) : null}
      {item.outcome !== null ? (
        <>
          <dt>Outcome</dt>
          <dd>{item.outcome}</dd>
          <dt>Minutes</dt>
          <dd>{item.minutes ?? 0}</dd>
        </>
      ) : null}
    </dl>
  );
}

function Costing({ item, conversation }: { item: Escalation; conversation: Conversation | undefined }) {
  return (
    <dl className="pairs">
      <dt>Will cost about</dt>
      <dd>
        <Amount {...item.estimate} />
      </dd>
      <dt>Paid by</dt>
      <dd>{accountInWords(item.payer)}</dd>
      <dt>Set aside</dt>
      <dd>{item.hold ? <Amount amount={item.hold.amount} currency={item.hold.currency} /> : "nothing"}</dd>
      {conversation ? (
        <>
          <dt>Spent so far</dt>
          <dd>
            <Amount {...conversation.cost} />
          </dd>
        </>
      ) : null}
    </dl>
  );
}

function Why({ item, decision }: { item: Escalation; decision: Decision | undefined }) {
  return (
    <section className="detail-part">
      <h3>Why it is here</h3>
      {decision ? (
        <DecisionView decision={decision} open />
      ) : (
        <div className="decision">
          <p>
            <strong>{VERDICT_WORDS[item.verdict].word}.</strong> {VERDICT_WORDS[item.verdict].means}
          </p>
          <ul className="reasons">
            {item.reasons.map((reason) => (
              <li key={reason.code}>
                {reason.text} <span className="code quiet">{reason.code}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function findDecision(conversation: Conversation | undefined, id: string | null): Decision | undefined {
  if (!conversation || id === null) return undefined;
  return [...conversation.decisions, ...conversation.turns.flatMap((turn) => turn.decisions)].find((decision) => decision.id === id);
}
