import type { Chat } from "../scene.ts";
import { report, type MessageRow, type Told } from "./told.ts";

// By the transaction that wrote the contact's row last: that is the one that erased it.
const BOOKED = "select p.id, p.account, p.amount, c.id as contact from contacts c join postings p on p.xmin = c.xmin where c.erased_at is not null";

/** Whose writer was erased. Of the other conversations of theirs, one that was just opened may be that of somebody new. */
export async function whoIsGone(told: Told): Promise<Chat[]> {
  const asked = told.chats.flatMap((chat) => (chat.erased === "asked" ? [chat.conversation] : []));
  if (asked.length === 0) return [];
  const theirs = await told.raw.query<{ id: string }>(
    "select id from conversations where contact in (select contact from conversations where id = any($1::text[]))",
    [asked],
  );
  const ids = new Set(theirs.map(({ id }) => id));
  return told.chats.filter((chat) => chat.erased && chat.conversation !== undefined && ids.has(chat.conversation));
}

/** Erasing books nothing and leaves nothing: no word of whoever was erased stands in any table. */
export async function checkErased(told: Told, gone: Chat[]): Promise<void> {
  if (gone.length === 0) return;
  const booked = await told.raw.query(BOOKED);
  if (booked.length > 0) report(told, "12 erasing changes no sum", booked);
  const marks = gone.flatMap((chat) => chat.said.map(({ mark }) => mark)).join("|");
  const theirs = gone.map(({ conversation }) => conversation).join("|");
  // What was remembered of their company is the company's: a colleague who was told of it keeps what they read (docs/decisions/0013).
  const text = `case when x::text ~ $2 or tableoid = 'memories'::regclass then x::text else regexp_replace(x::text, '\\(company k\\d+\\)', '', 'g') end`;
  const tables = await told.raw.query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public' order by 1");
  for (const { name } of tables) {
    const rows = await told.raw.query<{ row: string }>(`select left(x::text, 300) as row from ${name} x where ${text} ~ $1 limit 3`, [
      `\\m(${marks})\\M`,
      theirs,
    ]);
    if (rows.length > 0) report(told, "12 nothing is left of who was erased", { table: name, rows });
  }
  const known = await told.raw.query("select k.id, k.name from contacts k where k.erased_at is not null and (k.name is not null or k.email is not null)");
  if (known.length > 0) report(told, "12 nothing is left of who was erased", known);
}

/** What the other checks are told: nothing of whoever was erased, whose words are needed for them. Cards for staff stay. */
export function withoutErased(told: Told, rows: MessageRow[], chats: Chat[]): { told: Told; rows: MessageRow[] } {
  if (chats.length === 0) return { told, rows };
  const gone = new Set(chats.map((chat) => chat.conversation as string));
  const arrivals = told.outside.arrivals.filter(({ envelope }) => !("conversation" in envelope && gone.has(envelope.conversation)));
  const left = {
    ...told,
    chats: told.chats.filter((chat) => !chats.includes(chat)),
    deeds: told.deeds.filter((deed) => deed.kind !== "replied" || !gone.has(deed.conversation)),
    outside: { ...told.outside, arrivals },
  };
  return { told: left, rows: rows.filter((row) => !gone.has(row.conversation)) };
}
