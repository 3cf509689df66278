import { Button, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { Link, useSearchParams } from "wouter";
import type { Question, QuestionState } from "../../../http/contract.ts";
import { useQuestions } from "../api/queries.ts";
import { useAnswerQuestion } from "../api/writes.ts";
import { useNow } from "../live/clock.tsx";
import { Page } from "../parts/page.tsx";
import { Empty, Failed, Loading } from "../parts/states.tsx";
import { When } from "../parts/time.tsx";
import { calendarDate, daysLeft, exact, nearDay, span } from "../parts/when.ts";
import { ANSWERED_WORDS, CAUSE_WORDS, counted } from "../parts/words.ts";
import { KeptFigure } from "./kept-figure.tsx";
import { WordsForm } from "../queue/words-form.tsx";

const STATES: { value: QuestionState; label: string }[] = [
  { value: "open", label: "Open" },
  { value: "overdue", label: "Overdue" },
  { value: "kept", label: "Kept" },
];

/** The answers that we still owe, the next date first. */
export function QuestionsPage() {
  const [params, setParams] = useSearchParams();
  const state = STATES.find(({ value }) => value === params.get("state"))?.value ?? "open";
  const list = useQuestions(state);
  const items = list.data?.items ?? [];
  return (
    <Page
      title="Open questions"
      lead="Answers we owe, with the date that was promised. The avatar comes back by itself; a person’s answer is better."
      actions={
        <SegmentedControl size="xs" aria-label="State" data={STATES} value={state} onChange={(next) => setParams(next === "open" ? {} : { state: next })} />
      }
    >
      <KeptFigure />
      {list.isPending ? <Loading height={64} /> : null}
      {list.isError && !list.data ? <Failed error={list.error} again={() => void list.refetch()} /> : null}
      {list.data && items.length === 0 ? <NoQuestions state={state} /> : null}
      <ul className="matters" aria-label="Questions, the next date first">
        {items.map((question) => (
          <li key={question.id}>
            <QuestionRow question={question} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function NoQuestions({ state }: { state: QuestionState }) {
  if (state === "overdue") return <Empty title="No date was missed.">Questions whose date passes without an answer are marked and shown here.</Empty>;
  if (state === "kept") return <Empty title="No question has been closed yet.">Each one stays here with who answered it, and when.</Empty>;
  return <Empty title="We owe nobody an answer.">When the avatar cannot answer, it keeps the question here with a date, and keeps that date.</Empty>;
}

function QuestionRow({ question }: { question: Question }) {
  const [open, setOpen] = useState(false);
  const answer = useAnswerQuestion(question.id);
  return (
    <article className="matter">
      <DaysLeft question={question} />
      <div className="matter-main">
        <p className="matter-text">{question.text}</p>
        <p className="quiet small matter-line">
          <Link href={`/conversations/${question.conversation}`}>{question.askedBy.name}</Link>
          {question.customer.name === question.askedBy.name ? null : <Link href={`/customers/${question.customer.id}`}>{question.customer.name}</Link>}
          <span>
            asked <When at={question.createdAt} />
          </span>
          <span>{CAUSE_WORDS[question.cause]}</span>
          {question.answeredBy && question.closedAt ? (
            <span>
              closed by {ANSWERED_WORDS[question.answeredBy]} <When at={question.closedAt} />
            </span>
          ) : null}
        </p>
        {open ? (
          <WordsForm
            name="Answer"
            hint={`Sent to ${question.askedBy.name} under your name; closes the question.`}
            draftKey={`answer:${question.id}`}
            send={(text) => answer.run({ text })}
            busy={answer.busy}
            error={answer.error}
          />
        ) : null}
      </div>
      {question.state === "kept" ? null : (
        <Button
          variant={open ? "subtle" : "default"}
          onClick={() => setOpen(!open)}
          aria-expanded={open}
          aria-label={open ? "Put aside" : `Answer ${question.askedBy.name}`}
        >
          {open ? "Put aside" : "Answer"}
        </Button>
      )}
    </article>
  );
}

/** The days that are left, as the figure that one scans for. */
function DaysLeft({ question }: { question: Question }) {
  const now = useNow();
  const left = daysLeft(question.dueAt, now);
  if (question.state === "kept") {
    return (
      <p className="matter-figure quiet">
        <strong>Kept</strong>
        <time dateTime={question.dueAt} title={exact(question.dueAt)}>
          for {calendarDate(question.dueAt)}
        </time>
      </p>
    );
  }
  return (
    <p className="matter-figure">
      {question.state === "overdue" ? (
        <strong className="overdue">Overdue</strong>
      ) : (
        <strong className={left <= 0 ? "soon" : undefined}>{left <= 0 ? "Today" : counted(left, "day")}</strong>
      )}
      <time className="small quiet" dateTime={question.dueAt} title={exact(question.dueAt)}>
        {question.state === "overdue" ? `by ${span(Date.parse(question.dueAt) - now)}` : nearDay(question.dueAt)}
      </time>
    </p>
  );
}
