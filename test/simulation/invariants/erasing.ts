import { report, type MessageRow, type Told } from "./told.ts";

// By the transaction that wrote the contact's row last: that is the one that erased it.
const BOOKED = "select p.id, p.account, p.amount, c.id as contact from contacts c join postings p on p.xmin = c.xmin where c.erased_at is not null";

/** Erasing books nothing and leaves nothing: no word of whoever was erased stands in any table. */
export async function checkErased(told: Told): Promise<void> {
  const gone = told.chats.filter((chat) => chat.erased);
  if (gone.length === 0) return;
  const booked = await told.raw.query(BOOKED);
  if (booked.length > 0) report(told, "12 erasing changes no sum", booked);
  const marks = gone.flatMap((chat) => chat.said.map(({ mark }) => mark)).join("|");
  const tables = await told.raw.query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public' order by 1");
  for (const { name } of tables) {
    const rows = await told.raw.query<{ row: string }>(`select left(x::text, 300) as row from ${name} x where x::text ~ $1 limit 3`, [`\\m(${marks})\\M`]);
    if (rows.length > 0) report(told, "12 nothing is left of who was erased", { table: name, rows });
  }
  const known = await told.raw.query("select k.id, k.name from contacts k where k.erased_at is not null and (k.name is not null or k.email is not null)");
  if (known.length > 0) report(told, "12 nothing is left of who was erased", known);
}

/** What the other checks are told: nothing of whoever was erased, whose words are needed for them. Cards for staff stay. */
export function withoutErased(told: Told, rows: MessageRow[]): { told: Told; rows: MessageRow[] } {
  const gone = new Set(told.chats.flatMap((chat) => (chat.erased && chat.conversation !== undefined ? [chat.conversation] : [])));
  if (gone.size === 0) return { told, rows };
  const arrivals = told.outside.arrivals.filter(({ envelope }) => !("conversation" in envelope && gone.has(envelope.conversation)));
  const left = {
    ...told,
    chats: told.chats.filter((chat) => !chat.erased),
    deeds: told.deeds.filter((deed) => deed.kind !== "replied" || !gone.has(deed.conversation)),
    outside: { ...told.outside, arrivals },
  };
  return { told: left, rows: rows.filter((row) => !gone.has(row.conversation)) };
}
