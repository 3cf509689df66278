import { Button, Textarea } from "@mantine/core";
import { useId, useRef, useState, type FormEvent, type KeyboardEvent } from "react";
import { Refused } from "../parts/states.tsx";

type WordsFormProps = {
  /** the accessible name of both the field and the button */
  name: string;
  /** said under the field: who will read it */
  hint: string;
  rows?: number;
  variant?: "filled" | "default";
  /** a half-written text survives a reload under this key */
  draftKey: string;
  send(text: string): Promise<unknown>;
  busy: boolean;
  error: Error | null;
};

/** A field and its button, for what is said to the customer, or noted for staff. Ctrl or ⌘ with Enter sends. */
export function WordsForm({ name, hint, rows = 2, variant = "filled", draftKey, send, busy, error }: WordsFormProps) {
  const [text, setText] = useState(() => sessionStorage.getItem(draftKey) ?? "");
  const field = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();

  function change(next: string) {
    setText(next);
    if (next === "") sessionStorage.removeItem(draftKey);
    else sessionStorage.setItem(draftKey, next);
  }
  async function submit(event?: FormEvent) {
    event?.preventDefault();
    if (busy) return;
    if (text.trim() === "") return field.current?.focus();
    try {
      await send(text.trim());
      change("");
    } catch {
      field.current?.focus(); // the refusal is shown; the words stay
    }
  }
  function keys(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit();
  }
  return (
    <form className="words" onSubmit={(event) => void submit(event)}>
      <Textarea
        ref={field}
        aria-label={name}
        placeholder={`${name}…`}
        aria-describedby={hintId}
        autosize
        minRows={rows}
        maxRows={10}
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={keys}
      />
      <Refused error={error} />
      <div className="words-foot">
        <span id={hintId} className="quiet small">
          {hint}
        </span>
        <Button type="submit" variant={variant} loading={busy}>
          {name}
        </Button>
      </div>
    </form>
  );
}
