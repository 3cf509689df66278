import { applyWrites, type Write } from "../platform/commit.ts";
import { cancelTimer, schedule } from "../platform/timers.ts";
import { StaffRefused } from "../conversations/channel.ts";
import type { Saying } from "../conversations/index.ts";
import { expectedStaffCost, promisedDate } from "../rulebook/index.ts";
import type { Queryable } from "../platform/database.ts";
import { answeredAlready, deedOf } from "./deeds.ts";
import { heldByOther, lockConversation, lockEscalation, lockOpenOf, refuseUnlessFree, refuseUnlessHolder, type Held } from "./holder.ts";
import { createOwed } from "./owed.ts";
import { AGAIN } from "./raise.ts";
import type { EscalationReads } from "./reads.ts";
import type { EscalationRooms } from "./rooms.ts";
import { detailOf, signed, type EscalationRow } from "./rows.ts";
import { createSettlement } from "./settle.ts";
import type { Doer, EscalationDetail, StaffNote } from "./types.ts";
import * as writes_ from "./writes.ts";

/** The payer or the hold changed while the end was worked out: worked out anew. */
class Changed extends Error {}
const END_TRIES = 5;

/** What people do with escalations. Every refusal is a StaffRefused with a sentence for people; every retry is safe. */
// house: whole because its parts share the rooms
export function createDesk(rooms: EscalationRooms, reads: EscalationReads) {
  const { db, clock, ids, rulebook, threads, questions, alerts } = rooms;
  const { settle } = createSettlement(rooms);
  const { personAnswered, answerOwed } = createOwed(rooms);

  async function told(id: string): Promise<EscalationDetail> {
    const row = await reads.row(id);
    rooms.live.publish("staff", { type: "escalation", id, conversation: row.conversation, customer: row.customer });
    return detailOf(row);
  }

  /** Takes it: the customer is told by name, the avatar is silent from here on. Acknowledges it, too. */
  async function claim(id: string, by: Doer): Promise<EscalationDetail> {
    const { conversation } = await reads.row(id);
    await hold(conversation, by, async (tx) => take(tx, await lockEscalation(tx, id), by));
    return told(id);
  }

  /** Steps in: joins the open escalation, or opens one at the company's cost. */
  async function takeover(conversation: string, by: Doer): Promise<EscalationDetail> {
    let id = ids.next("esc");
    await hold(conversation, by, async (tx) => {
      const current = await lockOpenOf(tx, conversation);
      if (!current) await openTakeover(tx, id, conversation);
      id = current?.id ?? id;
      await take(tx, await lockEscalation(tx, id), by);
    });
    return told(id);
  }

  function hold(conversation: string, by: Doer, check: (tx: Queryable) => Promise<void>): Promise<void> {
    return threads.setMode(conversation, { mode: "human", staff: by.id, name: by.name }, [], async (tx) => {
      await lockConversation(tx, conversation, by);
      await check(tx);
    });
  }

  async function take(tx: Queryable, held: Held, by: Doer): Promise<void> {
    refuseUnlessFree(held, by);
    await tx.query(
      `update escalations set state = 'claimed', claimed_by = $2, claimed_name = $3, claimed_at = coalesce(claimed_at, $4),
         acknowledged_by = coalesce(acknowledged_by, $5), acknowledged_at = coalesce(acknowledged_at, $4) where id = $1`,
      [held.id, by.id, by.name, clock.now(), signed(by)],
    );
    // The promised time stands: whoever claims and says nothing has not answered.
    await applyWrites(tx, [writes_.quiet(held.id), ...overdueSettled(held.id)]);
  }

  async function openTakeover(tx: Queryable, id: string, conversation: string): Promise<void> {
    const { book } = rulebook.current();
    const [who] = await tx.query<{ customer: string; contact: string }>("select customer, contact from conversations where id = $1", [conversation]);
    if (!who) throw new StaffRefused("not_found", "There is no such conversation.");
    const reasons = [{ code: "takeover", text: "A person stepped in by themselves, at the company's cost." }];
    const about = { id, conversation, ...who, turn: null, verdict: "granted", class: "request" as const, reasons, decision: null, message: null };
    const money = { estimate: expectedStaffCost(book), hold: null, payer: "company/goodwill", currency: book.business.currency };
    await applyWrites(tx, [writes_.open({ ...about, ...money, due_at: null, created_at: clock.now() })]);
  }

  /** Nobody needs to be asked about it any more, and what warned of it is settled. */
  function unwatched(id: string): Write[] {
    return [cancelTimer("escalation.overdue", id), writes_.quiet(id), ...overdueSettled(id)];
  }
  function overdueSettled(id: string): Write[] {
    return [alerts.settled(`${id}/granted`), alerts.settled(`${id}/overridden`)];
  }

  /** Somebody has seen it, by name: it is not asked again. The promised time stands. */
  async function acknowledge(id: string, by: Doer): Promise<EscalationDetail> {
    await db.transaction(async (tx) => {
      const held = await lockEscalation(tx, id);
      if (held.state === "resolved" || held.state === "handed_back") throw new StaffRefused("already_ended", "This escalation has ended.");
      await tx.query("update escalations set acknowledged_by = $2, acknowledged_at = $3 where id = $1 and acknowledged_at is null", [
        id,
        signed(by),
        clock.now(),
      ]);
      await applyWrites(tx, [writes_.quiet(id)]);
    });
    return told(id);
  }

  /** A false alarm: nobody is asked again; the person still gets an answer by the usual date, and hears so. The cost stays the company's. */
  async function downgrade(id: string, { reason }: { reason: string }, by: Doer): Promise<EscalationDetail> {
    const row = await reads.row(id);
    refuseUnlessFree(row, by);
    if (row.verdict !== "overridden" && row.downgraded) return detailOf(row);
    if (row.verdict !== "overridden") throw new StaffRefused("conflict", "Only a safety matter can be downgraded.");
    const at = clock.now();
    const owed = (await personAnswered(row)) ? { dueAt: promisedDate(rulebook.current().book, at), writes: [] } : await answerOwed(row);
    const audit = { by: by.name, staff: by.id, reason, at: at.toISOString(), from: row.verdict, class: row.class };
    const change = writes_.downgrade({ id, state: row.state, downgraded: audit, due_at: owed.dueAt, acknowledged_by: signed(by), at });
    const all = [change, ...owed.writes, ...unwatched(id)];
    try {
      if (row.state === "claimed") await applyWrites(db, all);
      else
        await threads.say(
          {
            conversation: row.conversation,
            author: "notice",
            name: rulebook.current().book.persona.name,
            text: rooms.say("seen", row.locale, { due: owed.dueAt }),
          },
          all,
        );
    } catch (error) {
      // Changed at the same moment: by the same downgrade (then it stands), or refused with its reason.
      if (writes_.wasRefused(error)) return downgrade(id, { reason }, by);
      throw error;
    }
    return told(id);
  }

  /** A person's words to the customer, from whoever holds it. What was asked for is answered with them, other open questions are not. */
  async function reply(id: string, { text }: { text: string }, by: Doer): Promise<EscalationDetail> {
    if (text.trim() === "") throw new StaffRefused("invalid", "Write something first.");
    const row = await reads.row(id);
    const once = deedOf("reply", id, by);
    if (once && (await isDone(once))) return detailOf(row);
    refuseUnlessHolder(row, by);
    try {
      await threads.say({ conversation: row.conversation, author: "human", name: by.name, text }, [
        writes_.heldBy({ id, staff: by.id, acknowledged_by: signed(by), at: clock.now() }),
        ...unwatched(id),
        ...(await answeredByStaff(row.conversation, id)),
        ...(once ? [writes_.deed(once, clock.now())] : []),
      ]);
    } catch (error) {
      if (!writes_.wasRefused(error)) throw error;
      if (!once || !(await isDone(once))) refuseUnlessHolder(await reads.row(id), by);
      if (!once) throw error;
    }
    return told(id);
  }

  /** A person answers an open question, whoever holds nothing: their words, and the question is kept. */
  async function answerQuestion(id: string, { text }: { text: string }, by: Doer): Promise<void> {
    if (text.trim() === "") throw new StaffRefused("invalid", "Write something first.");
    const question = await questions.get(id);
    if (!question) throw new StaffRefused("not_found", "There is no such question.");
    const once = deedOf("answer", id, by);
    if (once && (await isDone(once))) return;
    if (question.state === "kept") throw answeredAlready();
    await refuseIfHeld(question.conversation, by);
    const at = clock.now();
    const all = [writes_.keptByStaff(id, at), cancelTimer("question.due", id), cancelTimer("question.alert", id), alerts.settled(id)];
    if (question.escalation) all.push(writes_.answered(question.escalation, "Answered from the list of open questions.", at));
    if (once) all.push(writes_.deed(once, at));
    try {
      await threads.say({ conversation: question.conversation, author: "human", name: by.name, text }, all);
    } catch (error) {
      if (!writes_.wasRefused(error)) throw error;
      if (!once || !(await isDone(once))) throw answeredAlready();
    }
    rooms.live.publish("staff", { type: "question", id, conversation: question.conversation, customer: question.customer });
  }

  async function refuseIfHeld(conversation: string, by: Doer): Promise<void> {
    const [row] = await db.query<{ mode: string; held_by: string | null; holder_name: string | null }>(
      "select mode, held_by, holder_name from conversations where id = $1",
      [conversation],
    );
    if (row?.mode === "human" && row.held_by !== by.id) throw heldByOther(row.holder_name);
  }

  /** A note that never leaves the house. Whoever works here may write one. */
  async function note(id: string, { text }: { text: string }, by: Doer): Promise<StaffNote> {
    if (text.trim() === "") throw new StaffRefused("invalid", "Write something first.");
    const { conversation } = await reads.row(id);
    const once = deedOf("note", id, by);
    const noteId = once ? `note_${once}` : ids.next("note");
    await applyWrites(db, [writes_.note({ id: noteId, conversation, escalation: id, staff: by.id, name: by.name, text, at: clock.now() })]);
    const [row] = await db.query<{ staff: string; name: string; text: string; at: Date }>("select staff, name, text, at from notes where id = $1", [noteId]);
    if (!row) throw new Error(`The note ${noteId} was not written.`);
    await told(id);
    return { id: noteId, escalation: id, by: { id: row.staff, name: row.name }, text: row.text, at: row.at.toISOString() };
  }

  /** Done, with the minutes that it took: the cost is booked, and the avatar goes on. */
  function resolve(id: string, { minutes, outcome }: { minutes: number; outcome: string }, by: Doer): Promise<EscalationDetail> {
    return end(id, { state: "resolved", minutes, outcome }, by);
  }

  /** Back to the avatar. Without minutes nothing is booked and the hold is given back. */
  function handback(id: string, by: Doer, minutes: number | null = null): Promise<EscalationDetail> {
    return end(id, { state: "handed_back", minutes, outcome: null }, by);
  }

  type Ending = { state: "resolved" | "handed_back"; minutes: number | null; outcome: string | null };

  async function end(id: string, ending: Ending, by: Doer): Promise<EscalationDetail> {
    for (let tries = 1; ; tries++) {
      const row = await reads.row(id);
      if (row.state === ending.state && row.claimed_by === by.id && row.minutes === ending.minutes && row.outcome === ending.outcome) return detailOf(row);
      refuseUnlessHolder(row, by);
      try {
        await endNow(row, ending, by);
        return await told(id);
      } catch (error) {
        if (!(error instanceof Changed) || tries >= END_TRIES) throw error;
      }
    }
  }

  async function endNow(row: EscalationRow, ending: Ending, by: Doer): Promise<void> {
    const { id, conversation } = row;
    const settlement = await settle(row, ending.minutes ?? 0);
    const left = await leftOf(row, ending);
    const all = [...settlement.writes, writes_.end({ id, ...ending, at: clock.now() }), ...unwatched(id), ...left.writes];
    const check = async (tx: Queryable) => {
      await lockConversation(tx, conversation, by);
      const held = await lockEscalation(tx, id);
      refuseUnlessHolder(held, by);
      if (held.payer !== row.payer || held.hold !== row.open_hold || held.verdict !== row.verdict) throw new Changed();
    };
    // Who says that it is done has read what was written; who hands it back leaves what nobody has answered to the avatar.
    const to = { mode: "avatar" as const, takesUp: ending.state === "handed_back", notice: left.notice };
    try {
      await threads.setMode(conversation, to, all, check);
    } catch (error) {
      await settlement.undo();
      throw error;
    }
  }

  /** What becomes of what is still owed. Answered: closed. Not answered: people are asked again, or the avatar has a date to keep. */
  async function leftOf(row: EscalationRow, { state, minutes }: Ending): Promise<{ writes: Write[]; notice?: Saying }> {
    const { id, conversation } = row;
    if (await personAnswered(row)) return { writes: await answeredByStaff(conversation, state === "handed_back" ? id : null) };
    const isDone = state === "resolved" && (minutes ?? 0) > 0; // worked on it, and told the customer in another way
    if (isDone || row.due_at === null) return { writes: [] };
    if (row.verdict === "overridden" && state === "handed_back") return { writes: [schedule(AGAIN, id, clock.now())] };
    // A deferred one has its question already, whose date holds, or is kept at once when it is past.
    if ((await questions.openIn(conversation)).some((question) => question.escalation === id)) return { writes: [] };
    const owed = await answerOwed(row);
    const text = rooms.say("back", row.locale, { due: owed.dueAt });
    return { writes: owed.writes, notice: { conversation, author: "notice", name: rulebook.current().book.persona.name, text } };
  }

  /** The writes that close open questions as answered by a person: those of one escalation, or all of the conversation. */
  async function answeredByStaff(conversation: string, escalation: string | null): Promise<Write[]> {
    const open = (await questions.openIn(conversation)).filter((question) => escalation === null || question.escalation === escalation);
    return open.flatMap((question) => [...questions.close(question.id, "staff"), alerts.settled(question.id)]);
  }

  /** The writes for a question that the avatar has kept at its date: its warning is settled, and a deferred request that nobody has claimed is over. */
  function questionKept(question: { id: string; escalation: string | null }): Write[] {
    const kept = alerts.settled(question.id);
    if (!question.escalation) return [kept];
    return [kept, writes_.answered(question.escalation, "Its question was kept at its date.", clock.now()), writes_.unused(question.escalation)];
  }

  async function isDone(ref: string): Promise<boolean> {
    const [row] = await db.query("select 1 from timers where kind = 'deed' and ref = $1", [ref]);
    return row !== undefined;
  }

  return { claim, takeover, acknowledge, downgrade, reply, note, resolve, handback, answerQuestion, questionKept };
}
