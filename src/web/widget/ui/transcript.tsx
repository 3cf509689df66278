/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ChatState, Line } from "../state.ts";
import { fill, type Language, type Texts } from "../texts.ts";
import { modeText } from "../narrator.ts";
import { typingText } from "./announcer.tsx";
import { Face } from "./face.tsx";
import { DownIcon } from "./icons.tsx";
import { DraftMessage, Message, PendingMessage } from "./message.tsx";

type TranscriptProps = {
  state: ChatState;
  texts: Texts;
  language: Language;
  suggestions: string[];
  onSuggestion(text: string): void;
  onRetry(id: string): void;
  onEdit(id: string): void;
  announcer: ComponentChildren;
};

// Whoever is this close to the end is reading along.
const NEAR_END_PX = 80;

/** What was said. Scrolls along with the talk, unless somebody has scrolled up to read. */
export function Transcript({ state, texts, language, suggestions, onSuggestion, onRetry, onEdit, announcer }: TranscriptProps) {
  const log = useRef<HTMLDivElement>(null);
  const [following, setFollowing] = useState(true);
  const ownWords = state.pending.length;
  const isEmpty = state.lines.length === 0 && ownWords === 0;
  const atRest = !state.draft && !state.typing;
  useLayoutEffect(() => setFollowing(true), [ownWords]);
  useLayoutEffect(() => {
    if (following && !isEmpty && log.current) log.current.scrollTop = log.current.scrollHeight;
  });
  // A draft grows many times a second: the lines above it are drawn again only when they change.
  const { lines, historySeq } = state;
  const drawn = useMemo(
    () =>
      lines.map((line, index) => (
        <LineView
          key={line.seq}
          line={line}
          before={lines[index - 1]}
          sentLast={atRest && index === lines.length - 1}
          historySeq={historySeq}
          texts={texts}
          language={language}
        />
      )),
    [lines, historySeq, atRest, texts, language],
  );
  return (
    <div class="middle">
      <div
        ref={log}
        class="log"
        role="log"
        aria-live="polite"
        aria-relevant="additions"
        aria-label={texts.conversation}
        tabIndex={0}
        onScroll={(event) => setFollowing(isNearEnd(event.currentTarget))}
      >
        <div aria-live="off">
          {isEmpty && <Welcome state={state} texts={texts} suggestions={suggestions} onSuggestion={onSuggestion} />}
          <ol class="lines">
            {drawn}
            {state.pending.map((one) => (
              <PendingMessage key={one.id} pending={one} texts={texts} onRetry={onRetry} onEdit={onEdit} />
            ))}
            {state.draft && <DraftMessage text={state.draft.text} name={state.persona} continues={lastAuthor(state) === "avatar"} texts={texts} />}
            {state.typing && <TypingLine state={state} texts={texts} />}
          </ol>
        </div>
        {announcer}
      </div>
      {!following && (
        <button type="button" class="to-end" onClick={() => setFollowing(true)}>
          <DownIcon />
          {texts.newMessages}
        </button>
      )}
    </div>
  );
}

type LineViewProps = { line: Line; before: Line | undefined; sentLast: boolean; historySeq: number; texts: Texts; language: Language };

function LineView({ line, before, sentLast, historySeq, texts, language }: LineViewProps) {
  if (line.kind === "mode") return <li class="event">{modeText(texts, line.mode)}</li>;
  const sameAuthor = before?.kind === "item" && before.item.from === line.item.from && before.item.name === line.item.name;
  const day = dayChange(before, line, language, texts);
  return (
    <>
      {day !== undefined && <li class="event day">{day}</li>}
      <Message
        item={line.item}
        continues={sameAuthor && day === undefined}
        fresh={line.item.from === "human" && line.seq > historySeq}
        sent={sentLast && line.item.from === "contact"}
        texts={texts}
      />
    </>
  );
}

function Welcome({ state, texts, suggestions, onSuggestion }: Pick<TranscriptProps, "state" | "texts" | "suggestions" | "onSuggestion">) {
  return (
    <div class="welcome">
      <Face state="neutral" size="large" />
      <p class="hello">{state.persona === undefined ? texts.helloNameless : fill(texts.hello, { name: state.persona })}</p>
      <p class="hello-text">{texts.helloText}</p>
      {suggestions.length > 0 && (
        <ul class="suggestions" aria-label={texts.suggestions}>
          {suggestions.map((text) => (
            <li key={text}>
              <button type="button" class="suggestion" dir="auto" onClick={() => onSuggestion(text)}>
                {text}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function TypingLine({ state, texts }: { state: ChatState; texts: Texts }) {
  return (
    <li class="typing">
      {state.mode.mode === "avatar" && <Face state="thinking" size="small" />}
      <span class="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {typingText(state, texts)}
    </li>
  );
}

function lastAuthor(state: ChatState): string | undefined {
  const last = state.lines.at(-1);
  return last?.kind === "item" && state.pending.length === 0 ? last.item.from : undefined;
}

function isNearEnd(log: HTMLElement): boolean {
  return log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END_PX;
}

/** The day as a heading, where it changes; a talk of today needs none. */
function dayChange(before: Line | undefined, line: Line, language: Language, texts: Texts): string | undefined {
  if (line.kind !== "item") return undefined;
  const day = dayOf(line.item.at);
  const today = dayOf(new Date().toISOString());
  const dayBefore = before?.kind === "item" ? dayOf(before.item.at) : undefined;
  if (day === dayBefore || (before === undefined && day === today) || before?.kind === "mode") return undefined;
  if (day === today) return texts.today;
  return new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long" }).format(new Date(line.item.at));
}

function dayOf(at: string): string {
  return new Date(at).toDateString();
}
