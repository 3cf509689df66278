import { checkBooks } from "./invariants/books.ts";
import { checkDates, checkHolding } from "./invariants/dates.ts";
import { checkDecisions } from "./invariants/decisions.ts";
import { checkDrafts } from "./invariants/drafts.ts";
import { checkErased, whoIsGone, withoutErased } from "./invariants/erasing.ts";
import { checkGrants } from "./invariants/grants.ts";
import { checkHistory } from "./invariants/history.ts";
import { checkOwnBooks, neverChange } from "./invariants/ledger.ts";
import { checkClaims, checkDeeds, checkReminders, checkSafety } from "./invariants/people.ts";
import { checkReminded } from "./invariants/reminders.ts";
import { checkLooks } from "./invariants/looks.ts";
import { ALWAYS, AT_REST, forbid } from "./invariants/rows.ts";
import { checkStaffMoney } from "./invariants/staff-money.ts";
import { checkFacts, checkKept, checkLength, checkPrompts, checkSent, checkSources, checkWords } from "./invariants/talk.ts";
import { checkTools } from "./invariants/tools.ts";
import type { HouseProcess } from "./house-process.ts";
import type { MessageRow, Told } from "./invariants/told.ts";

export type { Told } from "./invariants/told.ts";

/** All that is checked while a story goes on. */
export async function checkNow(told: Told, now: number): Promise<void> {
  await forbid(told, ALWAYS, [new Date(now)]);
  await neverChange(told);
}

/** All that is checked when it has ended, with everything come that was due. */
export async function checkEnd(told: Told, house: HouseProcess | undefined, now: number): Promise<void> {
  const { raw } = told;
  await checkNow(told, now);
  await forbid(told, AT_REST, []);
  if (!house) return void told.violations.push({ invariant: "1 answered", detail: "nobody is up at the end" });
  const rows = await raw.query<MessageRow>(
    `select m.id, m.conversation, m.seq::int as seq, m.author, m.name, m.public_id, m.text, m.in_reply_to, m.turn, m.sources, m.at, o.outcome, t.cause
     from messages m left join outcomes o on o.message = m.id left join turns t on t.id = m.turn order by m.conversation, m.seq`,
  );
  const gone = await whoIsGone(told);
  await checkErased(told, gone);
  await checkTalk(withoutErased(told, rows, gone), house, now);
}

async function checkTalk({ told, rows }: { told: Told; rows: MessageRow[] }, house: HouseProcess, now: number): Promise<void> {
  checkKept(told, rows);
  checkWords(told, rows);
  checkSent(told, rows);
  await checkSafety(told, rows);
  await checkBooks(told);
  await checkOwnBooks(told, house.app);
  const history = await checkHistory(told, now);
  await checkStaffMoney(told, history);
  await checkGrants(told, history);
  await checkDeeds(told, rows);
  await checkClaims(told, rows);
  await checkReminders(told, now);
  await checkLooks(told);
  await checkTools(told);
  await checkDates(told, rows);
  await checkReminded(told, rows);
  checkHolding(told, rows);
  await checkDrafts(told, rows);
  checkPrompts(told);
  checkLength(told);
  checkFacts(told, rows);
  checkSources(told, rows, house.app.rooms.knowledge);
  await checkDecisions(told, house);
}
