import type { Clock } from "../../platform/clock.ts";
import type { Queryable } from "../../platform/database.ts";
import { thank, thankAgainAt } from "../../policies/index.ts";
import type { RecordedDecision, Rulebook } from "../../rulebook/index.ts";
import type { Counting } from "../counted.ts";
import { factsFor, type Reader } from "./facts.ts";
import type { MailoutRow } from "./rows.ts";

type ThankVerdict = "refuse" | "lapse" | "wait" | "hold_out" | "send";
/** What `thank` says of one thank-you at this moment, and when to ask again if it has to wait. */
export type Thanked = { decision: RecordedDecision<ThankVerdict>; reader: Reader; campaign: Awaited<ReturnType<typeof factsFor>>["campaign"]; again: number };

type ThanksRooms = { clock: Clock; rulebook: Pick<Rulebook, "current" | "decide">; counting: Pick<Counting, "countedOf">; secret: string };

/** Asks whether a thank-you may leave, with what is true on this connection. */
export function createThanks(rooms: ThanksRooms) {
  const { clock, rulebook } = rooms;

  async function ask(on: Queryable, row: MailoutRow): Promise<Thanked> {
    const { book } = rulebook.current();
    const { facts, reader, campaign } = await factsFor(on, rooms, row, { book, now: clock.now() });
    return { decision: rulebook.decide(thank, facts), reader, campaign, again: thankAgainAt(facts, book, reader.timeZone) };
  }

  /** The same for the thank-you that was handed to this call; undefined: no campaign has brought it. */
  async function ofCall(on: Queryable, call: string): Promise<Thanked | undefined> {
    const [row] = await on.query<MailoutRow>("select * from mailouts where call = $1", [call]);
    return row && ask(on, row);
  }

  return { ask, ofCall };
}

export type Thanks = ReturnType<typeof createThanks>;
