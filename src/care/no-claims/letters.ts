import type { Statement, Write } from "../../platform/commit.ts";
import type { Threads } from "../../conversations/index.ts";
import type { ObjectionRow } from "./deeds.ts";
import { createDiscountMail, type MailRooms, type Reader } from "./mail.ts";
import type { ChangeRow } from "./rows.ts";

/** What the people of a customer are told of a change, in reviewed words. */
export type SayDiscount = (key: DiscountText | "letter_greeting", locale: string | null, vars?: Record<string, string | number | Date>) => string;
export type DiscountText =
  `discount_${"rises" | "falls" | "restored" | "credited" | "other" | "object" | "object_mail" | "subject" | "upheld" | "dismissed" | "crash" | "escalation"}`;

type Told = { contact: string; conversation: string; locale: string | null };
type What = { kind: "crash" | "escalation"; happened_at: Date };

const letter_: Statement = {
  name: "no_claims_letters",
  columns: "change text, contact text, at timestamptz",
  sql: "insert into no_claims_letters (change, contact, at) select r.change, r.contact, r.at from {rows}",
};

/** Where each contact of a customer last talked with us: the letter goes there. Whoever never wrote has no such place, and gets a mail. */
const READERS = `select distinct on (c.contact) c.contact, c.id as conversation, coalesce(c.locale, k.locale) as locale
  from conversations c join contacts k on k.id = c.contact
  where c.customer = $1 and c.erased_at is null and k.erased_at is null and not exists (select 1 from no_claims_letters l where l.change = $2 and l.contact = c.contact)
  order by c.contact, c.last_at desc, c.id desc`;

export type LetterRooms = MailRooms & { threads: Pick<Threads, "say">; say: SayDiscount; languageOf: (locale: string | null) => string };

/** Letters about a changed discount: into each contact's last conversation, or by mail, once each, with the way to object. */
export function createLetters(rooms: LetterRooms) {
  const { db, clock, rulebook, threads, say } = rooms;
  const mail = createDiscountMail(rooms, composeMail);
  const name = () => rulebook.current().book.persona.name;

  async function tellOfChange(id: string): Promise<Write[]> {
    const found = await read(id);
    if (!found) return [];
    const { change, what } = found;
    for (const { contact, conversation, locale } of await db.query<Told>(READERS, [change.customer, id])) {
      const write: Write = { statement: letter_, row: { change: id, contact, at: clock.now() } };
      await threads.say({ conversation, author: "notice", name: name(), text: textOf(change, what, locale).join("\n\n") }, [write]).catch(unlessTold);
    }
    return mail.plan(id, change.customer);
  }

  async function read(id: string): Promise<{ change: ChangeRow; what: What[] } | undefined> {
    const [change] = await db.query<ChangeRow>("select * from no_claims_changes where id = $1", [id]);
    if (!change) return undefined;
    return { change, what: await db.query<What>("select kind, happened_at from incidents where id = any($1) order by happened_at, id", [change.incidents]) };
  }

  async function composeMail(id: string, reader: Reader) {
    const found = await read(id);
    if (!found) return undefined;
    const { locale } = reader;
    const greeting = say("letter_greeting", locale, { contact: reader.name ?? reader.customerName });
    const paragraphs = [greeting, ...textOf(found.change, found.what, locale, "discount_object_mail")];
    return { language: rooms.languageOf(locale), subject: say("discount_subject", locale), paragraphs };
  }

  /** Before, after, since when, why; and how to object where something was lost. */
  function textOf(change: ChangeRow, what: What[], locale: string | null, object: "discount_object" | "discount_object_mail" = "discount_object"): string[] {
    const vars = { before: percent(change.from_discount, locale), after: percent(change.to_discount, locale), since: change.at };
    const causes = what.map(({ kind, happened_at }) => say(`discount_${kind}`, locale, { at: happened_at })).join(", ");
    if (change.cause === "restored") return [say(change.from_level === change.to_level ? "discount_credited" : "discount_restored", locale, vars)];
    if (change.to_discount >= change.from_discount) return [say(change.cause === "clean" ? "discount_rises" : "discount_other", locale, vars)];
    const falls = causes === "" ? say("discount_other", locale, vars) : say("discount_falls", locale, { ...vars, causes });
    return [falls, say(object, locale)];
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

  return { tellOfChange, tellOfObjection, mailDue: mail.due };
}

/** Somebody told this contact at the same moment: once is what was asked for. */
function unlessTold(error: unknown): void {
  if ((error as { code?: string }).code !== "23505") throw error;
}

/** Hundredths of a percent as the reader writes a share, e.g. "12.5%", in the digits of the rest of the chat. */
export function percent(hundredths: number, locale: string | null): string {
  return new Intl.NumberFormat(locale ?? "en", { style: "percent", maximumFractionDigits: 2, numberingSystem: "latn" }).format(hundredths / 10_000);
}
