import type { Queryable } from "../platform/database.ts";
import { StaffRefused } from "../conversations/channel.ts";
import type { Doer, EscalationState } from "./types.ts";

/** Who holds what, looked at under lock: the conversation first, then its escalation, as a turn's commit does. */
export type Held = {
  id: string;
  state: EscalationState;
  verdict: string;
  payer: string;
  hold: string | null;
  claimed_by: string | null;
  claimed_name: string | null;
};

const HELD = `select e.id, e.state, e.verdict, e.payer, e.claimed_by, e.claimed_name, (select o.hold from open_holds o where o.hold = e.hold) as hold from escalations e`;

/** Locks the conversation. @throws StaffRefused held_by_other when another person has it */
export async function lockConversation(tx: Queryable, conversation: string, by: Doer): Promise<void> {
  const [row] = await tx.query<{ mode: string; held_by: string | null; holder_name: string | null }>(
    "select mode, held_by, holder_name from conversations where id = $1 and erased_at is null for update",
    [conversation],
  );
  if (!row) throw new StaffRefused("not_found", "There is no such conversation.");
  if (row.mode === "human" && row.held_by !== by.id) throw heldByOther(row.holder_name);
}

export async function lockEscalation(tx: Queryable, id: string): Promise<Held> {
  const [row] = await tx.query<Held>(`${HELD} where e.id = $1 for update of e`, [id]);
  if (!row) throw new StaffRefused("not_found", "There is no such escalation.");
  return row;
}

export async function lockOpenOf(tx: Queryable, conversation: string): Promise<Held | undefined> {
  const [row] = await tx.query<Held>(`${HELD} where e.conversation = $1 and e.state in ('open', 'claimed') for update of e`, [conversation]);
  return row;
}

/** @throws StaffRefused already_ended, held_by_other */
export function refuseUnlessFree(held: Pick<Held, "state" | "claimed_by" | "claimed_name">, by: Doer): void {
  if (held.state === "resolved" || held.state === "handed_back") throw new StaffRefused("already_ended", "This escalation has ended.");
  if (held.state === "claimed" && held.claimed_by !== by.id) throw heldByOther(held.claimed_name);
}

/** @throws StaffRefused already_ended, held_by_other, not_claimed */
export function refuseUnlessHolder(held: Pick<Held, "state" | "claimed_by" | "claimed_name">, by: Doer): void {
  refuseUnlessFree(held, by);
  if (held.state === "open") throw new StaffRefused("not_claimed", "Claim it first, so that the customer knows who answers.");
}

export function heldByOther(name: string | null): StaffRefused {
  return new StaffRefused("held_by_other", `${name ?? "Somebody else"} holds this one.`);
}
