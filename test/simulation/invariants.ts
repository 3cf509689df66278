import type { App } from "../../src/app.ts";
import { checkBooks } from "./invariants/books.ts";
import { checkGrants } from "./invariants/grants.ts";
import { checkHistory } from "./invariants/history.ts";
import { checkOwnBooks, neverChange } from "./invariants/ledger.ts";
import { checkDeeds, checkSafety } from "./invariants/people.ts";
import { ALWAYS, AT_REST, forbid } from "./invariants/rows.ts";
import { checkStaffMoney } from "./invariants/staff-money.ts";
import { checkKept, checkSent, checkWords } from "./invariants/talk.ts";
import type { MessageRow, Told } from "./invariants/told.ts";

export type { Told } from "./invariants/told.ts";

/** All that is checked while a story goes on. */
export async function checkNow(told: Told, now: number): Promise<void> {
  await forbid(told, ALWAYS, [new Date(now)]);
  await neverChange(told);
}

/** All that is checked when it has ended, with everything come that was due. */
export async function checkEnd(told: Told, app: App | undefined, now: number): Promise<void> {
  const { raw } = told;
  await checkNow(told, now);
  await forbid(told, AT_REST, []);
  if (!app) return void told.violations.push({ invariant: "1 answered", detail: "nobody is up at the end" });
  const rows = await raw.query<MessageRow>(
    `select m.id, m.conversation, m.seq::int as seq, m.author, m.public_id, m.text, m.in_reply_to, m.turn, o.outcome from messages m left join outcomes o on o.message = m.id order by m.conversation, m.seq`,
  );
  checkKept(told, rows);
  checkWords(told, rows);
  checkSent(told, rows);
  await checkSafety(told, rows);
  await checkBooks(told);
  await checkOwnBooks(told, app);
  const history = await checkHistory(told, now);
  await checkStaffMoney(told, history);
  await checkGrants(told, history);
  await checkDeeds(told, rows);
}
