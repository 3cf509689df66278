import type { Queryable } from "../../platform/database.ts";
import type { Say } from "./rooms.ts";
import type { CallRow } from "./rows.ts";

const DAY = 86_400_000;
const LOOK_BACK_DAYS = 90;

/** A line to say, and where it comes from. */
export type SheetLine = { text: string; because: "reviewed" | "contract" | "answered" };

type Facts = { since: string | null; answered: number };

// A plain no keeps its date and is nothing that one boasts of.
const FACTS = `select (select to_char(c.starts_on, 'YYYY') from contracts c where c.customer = $1) as since,
  (select count(*)::int from open_questions q where q.customer = $1 and q.state = 'kept' and q.answered_by <> 'plain_no' and q.closed_at <= q.due_at and q.closed_at > $2)
  + (select count(*)::int from escalations e where e.customer = $1 and e.state = 'resolved' and e.class = 'request' and e.ended_at > $2) as answered`;

/**
 * What a colleague may say in a call, in the language of whoever is called: reviewed texts, filled with what the books and the conversations
 * show. What is not known is left out.
 */
export async function talkingSheet(on: Queryable, say: Say, row: CallRow, caller: { name: string; business: string }, at: Date): Promise<SheetLine[]> {
  const [facts] = await on.query<Facts>(FACTS, [row.customer, new Date(at.getTime() - LOOK_BACK_DAYS * DAY)]);
  const line = (because: SheetLine["because"], ...given: Parameters<Say>): SheetLine => ({ because, text: say(...given) });
  const lines = [line("reviewed", "phone_sheet_hello", row.locale, { name: row.contact_name ?? "", staff: caller.name, business: caller.business })];
  if (row.about === "thank_you") lines.push(line("reviewed", "phone_sheet_thanks", row.locale));
  if (facts?.since) lines.push(line("contract", "phone_sheet_since", row.locale, { year: facts.since }));
  if (facts && facts.answered > 0) lines.push(line("answered", "phone_sheet_kept", row.locale, { count: facts.answered }));
  lines.push(line("reviewed", "phone_sheet_bye", row.locale));
  return lines;
}
