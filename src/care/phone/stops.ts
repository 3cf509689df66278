import type { Write } from "../../platform/commit.ts";
import type { PhoneRooms } from "./rooms.ts";
import { numberHash } from "./rows.ts";
import { stopFor } from "./writes.ts";

/** What is written where somebody wants no calls; `told` shows it to staff, once it is committed. */
export type Stopped = { writes: Write[]; told: () => void };

/** Somebody says outside any call that they want none. */
export function createStops(rooms: PhoneRooms & { told: (id: string, customer: string) => void }) {
  const { db, clock, consents, secret } = rooms;

  /**
   * Every number that they ever gave us is rung no more, for whoever has agreed to it; their consents end, and what waits is let go, when the caller commits
   * the writes. A call that a colleague has claimed stays theirs, without its number. Again is the same.
   */
  return async function neverAgain(contact: string): Promise<Stopped> {
    const numbers = [...new Set((await consents.calls(contact)).map(({ phone }) => numberHash(secret, phone)))];
    const open = await db.query<{ id: string; customer: string }>(
      "select id, customer from phone_calls where state <> 'ended' and (contact = $1 or number = any ($2::text[]))",
      [contact, numbers],
    );
    return {
      writes: stopFor(rooms, { call: null, numbers, contact }, clock.now()),
      told: () => open.forEach(({ id, customer }) => rooms.told(id, customer)),
    };
  };
}
