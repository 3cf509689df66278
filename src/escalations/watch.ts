import type { Write } from "../platform/commit.ts";
import { schedule, type Timers } from "../platform/timers.ts";
import type { EscalationRooms } from "./rooms.ts";
import { cardOf, ESCALATIONS, type EscalationRow } from "./rows.ts";
import { createOwed } from "./owed.ts";
import { stillSo, wasRefused } from "./writes.ts";

const MINUTE_MS = 60_000;

/** What happens when nobody acts: safety matters ask again, late promises are owned up to, owed answers are pointed at. */
export function createWatch(rooms: EscalationRooms) {
  const { db, rulebook, threads, outbox, questions, alerts } = rooms;
  const owed = createOwed(rooms);

  async function find(id: string): Promise<EscalationRow | undefined> {
    const [row] = await db.query<EscalationRow>(`${ESCALATIONS} where e.id = $1`, [id], "escalations_row");
    return row;
  }

  /**
   * Asks again about a safety matter, until somebody acknowledges it. `ref` is the escalation, how often it was asked before, and the decision since
   * which it is asked: where it became graver since, another asks.
   */
  async function remind(ref: string, now: Date): Promise<Write[]> {
    const [id = "", count = "1", since] = ref.split("/");
    const row = await find(id);
    if (!row || row.verdict !== "overridden" || !isLive(row) || row.acknowledged_at || (since && since !== row.decision)) return [];
    const card = cardOf(row, rooms.publicUrl, Number(count));
    const again = new Date(now.getTime() + rulebook.current().book.escalation.remindMinutes * MINUTE_MS);
    // They are committed with this timer's mark, after we have returned: whoever runs the outbox next delivers them.
    const notices = outbox.notice(rooms.ways(), { kind: "escalation", card }, now).map(({ write }) => ({ ...write, row: { ...write.row, lease_until: null } }));
    return [...notices, schedule("escalation.remind", [id, Number(count) + 1, since ?? row.decision].join("/"), again)];
  }

  /** Nobody has answered by the promised time: people are alerted, and the customer hears honestly where it stands, once, with a date that is kept. */
  async function overdue(id: string, now: Date): Promise<Write[]> {
    const row = await find(id);
    if (!row || !isLive(row) || row.verdict === "deferred" || !row.due_at || row.due_at > now || (await owed.personAnswered(row))) return [];
    const { book } = rulebook.current();
    const next = await owed.backNextDay(row, now);
    const minutes = (from: Date, to: Date) => Math.round((to.getTime() - from.getTime()) / MINUTE_MS);
    const alarm = alerts.raise({
      rule: "escalation.overdue",
      ref: `${id}/${row.verdict}`,
      customer: { id: row.customer, name: row.customer_name },
      value: minutes(row.created_at, now),
      limit: minutes(row.created_at, row.due_at),
      page: `/console/escalations/${id}`,
      detail: { due: row.due_at.toISOString() },
    });
    const notice = {
      conversation: row.conversation,
      author: "notice" as const,
      name: book.persona.name,
      // While somebody holds the conversation, the avatar can promise no day by which it speaks again.
      text:
        row.state === "claimed"
          ? rooms.say("overdue_held", row.locale, { name: row.claimed_name ?? "" })
          : rooms.say("overdue", row.locale, { due: next.dueAt }),
    };
    try {
      await threads.say(notice, [stillSo({ id, state: row.state, due_at: row.due_at }), ...alarm.writes, ...next.writes]);
    } catch (error) {
      // Claimed at this very moment, or told already: then there is nothing to own up to.
      if (wasRefused(error)) return [];
      throw error;
    }
    alarm.sent();
    rooms.live.publish("staff", { type: "escalation", id, conversation: row.conversation, customer: row.customer });
    return [];
  }

  /** A promised date is near and the question still open: people hear of it. */
  async function questionAlert(id: string): Promise<Write[]> {
    const question = await questions.get(id);
    if (!question || question.state !== "open") return [];
    const [customer] = await db.query<{ id: string; name: string }>("select id, name from customers where id = $1", [question.customer]);
    await alerts.raiseOnce({
      rule: "question.due",
      ref: id,
      customer: customer ?? null,
      page: "/console/questions",
      detail: { due: question.due_at.toISOString() },
    });
    return [];
  }

  return {
    registerTimers(timers: Pick<Timers, "on">): void {
      timers.on("escalation.remind", remind);
      timers.on("escalation.overdue", overdue);
      timers.on("question.alert", questionAlert);
    },
  };
}

function isLive({ state }: EscalationRow): boolean {
  return state === "open" || state === "claimed";
}
