/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { ChatMessage } from "../../../http/contract.ts";
import type { FaceState } from "../../shared/face.ts";
import { closeOpenMarks, isSafeUrl } from "../markdown.ts";
import { toNodes } from "../sanitize.ts";
import type { Pending } from "../state.ts";
import type { Texts } from "../texts.ts";
import { Face, Initials } from "./face.tsx";
import { PageIcon } from "./icons.tsx";

type MessageProps = {
  item: ChatMessage;
  /** the line before is by the same author: no name and no face again */
  continues: boolean;
  /** comes in with a small movement: what was not already seen as a draft or as being sent */
  fresh: boolean;
  sent: boolean;
  texts: Texts;
};

export function Message({ item, continues, fresh, sent, texts }: MessageProps) {
  if (item.from === "notice")
    return (
      <li class="event notice" dir="auto">
        {item.text}
      </li>
    );
  const mine = item.from === "contact";
  return (
    <li class={lineClass(mine, continues, fresh)}>
      <Author item={item} continues={continues} texts={texts} />
      {/* Focusable by a click or a tap, so that the time can be seen without a mouse that hovers. */}
      <div class="bubble" tabIndex={-1}>
        {mine ? (
          <p class="plain" dir="auto">
            {item.text}
          </p>
        ) : (
          <Markdown text={item.text} />
        )}
        <Sources item={item} texts={texts} />
      </div>
      <p class={sent ? "meta kept" : "meta"}>
        {sent && <span>{texts.sent} · </span>}
        <time dateTime={item.at}>{timeText(item.at)}</time>
      </p>
    </li>
  );
}

function Author({ item, continues, texts }: { item: ChatMessage; continues: boolean; texts: Texts }) {
  if (item.from === "contact") return <span class="hidden">{texts.you}</span>;
  if (continues) return <span class="hidden">{item.name}</span>;
  return <AuthorLine name={item.name} role={item.from === "human" ? texts.person : texts.assistant} human={item.from === "human"} />;
}

type AuthorLineProps = { name: string; role: string; human: boolean; state?: FaceState };

function AuthorLine({ name, role, human, state = "neutral" }: AuthorLineProps) {
  return (
    <p class="author">
      {human ? <Initials name={name} /> : <Face state={state} size="small" />}
      <b dir="auto">{name}</b>
      <span class="author-role">{role}</span>
    </p>
  );
}

/** Not yet the truth: it can be read, but neither be clicked nor be found by a screen reader (see `announcer.tsx`). */
export function DraftMessage({ text, name, continues, texts }: { text: string; name: string | undefined; continues: boolean; texts: Texts }) {
  return (
    <li class={lineClass(false, continues, true)} inert>
      {!continues && <AuthorLine name={name ?? texts.chat} role={texts.assistant} human={false} state="answering" />}
      <div class="bubble draft">
        <Markdown text={closeOpenMarks(text)} />
      </div>
    </li>
  );
}

type PendingProps = { pending: Pending; texts: Texts; onRetry(id: string): void; onEdit(id: string): void };

export function PendingMessage({ pending, texts, onRetry, onEdit }: PendingProps) {
  const { id, status, detail, retry } = pending;
  return (
    <li class={`${lineClass(true, false, true)} ${status}`}>
      <span class="hidden">{texts.you}</span>
      <div class="bubble">
        <p class="plain" dir="auto">
          {pending.text}
        </p>
      </div>
      {status === "failed" ? (
        <p class="meta kept problem">
          <span>{detail ?? texts.notSent}</span>
          {retry ? <Action onClick={() => onRetry(id)}>{texts.tryAgain}</Action> : <Action onClick={() => onEdit(id)}>{texts.edit}</Action>}
        </p>
      ) : (
        <p class="meta kept">{status === "waiting" ? texts.waiting : texts.sending}</p>
      )}
    </li>
  );
}

function Action({ onClick, children }: { onClick(): void; children: ComponentChildren }) {
  return (
    <button type="button" class="action" onClick={onClick}>
      {children}
    </button>
  );
}

function Markdown({ text }: { text: string }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.replaceChildren(toNodes(text)), [text]);
  return <div ref={place} class="markdown" dir="auto" />;
}

function Sources({ item, texts }: { item: ChatMessage; texts: Texts }) {
  const sources = item.sources.filter((source) => isSafeUrl(source.url));
  if (sources.length === 0) return null;
  return (
    <ul class="sources" aria-label={texts.sources}>
      {sources.map(({ title, url }) => (
        <li key={url}>
          <a href={url} target="_blank" rel="noopener noreferrer">
            <PageIcon />
            <span dir="auto">{title}</span>
            <span class="hidden">, {texts.newTab}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function lineClass(mine: boolean, continues: boolean, fresh: boolean): string {
  return `line ${mine ? "mine" : "theirs"}${continues ? " continues" : ""}${fresh ? " fresh" : ""}`;
}

/** As this browser writes times, whatever language the page is in. */
function timeText(at: string): string {
  return new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" }).format(new Date(at));
}
