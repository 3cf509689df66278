import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { Memory } from "../../../http/contract.ts";
import { useMemories } from "../api/queries.ts";
import { useChangeMemory, useForgetMemory } from "../api/writes.ts";
import { Failed, Loading } from "../parts/states.tsx";
import { calendarDate } from "../parts/when.ts";

/** What the avatar remembers of a customer's people: what they told it, and how long it stays. */
export function Memories({ customer }: { customer: string }) {
  const list = useMemories(customer);
  if (list.isPending) return <Loading rows={2} />;
  if (list.isError && !list.data) return <Failed error={list.error} again={() => void list.refetch()} />;
  const items = list.data?.items ?? [];
  if (items.length === 0)
    return <p className="quiet">Nothing yet. When somebody there tells it a lasting fact, it stands here, and can be mended or forgotten.</p>;
  return (
    <ul className="memories" aria-label="What the avatar remembers, the newest first">
      {items.map((memory) => (
        <li key={memory.id}>
          <Fact memory={memory} customer={customer} />
        </li>
      ))}
    </ul>
  );
}

function Fact({ memory, customer }: { memory: Memory; customer: string }) {
  const [words, setWords] = useState<string>();
  const change = useChangeMemory(memory.id, customer);
  const forget = useForgetMemory(memory.id, customer);
  if (words !== undefined)
    return (
      <form
        className="memory-edit"
        onSubmit={(event) => {
          event.preventDefault();
          change.run({ fact: words }).then(
            () => setWords(undefined),
            () => undefined,
          );
        }}
      >
        <TextInput
          label="What it remembers"
          value={words}
          maxLength={240}
          onChange={(event) => setWords(event.currentTarget.value)}
          error={change.error?.message}
          data-autofocus
        />
        <Button type="submit" loading={change.busy}>
          Save
        </Button>
        <Button variant="default" onClick={() => setWords(undefined)}>
          Cancel
        </Button>
      </form>
    );
  return (
    <>
      <div>
        <p className="said-text">{memory.fact}</p>
        <p className="quiet">
          {memory.confidence === "said" ? "Told" : "Noticed"} by {memory.contact.name ?? "somebody without a name"} on {calendarDate(memory.notedAt)}
          {memory.shared ? ", about the company" : ""}
          {memory.editedBy === null ? "" : `, in the words of ${memory.editedBy}`}. Stays until {calendarDate(memory.expiresAt)}.{" "}
          {memory.conversation === null ? null : <Link href={`/conversations/${memory.conversation}`}>Where it was said</Link>}
        </p>
        {forget.error ? <p role="alert">{forget.error.message}</p> : null}
      </div>
      <div className="memory-actions">
        <Button variant="default" size="xs" aria-label={`Edit: ${memory.fact}`} onClick={() => setWords(memory.fact)}>
          Edit
        </Button>
        <Button
          variant="default"
          size="xs"
          aria-label={`Forget: ${memory.fact}`}
          loading={forget.busy}
          onClick={() => void forget.run().catch(() => undefined)}
        >
          Forget
        </Button>
      </div>
    </>
  );
}
