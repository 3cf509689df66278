import { applyWrites, type Write } from "../platform/commit.ts";
import type { EscalationReads } from "./reads.ts";
import type { Requests } from "./request.ts";
import type { EscalationRooms } from "./rooms.ts";
import type { RaisedMatter } from "./types.ts";
import { note, unlessEscalated, wasRefused } from "./writes.ts";

const SHOWN_CHARACTERS = 400; // of refused text: enough to see what it is about
const TRIES = 5;

/** Safety matters in text that was not taken in (too long, too fast): no message, no turn, but people hear of it. */
export function createRaise(rooms: EscalationRooms, reads: EscalationReads, { decided, sent, exists }: Requests) {
  const { db, clock, ids, rulebook } = rooms;

  /**
   * Decided, committed and told at once. At most one is open in a conversation; what adds nothing to it writes nothing,
   * so that a flood stays one matter.
   */
  async function raise({ conversation, safety, text, reason }: RaisedMatter): Promise<{ escalation: string; joined: boolean }> {
    const words = Array.from(text.slice(0, 2 * SHOWN_CHARACTERS))
      .slice(0, SHOWN_CHARACTERS)
      .join("")
      .toWellFormed();
    for (let tries = 1; ; tries++) {
      const asked = await reads.outside(conversation, rulebook.current().book.business.currency);
      const outcome = await decided({ ...asked, by: null, safety, turn: null, message: null, known: [], responseMinutes: null }, words);
      if (!outcome.news) return { escalation: outcome.id, joined: true };
      const said = rooms.say("refused_text_note", null, { reason, text: words });
      const kept = note({ id: ids.next("note"), conversation, escalation: outcome.id, staff: "service", name: "Standin", text: said, at: clock.now() });
      const beside = [outcome.record, kept].map((write) => (outcome.joined ? write : unlessEscalated(write, conversation)));
      if (await commit([...outcome.writes, ...beside], outcome.id)) {
        sent(outcome);
        return { escalation: outcome.id, joined: outcome.joined };
      }
      if (tries >= TRIES) throw new Error("A safety matter could not be raised: the conversation changes too fast.");
    }
  }

  /** False when another was opened at the same moment: asked again, it is joined. */
  async function commit(writes: Write[], id: string): Promise<boolean> {
    try {
      await applyWrites(db, writes);
    } catch (error) {
      if (wasRefused(error)) return false;
      throw error;
    }
    return exists(id);
  }

  return { raise };
}
