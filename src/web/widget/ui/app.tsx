/** @jsxImportSource preact */
import { useEffect, useLayoutEffect, useReducer, useRef } from "preact/hooks";
import type { Face as Persona } from "../../../http/contract.ts";
import type { Chat } from "../chat.ts";
import { unreadCount } from "../state.ts";
import { directionOf, fill, type Language, type Texts } from "../texts.ts";
import { Face, Initials, PersonaFace } from "./face.tsx";
import { Panel } from "./panel.tsx";

type AppProps = {
  chat: Chat;
  face: Persona | undefined;
  open: boolean;
  inline: boolean;
  language: Language;
  texts: Texts;
  suggestions: string[];
  onOpen(): void;
  onClose(): void;
};

/** The button, and the panel that it opens. */
export function App({ chat, face, open, inline, language, texts, suggestions, onOpen, onClose }: AppProps) {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useLayoutEffect(() => chat.subscribe(() => redraw(undefined)), [chat]);
  const launcher = useRef<HTMLButtonElement>(null);
  // A panel that is open from the start has not been asked for just now: it must not steal the focus.
  const wasOpen = useRef(open);
  const justOpened = open && !wasOpen.current;
  useEffect(() => {
    if (wasOpen.current && !open) launcher.current?.focus();
    wasOpen.current = open;
  }, [open]);
  const state = chat.state();
  return (
    <PersonaFace value={face}>
      <div class={inline ? "root inline" : "root"} lang={language} dir={directionOf(language)}>
        {open ? (
          <Panel
            chat={chat}
            state={state}
            texts={texts}
            language={language}
            inline={inline}
            takeFocus={justOpened}
            suggestions={suggestions}
            onClose={onClose}
          />
        ) : (
          <button ref={launcher} type="button" class="launcher" aria-haspopup="dialog" aria-label={launcherName(texts, unreadCount(state))} onClick={onOpen}>
            {state.mode.mode === "human" ? <Initials name={state.mode.name} /> : <Face state="neutral" size="large" />}
            {unreadCount(state) > 0 && (
              <span class="badge" aria-hidden="true">
                {unreadCount(state)}
              </span>
            )}
          </button>
        )}
      </div>
    </PersonaFace>
  );
}

function launcherName(texts: Texts, unread: number): string {
  return unread > 0 ? fill(texts.openUnread, { count: unread }) : texts.open;
}
