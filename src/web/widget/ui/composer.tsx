/** @jsxImportSource preact */
import type { Ref } from "preact";
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Texts } from "../texts.ts";
import { SendIcon } from "./icons.tsx";

export interface ComposerHandle {
  focus(): void;
  /** Puts a text back to be changed; what is being written stays below it. */
  take(text: string): void;
}

/** `draft` stands there from the start, `onDraft` hears each change; `onWriting`: whether there is something in the field. */
type ComposerProps = {
  handle: Ref<ComposerHandle>;
  texts: Texts;
  draft: string;
  onDraft(text: string): void;
  onSend(text: string): void;
  onWriting(writing: boolean): void;
};

/** Where one writes: Enter sends, Shift+Enter makes a new line. */
export function Composer({ handle, texts, draft, onDraft, onSend, onWriting }: ComposerProps) {
  const [text, setText] = useState(draft);
  const field = useRef<HTMLTextAreaElement>(null);
  const writing = text.trim() !== "";
  useLayoutEffect(() => fit(field.current), [text]);
  useEffect(() => onWriting(writing), [onWriting, writing]);
  useLayoutEffect(() => onDraft(text), [onDraft, text]);
  useImperativeHandle(
    handle,
    () => ({
      focus: () => field.current?.focus({ preventScroll: true }),
      take(back) {
        setText((now) => (now.trim() === "" ? back : `${back}\n${now}`));
        field.current?.focus();
      },
    }),
    [],
  );

  function submit(): void {
    field.current?.focus();
    if (!writing) return;
    onSend(text);
    setText("");
  }

  function onKeyDown(event: KeyboardEvent): void {
    // While an input method composes a character, Enter belongs to it (229: Safari says so only this way).
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <textarea
        ref={field}
        class="field"
        // Empty, it follows the widget, so that the placeholder stands where the words will.
        dir={text === "" ? undefined : "auto"}
        rows={1}
        aria-label={texts.message}
        placeholder={texts.placeholder}
        value={text}
        enterkeyhint="send"
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit" class={writing ? "send ready" : "send"} aria-label={texts.send}>
        <SendIcon />
      </button>
    </form>
  );
}

/** As tall as its text; the style sheet sets the most. */
function fit(field: HTMLTextAreaElement | null): void {
  if (!field || CSS.supports("field-sizing", "content")) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
}
