import { parse } from "yaml";
import { report, type Told } from "./told.ts";

const MINUTE = 60_000;
const MORNING_MS = 15 * MINUTE; // so long the handing out of one morning may take

type Look = { plan: string; period: string; place: number; escalation: string; at: Date; month: string; customer: string; payer: string };
type Given = { plan: string; conversation: string; customer: string; at: Date };
type Waiting = {
  conversation: string;
  plan: string;
  customer: string;
  asked: Date;
  closed: Date | null;
  claimed: Date | null;
  ended: Date | null;
  given: Date | null;
};

const LOOKS = `select l.plan, l.period, l.place, l.escalation, l.at, to_char(l.at at time zone 'Europe/Berlin', 'YYYY-MM') as month, e.customer, e.payer
  from human_looks l join escalations e on e.id = l.escalation order by l.at, l.escalation`;
// Each question of somebody who was to get a person, and got none at once. One that became graver, or was found to be less, is another matter.
// By the decisions: a look that was given back has left no row of its own.
const GIVEN = "select facts->>'plan' as plan, conversation, customer, at from decisions where policy = 'look' and verdict = 'given' order by at, id";
const WAITING = `select e.conversation, k.plan, e.customer, q.created_at as asked, q.closed_at as closed, e.claimed_at as claimed, e.ended_at as ended,
    (select min(d.at) from decisions d where d.policy = 'look' and d.verdict = 'given' and d.conversation = e.conversation and d.at >= e.created_at - interval '3 hours') as given
  from escalations e join open_questions q on q.escalation = e.id and q.cause = 'deferred' join customers k on k.id = e.customer join conversations c on c.id = e.conversation
  where e.verdict = 'deferred' and e.downgraded is null and c.erased_at is null order by q.created_at, e.id`;
// A look that stands although nobody has taken the matter up, or answered its question from the list, and nobody will.
const UNUSED = `select l.plan, l.period, l.place, e.id, e.state, e.verdict from human_looks l join escalations e on e.id = l.escalation join conversations c on c.id = e.conversation
  where e.claimed_at is null and c.erased_at is null
  and not exists (select 1 from open_questions q where q.escalation = e.id and q.answered_by = 'staff') and (e.state in ('resolved', 'handed_back') or e.verdict <> 'deferred')`;
const BOOKED = `select t.key, p.account, p.amount from human_looks l join transfers t on t.kind = 'staff' and t.facts->>'escalation' = l.escalation
  join postings p on p.transfer = t.id where p.account like 'customer/%/budget'`;

/** Human looks: never more than a plan has, the oldest question first, at our cost, and none kept that nobody needs. */
export async function checkLooks(told: Told): Promise<void> {
  checkOldest(told, await told.raw.query<Given>(GIVEN), await told.raw.query<Waiting>(WAITING));
  const looks = await told.raw.query<Look>(LOOKS);
  if (looks.length === 0) return;
  const caps = await capsOf(told);
  for (const [month, given] of Map.groupBy(looks, (one) => `${one.plan} in ${one.period}`)) {
    const most = caps.get(given[0]?.plan ?? "") ?? 0;
    if (given.length > most) report(told, "5 no more looks than the plan has", `${month}: ${given.length} of ${most}`);
  }
  // Whoever's clock was wrong may have taken the month before or after for this one.
  const strayed = told.late === 0 && looks.find((one) => one.period !== one.month);
  if (strayed) report(told, "5 no more looks than the plan has", strayed);
  for (const look of looks) if (!look.payer.startsWith("company/")) report(told, "5 a look is the company's cost", look);
  const booked = await told.raw.query(BOOKED);
  if (booked.length > 0) report(told, "5 a look is the company's cost", booked);
  const unused = await told.raw.query(UNUSED);
  if (unused.length > 0) report(told, "5 a look that nobody needs is given back", unused);
}

/** What any book of the story allows at most: a month may have seen more than one. */
async function capsOf(told: Told): Promise<Map<string, number>> {
  const caps = new Map<string, number>();
  for (const { body } of await told.raw.query<{ body: string }>("select body from rulebooks"))
    for (const [plan, { humanLooks = 0 }] of Object.entries((parse(body) as { plans: Record<string, { humanLooks?: number }> }).plans))
      caps.set(plan, Math.max(humanLooks, caps.get(plan) ?? 0));
  return caps;
}

/** Nobody whose question had waited longer was left waiting, when one of the same plan got a look. */
function checkOldest(told: Told, looks: Given[], all: Waiting[]): void {
  const margin = MORNING_MS + told.late;
  const waits = (one: Waiting, at: number) => [one.closed, one.claimed, one.ended, one.given].every((end) => end === null || end.getTime() > at + margin);
  for (const look of looks) {
    if (told.changed.has(`customer/${look.customer}/budget`)) continue;
    const at = look.at.getTime();
    const own = all.find((one) => one.conversation === look.conversation && one.asked.getTime() <= at && (one.closed === null || one.closed.getTime() >= at));
    if (!own) continue;
    const older = all.find(
      (one) =>
        one.plan === look.plan &&
        one.conversation !== look.conversation &&
        !told.changed.has(`customer/${one.customer}/budget`) &&
        one.asked < own.asked &&
        one.asked.getTime() < at - margin &&
        waits(one, at),
    );
    if (older) report(told, "5 the oldest question is looked at first", { look, asked: own.asked, older });
  }
}
