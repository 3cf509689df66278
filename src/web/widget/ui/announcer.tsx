/** @jsxImportSource preact */
import { useEffect, useMemo, useReducer, useRef } from "preact/hooks";
import { createNarrator } from "../narrator.ts";
import type { ChatState } from "../state.ts";
import { fill, type Texts } from "../texts.ts";

// Long enough for a polite screen reader to come round to it, short enough not to be found later while browsing.
const KEPT_MS = 15_000;
// A quick answer needs no "is writing".
const TYPING_AFTER_MS = 2500;

/**
 * The part of the log that is spoken. The log (`transcript.tsx`) is one `role="log"` with `aria-live="polite"`, but the
 * list that people see in it says `aria-live="off"`: it changes many times a second while an answer grows, and every
 * change would be spoken or swallowed at the reader's whim. This hidden twin gets whole sentences, each once, and
 * forgets them after a while; the finished message stays in the visible list for reading at leisure. The draft is
 * `inert` until it is the truth, for it may be taken back, and nobody should tab into a link that vanishes.
 */
export function Announcer({ state, texts }: { state: ChatState; texts: Texts }) {
  const narrator = useMemo(() => createNarrator(texts), [texts]);
  const spoken = useRef<{ id: number; text: string }[]>([]);
  const nextId = useRef(0);
  const [, redraw] = useReducer((count: number) => count + 1, 0);

  function say(sentences: string[]): void {
    if (sentences.length === 0) return;
    const added = sentences.map((text) => ({ id: nextId.current++, text }));
    spoken.current = [...spoken.current, ...added];
    redraw(undefined);
    setTimeout(() => {
      spoken.current = spoken.current.filter((one) => !added.includes(one));
      redraw(undefined);
    }, KEPT_MS);
  }

  useEffect(() => say(narrator.next(state)), [narrator, state]);
  const typing = state.typing === undefined ? undefined : typingText(state, texts);
  useEffect(() => {
    if (typing === undefined) return undefined;
    const timer = setTimeout(() => say([typing]), TYPING_AFTER_MS);
    return () => clearTimeout(timer);
  }, [typing]);

  return (
    <div class="hidden">
      {spoken.current.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
}

/** Who is writing, in words. */
export function typingText(state: ChatState, texts: Texts): string {
  const name = state.typing?.name ?? (state.mode.mode === "human" ? state.mode.name : state.persona);
  return name === undefined ? texts.typingNameless : fill(texts.typing, { name });
}
