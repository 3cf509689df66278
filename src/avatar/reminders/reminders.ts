import type { Reminder, Reminders, Turn } from "../../conversations/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Write } from "../../platform/commit.ts";
import { MOST_REMINDERS, remind } from "../../policies/index.ts";
import type { RecordedDecision, Rulebook } from "../../rulebook/index.ts";
import type { TextKey, Texts } from "../texts.ts";
import { inShort, reminderWish } from "./asked.ts";
import { readWhen, type Wall } from "./when.ts";

export type ReminderRooms = { clock: Clock; rulebook: Pick<Rulebook, "current" | "decide">; texts: Texts; reminders: Reminders };

/** The same words for a moment so near are the same wish. */
const SAME_MS = 10 * 60_000;

/** A tool's "the reminder", in the words of the ten languages that a model may have taken from the chat. */
const THE_REMINDER = /remind|erinner|rappel|recordatori|promemoria|lembrete|herinner|przypomn|リマインド|リマインダー|تذكير/iu;

/**
 * Reminders in one turn: what the contact plainly asks for is done by the service itself; what a model asks for stands with that, or is
 * read in the same way. Policy decides, the service says what came of it, and quotes nothing but the contact's own words.
 */
export function openReminders(rooms: ReminderRooms, turn: Turn, locale: string) {
  const { clock, rulebook, texts, reminders } = rooms;
  const { id: conversation, customer, contact } = turn.conversation;
  const slots: string[] = [];
  const decisions: RecordedDecision[] = [];
  const writes: Write[] = [];
  /** what is asked for in this turn, and cancelled in this turn: the books know of neither yet */
  const fresh: { writes: Write[]; slot: string; row: Pick<Reminder, "conversation" | "what" | "due_at"> }[] = [];
  const gone = new Set<string>();
  let wished: { when: string; what: string } | undefined;
  let dropped = false;
  let asked = false;

  function wall(): Wall {
    const { business } = rulebook.current().book;
    return { now: clock.now(), timeZone: business.timeZone, opens: business.workingHours.from };
  }

  /** Does what a message plainly asks; true when it was about a reminder. */
  async function obey(message: string): Promise<boolean> {
    const wish = reminderWish(message, wall());
    if (!wish) return false;
    asked = true;
    if (wish.kind === "forget") await forget(wish.all);
    else if (wish.kind === "list") await list();
    else await schedule(wish.at, wish.what);
    return true;
  }

  async function schedule(at: Date | undefined, what: string): Promise<void> {
    if (!at) return say("reminder_when");
    const standing = [...(await waiting()), ...fresh.map(({ row }) => row)];
    // Who writes it twice wants it once.
    const same = standing.find((one) => one.conversation === conversation && one.what === what && Math.abs(one.due_at.getTime() - at.getTime()) < SAME_MS);
    if (same) return void set(same.due_at);
    const inMinutes = Math.ceil((at.getTime() - clock.now().getTime()) / 60_000);
    const decision = rulebook.decide(remind, { asked: turn.covers.length > 0, inMinutes, standing: standing.length });
    decisions.push(decision);
    if (decision.verdict === "refused") return refuse(decision.reasons.map(({ code }) => code));
    const kept = reminders.keep({ conversation, customer, contact, message: turn.covers.at(-1)?.id ?? null, what, dueAt: at });
    fresh.push({ writes: kept, slot: set(at), row: { conversation, what, due_at: at } });
  }

  /** Says that it is set; returns the words. */
  function set(due: Date): string {
    const text = texts.render("reminder_set", locale, { due });
    if (!slots.includes(text)) slots.push(text);
    return text;
  }

  function refuse(codes: string[]): void {
    if (codes.includes("not_asked")) return;
    if (codes.includes("past")) return say("reminder_past");
    if (codes.includes("too_far")) return say("reminder_far");
    slots.push(texts.render("reminder_many", locale, { most: MOST_REMINDERS }));
  }

  /** The one that was asked for last, or all. */
  async function forget(all: boolean): Promise<void> {
    const standing = await waiting();
    // What was asked for in this turn was asked for last.
    const undone = all ? fresh.splice(0) : fresh.splice(-1);
    for (const { slot } of undone) if (slots.includes(slot) && !fresh.some((one) => one.slot === slot)) slots.splice(slots.indexOf(slot), 1);
    const old = all ? standing : undone.length > 0 ? [] : standing.slice(-1);
    for (const reminder of old) {
      gone.add(reminder.id);
      writes.push(...reminders.cancel(reminder));
    }
    say(undone.length + old.length > 0 ? "reminder_forgotten" : "reminder_none");
  }

  /** All that is still to come, the soonest first, in the contact's own words. */
  async function list(): Promise<void> {
    const standing = [...(await waiting()), ...fresh.map(({ row }) => row)].toSorted((a, b) => a.due_at.getTime() - b.due_at.getTime());
    if (standing.length === 0) return say("reminder_list_none");
    slots.push(standing.map(({ what, due_at: due }) => texts.render("reminder_listed", locale, { due, what })).join("\n\n"));
  }

  /** What still stands of those that were kept before this turn, the latest last. */
  async function waiting(): Promise<Reminder[]> {
    return (await reminders.waitingFor(customer, contact)).filter(({ id }) => !gone.has(id));
  }

  function say(key: TextKey): void {
    const text = texts.render(key, locale);
    if (!slots.includes(text)) slots.push(text);
  }

  /** The contact's own words for what a model says: its words where they are theirs, else the whole message. */
  function own(what: string): string {
    const said = turn.covers.map(({ text }) => text).join(" ");
    const folded = (text: string) => text.toLowerCase().replace(/\s+/g, " ").trim();
    return inShort(folded(said).includes(folded(what)) ? what : (turn.covers.at(-1)?.text ?? ""));
  }

  return {
    obey,
    /** What a model asks for in a turn; read when it has ended. */
    wish: (when: string, what: string) => void (wished ??= { when, what }),
    /** True when a model's "forget" means a reminder. */
    drops(words: string): boolean {
      if (!THE_REMINDER.test(words)) return false;
      dropped = true;
      return true;
    },
    /** Does what the model has asked for, unless the service has understood the message by itself. */
    async settle(): Promise<void> {
      if (asked) return;
      if (dropped) await forget(false);
      if (wished) await schedule(readWhen(wished.when, wall())?.at, own(wished.what));
    },
    /** whether anything was asked of it in this turn, by the contact or the model */
    touched: () => asked || dropped || wished !== undefined,
    slots: () => slots,
    decisions: () => decisions,
    writes: () => [...writes, ...fresh.flatMap((one) => one.writes)],
  };
}

export type TurnReminders = ReturnType<typeof openReminders>;
