import { MemoryRefused, type MemoryNote } from "../../avatar/index.ts";
import type * as contract from "../contract.ts";
import { Problem } from "../problems.ts";
import type { Rooms } from "../rooms.ts";
import type { DeskRooms } from "./rooms.ts";

/** What the avatar remembers of a customer's people, for staff to see, mend and forget. */
export function createMemoryDesk({ memories, customers }: Pick<DeskRooms, "memories" | "customers">): Rooms["memories"] {
  return {
    async list(id) {
      const customer = await customers.get(id);
      return customer && { items: (await memories.list(customer.id)).map(shapeOf), next: null };
    },
    async change(id, { fact }, by) {
      try {
        const note = await memories.change(id, fact, by.name);
        return note && shapeOf(note);
      } catch (error) {
        if (!(error instanceof MemoryRefused)) throw error;
        throw new Problem("invalid", error.message, { errors: [{ path: "fact", message: error.message }], cause: error });
      }
    },
    async forget(id) {
      if (!(await memories.forget(id))) throw new Problem("not_found", "It is forgotten already.");
    },
  };
}

function shapeOf(note: MemoryNote): contract.Memory {
  const { id, fact, shared, confidence, conversation } = note;
  return {
    id,
    contact: { id: note.contact, name: note.contact_name },
    fact,
    shared,
    confidence,
    conversation,
    notedAt: note.noted_at.toISOString(),
    expiresAt: note.expires_at.toISOString(),
    editedBy: note.edited_by,
  };
}
