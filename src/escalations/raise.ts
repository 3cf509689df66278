import { applyWrites, type Write } from "../platform/commit.ts";
import type { Outcome } from "./outcomes.ts";
import type { EscalationReads } from "./reads.ts";
import type { Requests } from "./request.ts";
import type { EscalationRooms } from "./rooms.ts";
import type { RaisedMatter } from "./types.ts";
import { note, unlessEscalated, wasRefused } from "./writes.ts";

/** The timer of a safety matter that was handed back without an answer. Written with the handing back, so that no crash comes between. */
export const AGAIN = "escalation.again";

const SHOWN_CHARACTERS = 400; // of refused text: enough to see what it is about
const TRIES = 5;

/** Safety matters outside a turn: in refused text, or in what a person of ours was told. People hear of it all the same. */
export function createRaise(rooms: EscalationRooms, reads: EscalationReads, { decided, sent, exists }: Requests) {
  const { db, clock, ids, rulebook, threads } = rooms;

  /**
   * Decided, committed, and told at once to people and to the customer, also while a person holds the conversation: nobody else says it. At most one is open in a conversation; what adds nothing to it writes nothing,
   * so that a flood stays one matter.
   */
  async function raise(matter: RaisedMatter): Promise<{ escalation: string; joined: boolean }> {
    const { conversation, safety } = matter;
    const refused = "text" in matter ? { words: shown(matter.text), reason: matter.reason } : undefined;
    const message = "message" in matter ? matter.message : null;
    for (let tries = 1; ; tries++) {
      const asked = await reads.outside(conversation, rulebook.current().book.business.currency);
      const outcome = await decided({ ...asked, by: null, safety, turn: null, message, known: [], responseMinutes: null }, refused?.words);
      if (!outcome.news) return { escalation: outcome.id, joined: true };
      const kept = refused ? [noteOf(refused, conversation, outcome.id)] : [];
      const beside = [outcome.record, ...kept].map((write) => (outcome.joined ? write : unlessEscalated(write, conversation)));
      if (await commit([...outcome.writes, ...beside], outcome, matter.isKnown === true)) {
        sent(outcome);
        return { escalation: outcome.id, joined: outcome.joined };
      }
      if (tries >= TRIES) throw new Error("A safety matter could not be raised: the conversation changes too fast.");
    }
  }

  function noteOf(refused: { words: string; reason: string }, conversation: string, escalation: string): Write {
    const said = rooms.say("refused_text_note", null, { reason: refused.reason, text: refused.words });
    return note({ id: ids.next("note"), conversation, escalation, staff: "service", name: "Standin", text: said, at: clock.now() });
  }

  /** False when another was opened at the same moment: asked again, it is joined. `isKnown`: the customer has been told already. */
  async function commit(writes: Write[], { id, conversation, slot, locale }: Outcome, isKnown: boolean): Promise<boolean> {
    const notice = { conversation, author: "notice" as const, name: rulebook.current().book.persona.name, text: rooms.say(slot.key, locale, slot.vars) };
    try {
      await (isKnown ? applyWrites(db, writes) : threads.say(notice, writes));
    } catch (error) {
      if (wasRefused(error)) return false;
      throw error;
    }
    return exists(id);
  }

  /** A safety matter was handed back and nobody had answered it: people are asked anew. */
  async function again(id: string): Promise<Write[]> {
    const { conversation, class: kind } = await reads.row(id);
    if (kind === "request") return [];
    const [last] = await db.query<{ id: string }>("select id from messages where conversation = $1 and author = 'contact' order by seq desc limit 1", [
      conversation,
    ]);
    if (last) await raise({ conversation, safety: [{ class: kind, rule: "handed_back" }], message: last.id, isKnown: true });
    return [];
  }

  return { raise, again };
}

function shown(text: string): string {
  return Array.from(text.slice(0, 2 * SHOWN_CHARACTERS))
    .slice(0, SHOWN_CHARACTERS)
    .join("")
    .toWellFormed();
}
