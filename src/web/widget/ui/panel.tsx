/** @jsxImportSource preact */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Chat } from "../chat.ts";
import { expressionOf, SORRY_MS } from "../expression.ts";
import type { ChatState } from "../state.ts";
import { fill, type Language, type Texts } from "../texts.ts";
import { Announcer } from "./announcer.tsx";
import { Composer, type ComposerHandle } from "./composer.tsx";
import { Face, Initials } from "./face.tsx";
import { CloseIcon } from "./icons.tsx";
import { Transcript } from "./transcript.tsx";

type PanelProps = {
  chat: Chat;
  state: ChatState;
  texts: Texts;
  language: Language;
  inline: boolean;
  takeFocus: boolean;
  suggestions: string[];
  onClose(): void;
};

// The same width as in the style sheet, where the panel fills the screen.
const FULL_SCREEN = "(max-width: 479px)";

export function Panel({ chat, state, texts, language, inline, takeFocus, suggestions, onClose }: PanelProps) {
  const panel = useRef<HTMLElement>(null);
  const composer = useRef<ComposerHandle>(null);
  // As it was when the panel appeared: what is said later must not fetch the focus back.
  const appearsWithFocus = useRef(takeFocus);
  useEffect(() => {
    if (appearsWithFocus.current) composer.current?.focus();
  }, []);
  const [writing, setWriting] = useState(false);
  useEffect(() => chat.markRead(), [chat, state.lines]);
  useEffect(() => {
    if (!state.sorry) return undefined;
    const timer = setTimeout(() => chat.calm(), SORRY_MS);
    return () => clearTimeout(timer);
  }, [chat, state.sorry]);
  useEffect(() => followKeyboard(panel.current), []);

  function onKeyDown(event: KeyboardEvent): void {
    if (inline || event.defaultPrevented) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
    }
    if (event.key === "Tab" && matchMedia(FULL_SCREEN).matches) keepInside(event, panel.current);
  }

  return (
    <section ref={panel} class="panel" role={inline ? "region" : "dialog"} aria-label={state.persona ?? texts.chat} onKeyDown={onKeyDown}>
      <Header state={state} writing={writing} texts={texts} onClose={inline ? undefined : onClose} />
      <Transcript
        state={state}
        texts={texts}
        language={language}
        suggestions={suggestions}
        onSuggestion={(text) => {
          chat.send(text);
          composer.current?.focus();
        }}
        onRetry={(id) => chat.retry(id)}
        onEdit={(id) => composer.current?.take(chat.withdraw(id))}
        announcer={<Announcer state={state} texts={texts} />}
      />
      <p class={bannerText(state, texts) === "" ? "banner empty" : "banner"} role="status">
        {bannerText(state, texts)}
      </p>
      <Composer handle={composer} texts={texts} draft={chat.draft()} onDraft={chat.saveDraft} onSend={(text) => chat.send(text)} onWriting={setWriting} />
      <p class="footnote">{state.mode.mode === "human" ? texts.footnotePerson : texts.footnote}</p>
    </section>
  );
}

type HeaderProps = { state: ChatState; writing: boolean; texts: Texts; onClose: (() => void) | undefined };

function Header({ state, writing, texts, onClose }: HeaderProps) {
  const { mode, persona } = state;
  const withPerson = mode.mode === "human";
  return (
    <div class="header">
      {withPerson ? <Initials name={mode.name} /> : <AvatarFace state={state} writing={writing} texts={texts} />}
      <div class="who">
        <h2 class="name">{withPerson ? (mode.name ?? texts.person) : (persona ?? texts.chat)}</h2>
        <p class="role">{withPerson ? texts.person : texts.assistant}</p>
      </div>
      {onClose && (
        <button type="button" class="close" aria-label={texts.close} onClick={onClose}>
          <CloseIcon />
        </button>
      )}
    </div>
  );
}

/** Its name for a screen reader says who it is, that it is an AI, and what it is doing. */
function AvatarFace({ state, writing, texts }: { state: ChatState; writing: boolean; texts: Texts }) {
  const expression = expressionOf(state, writing);
  const who = fill(texts.face, { name: state.persona ?? texts.chat });
  const doing = { neutral: "", listening: "", thinking: texts.faceThinking, answering: texts.faceAnswering, sorry: texts.faceSorry }[expression];
  return <Face state={expression} size="medium" label={doing === "" ? who : `${who}, ${doing}`} />;
}

function bannerText({ phase, link }: ChatState, texts: Texts): string {
  if (phase === "signed-out") return texts.signedOut;
  if (link === "up") return "";
  return navigator.onLine ? texts.unreachable : texts.offline;
}

/** On a phone the panel covers the page, so the focus must not wander behind it. */
function keepInside(event: KeyboardEvent, panel: HTMLElement | null): void {
  const stops = [...(panel?.querySelectorAll<HTMLElement>("button, textarea, a[href], [tabindex='0']") ?? [])].filter((stop) => !stop.closest("[inert]"));
  const active = (panel?.getRootNode() as ShadowRoot | undefined)?.activeElement;
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (stops.length === 0 || active !== edge) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
}

/** iOS lays its keyboard over the page without shrinking it: the panel takes the height that can be seen. */
function followKeyboard(panel: HTMLElement | null): (() => void) | undefined {
  const { visualViewport } = globalThis;
  if (!panel || !visualViewport) return undefined;
  const viewport = visualViewport;
  const follow = () => {
    panel.style.setProperty("--visible-height", `${viewport.height}px`);
    panel.style.setProperty("--visible-top", `${viewport.offsetTop}px`);
  };
  follow();
  viewport.addEventListener("resize", follow);
  viewport.addEventListener("scroll", follow);
  return () => {
    viewport.removeEventListener("resize", follow);
    viewport.removeEventListener("scroll", follow);
  };
}
