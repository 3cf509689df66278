import type { Clock } from "../../platform/clock.ts";
import type { Statement, Write } from "../../platform/commit.ts";
import type { Database } from "../../platform/database.ts";
import type { Threads } from "../../conversations/index.ts";
import type { Rulebook } from "../../rulebook/index.ts";
import type { ObjectionRow } from "./deeds.ts";
import type { ChangeRow } from "./rows.ts";

/** What the people of a customer are told of a change, in reviewed words. */
export type SayDiscount = (key: DiscountText, locale: string | null, vars?: Record<string, string | number | Date>) => string;
export type DiscountText = `discount_${"rises" | "falls" | "restored" | "credited" | "other" | "object" | "upheld" | "dismissed" | "crash" | "escalation"}`;

type Reader = { contact: string; conversation: string; locale: string | null };
type What = { kind: "crash" | "escalation"; happened_at: Date };

const letter_: Statement = {
  name: "no_claims_letters",
  columns: "change text, contact text, at timestamptz",
  sql: "insert into no_claims_letters (change, contact, at) select r.change, r.contact, r.at from {rows}",
};

/** Where each contact of a customer last talked with us: the letter goes there. Whoever never wrote has no such place. */
const READERS = `select distinct on (c.contact) c.contact, c.id as conversation, coalesce(c.locale, k.locale) as locale
  from conversations c join contacts k on k.id = c.contact
  where c.customer = $1 and c.erased_at is null and k.erased_at is null and not exists (select 1 from no_claims_letters l where l.change = $2 and l.contact = c.contact)
  order by c.contact, c.last_at desc, c.id desc`;

export type LetterRooms = { db: Database; clock: Clock; rulebook: Rulebook; threads: Pick<Threads, "say">; say: SayDiscount };

/** Letters about a changed discount: into each contact's last conversation, once each, with the way to object. */
export function createLetters({ db, clock, rulebook, threads, say }: LetterRooms) {
  const name = () => rulebook.current().book.persona.name;

  async function tellOfChange(id: string): Promise<Write[]> {
    const [change] = await db.query<ChangeRow>("select * from no_claims_changes where id = $1", [id]);
    if (!change) return [];
    const what = await db.query<What>("select kind, happened_at from incidents where id = any($1) order by happened_at, id", [change.incidents]);
    for (const { contact, conversation, locale } of await db.query<Reader>(READERS, [change.customer, id])) {
      const write: Write = { statement: letter_, row: { change: id, contact, at: clock.now() } };
      await threads.say({ conversation, author: "notice", name: name(), text: textOf(change, what, locale) }, [write]).catch(unlessTold);
    }
    return [];
  }

  /** Before, after, since when, why; and how to object where something was lost. */
  function textOf(change: ChangeRow, what: What[], locale: string | null): string {
    const vars = { before: percent(change.from_discount, locale), after: percent(change.to_discount, locale), since: change.at };
    const causes = what.map(({ kind, happened_at }) => say(`discount_${kind}`, locale, { at: happened_at })).join(", ");
    if (change.cause === "restored") return say(change.from_level === change.to_level ? "discount_credited" : "discount_restored", locale, vars);
    if (change.to_discount >= change.from_discount) return say(change.cause === "clean" ? "discount_rises" : "discount_other", locale, vars);
    const falls = causes === "" ? say("discount_other", locale, vars) : say("discount_falls", locale, { ...vars, causes });
    return `${falls}\n\n${say("discount_object", locale)}`;
  }

  async function tellOfObjection(id: string): Promise<Write[]> {
    const [row] = await db.query<ObjectionRow & { locale: string | null }>(
      `select o.*, coalesce(c.locale, k.locale) as locale from no_claims_objections o join conversations c on c.id = o.conversation join contacts k on k.id = c.contact
       where o.id = $1 and o.state <> 'open' and c.erased_at is null`,
      [id],
    );
    if (!row?.conversation) return [];
    const text = say(row.state === "upheld" ? "discount_upheld" : "discount_dismissed", row.locale, { at: row.at });
    await threads.say({ conversation: row.conversation, author: "notice", name: name(), text });
    return [];
  }

  return { tellOfChange, tellOfObjection };
}

/** Somebody told this contact at the same moment: once is what was asked for. */
function unlessTold(error: unknown): void {
  if ((error as { code?: string }).code !== "23505") throw error;
}

/** Hundredths of a percent as the reader writes a share, e.g. "12.5%", in the digits of the rest of the chat. */
export function percent(hundredths: number, locale: string | null): string {
  return new Intl.NumberFormat(locale ?? "en", { style: "percent", maximumFractionDigits: 2, numberingSystem: "latn" }).format(hundredths / 10_000);
}
