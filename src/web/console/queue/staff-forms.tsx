import type { Escalation } from "../../../http/contract.ts";
import type { Actions } from "./escalation-actions.tsx";
import { WordsForm } from "./words-form.tsx";

type StaffFormProps = { item: Escalation; actions: Actions };

/** What is said to the contact, under one's own name. */
export function ReplyForm({ item, actions: { reply } }: StaffFormProps) {
  return (
    <WordsForm
      name="Reply"
      hint={`${item.contact.name} reads this under your name. Ctrl + Enter sends.`}
      draftKey={`reply:${item.id}`}
      send={(text) => reply.run({ text })}
      busy={reply.busy}
      error={reply.error}
    />
  );
}

/** What is noted among staff. */
export function NoteForm({ item, actions: { note } }: StaffFormProps) {
  return (
    <WordsForm
      name="Note"
      hint="Only staff see this."
      rows={1}
      variant="default"
      draftKey={`note:${item.id}`}
      send={(text) => note.run({ text })}
      busy={note.busy}
      error={note.error}
    />
  );
}
