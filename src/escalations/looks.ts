import { applyWrites, type Write } from "../platform/commit.ts";
import { scheduleOnce, type Timers } from "../platform/timers.ts";
import { dateIn, look, nextOpening, periodOf } from "../policies/index.ts";
import { workingTime, type Book, type RecordedDecision } from "../rulebook/index.ts";
import type { EscalationRooms } from "./rooms.ts";
import { cardOf, ESCALATIONS, type EscalationRow } from "./rows.ts";
import { look as take, LOOKS, wasRefused } from "./writes.ts";

/** The timer of each morning on which deferred questions wait. */
const MORNING = "looks.morning";
const MOST_WAITING = 1_000; // looked through in one morning: more than any month's looks
const TRIES = 20; // for one place that others take at the same moment

type Decided = RecordedDecision<"waits" | "given">;
type Waiting = EscalationRow & { asked_at: Date };

// A person was asked for, none could come, and nobody has taken it or a look since. The oldest first.
const WAITING = `select x.*, q.asked_at from (select escalation, min(created_at) as asked_at from open_questions where state = 'open' and cause = 'deferred' group by escalation) q
  join lateral (${ESCALATIONS} where e.id = q.escalation and e.state = 'open' and e.verdict = 'deferred') x on true
  where x.look is null order by q.asked_at, x.id limit ${MOST_WAITING}`;

/**
 * Human looks: every plan has so many a month, at the company's cost. Each morning of work they are given to the deferred questions that
 * wait the longest; what is left at the month's end is gone. The customer hears of none of it: a person answers by name.
 */
export function createLooks(rooms: EscalationRooms) {
  const { db, clock, rulebook, outbox } = rooms;
  const book = () => rulebook.current().book;

  /** Gives what looks there are. Resolves to how many it gave, and whether others wait that a later morning may serve. */
  async function handOut(): Promise<{ given: number; wait: boolean }> {
    const rows = await db.query<Waiting>(WAITING, [], "looks_waiting");
    const waiting = new Map<string, number>();
    let given = 0;
    for (const row of rows) {
      const older = waiting.get(row.plan) ?? 0;
      if (await decide(row, older)) given++;
      else waiting.set(row.plan, older + 1);
    }
    return { given, wait: [...waiting.keys()].some((plan) => (book().plans[plan]?.humanLooks ?? 0) > 0) };
  }

  /** True when it got a place of this month. Whoever else takes that place at the same moment is refused, and tries the next. */
  async function decide(row: Waiting, older: number): Promise<boolean> {
    for (let tries = 1; tries <= TRIES; tries++) {
      const at = clock.now();
      const period = periodOf(at.getTime(), book().business.timeZone);
      const places = await placesOf(row.plan, period);
      const decision = rulebook.decide(look, { plan: row.plan, taken: places.size, older, since: row.asked_at.getTime() });
      if (decision.verdict === "waits") {
        await applyWrites(db, [record(row, decision, at)]);
        return false;
      }
      const result = await give(row, decision, { period, place: firstFree(places), at });
      if (result !== "taken") return result === "given";
    }
    return false;
  }

  async function give(row: Waiting, decision: Decided, place: { period: string; place: number; at: Date }): Promise<"given" | "taken" | "gone"> {
    const { at } = place;
    const reasons = decision.reasons;
    const card = cardOf({ ...row, payer: LOOKS, look: place.period, reasons: [...row.reasons, ...reasons] }, rooms.publicUrl, 0);
    const sendings = outbox.notice(rooms.ways(), { kind: "escalation", card }, at);
    const taken = take({ plan: row.plan, escalation: row.id, decision: decision.id, ...place }, reasons);
    try {
      await applyWrites(db, [...taken, record(row, decision, at), ...sendings.map(({ write }) => write)]);
    } catch (error) {
      if (!wasRefused(error)) throw error;
      const [now] = await db.query<EscalationRow>(`${ESCALATIONS} where e.id = $1`, [row.id], "escalations_row");
      return now?.state === "open" && now.verdict === "deferred" && now.look === null ? "taken" : "gone";
    }
    for (const sending of sendings) outbox.send(sending);
    rooms.live.publish("staff", { type: "escalation", id: row.id, conversation: row.conversation, customer: row.customer });
    return "given";
  }

  function record({ customer, conversation }: Waiting, decision: Decided, at: Date): Write {
    return rulebook.decisionWrite(decision, { customer, conversation, at });
  }

  async function placesOf(plan: string, period: string): Promise<Set<number>> {
    const rows = await db.query<{ place: number }>("select place from human_looks where plan = $1 and period = $2", [plan, period], "looks_places");
    return new Set(rows.map(({ place }) => place));
  }

  function registerTimers(timers: Pick<Timers, "on">): void {
    timers.on(MORNING, async (_day, now) => ((await handOut()).wait ? [nextMorning(book(), now)] : []));
  }

  return { handOut, registerTimers };
}

/** The write that has a deferred question looked at on the next morning of work, if the month still has a look for it then. */
export function nextMorning(book: Book, at: Date): Write {
  const opens = nextOpening(at.getTime(), workingTime(book));
  return scheduleOnce(MORNING, dateIn(opens, book.business.timeZone), new Date(opens));
}

function firstFree(places: Set<number>): number {
  let place = 1;
  while (places.has(place)) place++;
  return place;
}
