import { VISITORS } from "../../customers/index.ts";
import type { Remembered, Turn } from "../../conversations/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Statement, Write } from "../../platform/commit.ts";
import type { Ids } from "../../platform/ids.ts";
import { remember } from "../../policies/index.ts";
import type { RecordedDecision, Rulebook } from "../../rulebook/index.ts";
import type { Texts } from "../texts.ts";
import { memoryWish } from "./asked.ts";
import { tidied, unfit } from "./fit.ts";
import { reflectTonight } from "./night.ts";
import { meant, recall } from "./recall.ts";

const DAY_MS = 86_400_000;

const note_: Statement = {
  name: "memory_note",
  columns: "id text, customer text, contact text, shared boolean, fact text, confidence text, message text, noted_at timestamptz, expires_at timestamptz",
  sql: `insert into memories (id, customer, contact, shared, fact, confidence, message, noted_at, expires_at)
    select r.id, r.customer, r.contact, r.shared, r.fact, r.confidence, r.message, r.noted_at, r.expires_at from {rows}`,
};
export const forget_: Statement = {
  name: "memory_forget",
  columns: "id text, customer text, contact text",
  sql: "delete from memories m using {rows} where m.id = r.id and m.customer = r.customer and m.contact = r.contact",
};

export type MemoryRooms = {
  clock: Clock;
  ids: Ids;
  rulebook: Pick<Rulebook, "current" | "decide">;
  texts: Texts;
  /** the name and address of a customer's own contact, as we have them */
  person: (customer: string, contact: string) => Promise<{ name: string | null; email: string | null } | undefined>;
};

/**
 * What the avatar knows of the contact in one turn, and what becomes of it. It reads the turn's own customer and contact alone, keeps
 * what policy lets it keep, and forgets at once what the contact told it.
 */
export function openMemory(rooms: MemoryRooms, turn: Turn, locale: string) {
  const { clock, ids, rulebook, texts } = rooms;
  const { customer, contact } = turn.conversation;
  const now = clock.now();
  const alive = turn.memories.filter(({ until }) => new Date(until) > now);
  const noted: Remembered[] = [];
  const forgotten = new Set<string>();
  const decisions: RecordedDecision[] = [];
  const slots: string[] = [];

  const kept = () => [...alive, ...noted].filter(({ id }) => !forgotten.has(id));
  const own = () => kept().filter((memory) => memory.own);

  /** Keeps a fact if policy lets it. Says whether it is kept, or why not. */
  function note(text: string, about: "person" | "company", confidence: Remembered["confidence"]): "kept" | "full" | "refused" {
    const fact = tidied(text);
    const decision = rulebook.decide(remember, { findings: unfit(fact), kept: own().length });
    decisions.push(decision);
    if (decision.verdict === "refused") return decision.reasons.every(({ code }) => code === "memory_full") ? "full" : "refused";
    if (own().some((memory) => memory.fact.toLowerCase() === fact.toLowerCase())) return "kept";
    const { keepDays, noticedDays } = rulebook.current().book.memory;
    const until = new Date(now.getTime() + (confidence === "said" ? keepDays : noticedDays) * DAY_MS);
    const shared = about === "company" && customer !== VISITORS;
    noted.push({ id: ids.next("mem"), fact, shared, own: true, confidence, at: now.toISOString(), until: until.toISOString() });
    return "kept";
  }

  /** Forgets what this contact told us: what was noted last, what the words mean, or everything. */
  function forget(what: "last" | "all" | { words: string }): void {
    const mine = own();
    const gone = what === "all" ? mine : what === "last" ? mine.slice(-1) : meant(mine, what.words);
    for (const { id } of gone) forgotten.add(id);
    const text = gone.length > 0 ? "memory_forgotten" : "memory_nothing";
    if (!slots.includes(texts.render(text, locale))) slots.push(texts.render(text, locale));
  }

  /** Does what a message plainly asks of the memory; true when it asked for something. */
  async function obey(message: string): Promise<boolean> {
    const wish = memoryWish(message);
    // "Forget it" to somebody who has noted nothing means: never mind.
    if (!wish || (wish.kind === "forget" && wish.what === "last" && own().length === 0)) return false;

    if (wish.kind === "forget") forget(wish.what);
    else if (wish.kind === "known") slots.push(await known());
    else {
      const result = note(wish.fact, "person", "said");
      if (result === "kept") slots.push(texts.render("memory_noted", locale, { fact: tidied(wish.fact) }));
      else slots.push(texts.render(result === "full" ? "memory_full" : "memory_not_kept", locale));
    }
    return true;
  }

  async function known(): Promise<string> {
    const person = await rooms.person(customer, contact);
    const facts = kept().map(({ fact, at }) => texts.render("memory_line", locale, { fact, at: new Date(at) }));
    const lines = [person?.name, person?.email, ...facts].filter((line): line is string => typeof line === "string" && line !== "");
    return lines.length === 0
      ? texts.render("memory_none", locale)
      : texts.render("memory_known", locale, { facts: lines.map((line) => `- ${line}`).join("\n") });
  }

  /** Where nobody else says anything, what was noted in this turn is said. False: there is nothing to say. */
  function tell(): boolean {
    for (const { id, fact } of noted) {
      const text = texts.render("memory_noted", locale, { fact });
      if (!forgotten.has(id) && !slots.includes(text)) slots.push(text);
    }
    return slots.length > 0;
  }

  function writes(): Write[] {
    const message = turn.covers.at(-1)?.id ?? null;
    const fresh = noted.filter(({ id }) => !forgotten.has(id));
    const old = alive.filter(({ id }) => forgotten.has(id));
    return [
      ...fresh.map(({ id, fact, shared, confidence, at, until }) => ({
        statement: note_,
        row: { id, customer, contact, shared, fact, confidence, message, noted_at: at, expires_at: until },
      })),
      ...(fresh.length > 0 ? [reflectTonight(customer, now)] : []),
      ...old.map(({ id }) => ({ statement: forget_, row: { id, customer, contact } })),
    ];
  }

  return {
    /** the facts that a model reads in this turn */
    recall: (about: string) => recall(kept(), about, now),
    note,
    forget,
    obey,
    tell,
    slots: () => slots,
    decisions: () => decisions,
    writes,
  };
}

export type TurnMemory = ReturnType<typeof openMemory>;
