import type { Note } from "../../../http/contract.ts";
import { When } from "../parts/time.tsx";

/** Notes among staff; no customer and no model ever sees them. */
export function Notes({ notes }: { notes: Note[] }) {
  if (notes.length === 0) return <p className="quiet">No notes yet.</p>;
  return (
    <ul className="notes">
      {notes.map((note) => (
        <li key={note.id}>
          <p className="small">
            <strong>{note.by.name}</strong>{" "}
            <span className="quiet">
              <When at={note.at} />
            </span>
          </p>
          <p className="said-text">{note.text}</p>
        </li>
      ))}
    </ul>
  );
}
