import type { EscalationCard } from "../../../src/conversations/channel.ts";
import { isFair } from "../faults.ts";
import { STAFF } from "../staff.ts";
import { publicId, report, type MessageRow, type Told } from "./told.ts";

const MINUTE = 60_000;
const CLOCKS_MS = MINUTE; // the clocks of two processes differ by less
const REMIND_MS = 24 * 60 * MINUTE; // as a story's rulebook has it
const TOLD_MS = 3 * MINUTE; // it is told with the reply, for which a model may take its time
const OUTAGE_MS = 30 * MINUTE; // while everything goes wrong

type SafetyRow = {
  id: string;
  conversation: string;
  payer: string;
  verdict: string;
  downgraded: { at: string } | null;
  acknowledged_at: Date | null;
  ended_at: Date | null;
  since: Date | null;
};

const ESCALATIONS = `select e.id, e.conversation, e.payer, e.verdict, e.downgraded, e.acknowledged_at, e.ended_at, d.at as since
  from escalations e left join decisions d on d.id = e.decision`;

/** Safety matters reached people: each has its escalation, at the company's cost, and a card on the way that reaches staff. */
export async function checkSafety(told: Told, rows: MessageRow[]): Promise<void> {
  const found = await told.raw.query<SafetyRow>(ESCALATIONS);
  const cards = await lostCards(told);
  const lost = new Set(cards.map(({ id }) => id));
  const lostFirst = new Set(cards.filter(({ verdict, reminder }) => verdict === "overridden" && reminder === 0).map(({ id }) => id));
  for (const chat of told.chats) {
    const own = found.filter((one) => one.conversation === chat.conversation && (one.verdict === "overridden" || one.downgraded));
    for (const said of chat.said) {
      if (said.kind !== "safety" || !said.acknowledged) continue;
      const kept = rows.find((row) => row.conversation === chat.conversation && row.author === "contact" && row.public_id === publicId(chat, said));
      if (!kept) continue;
      // One that had ended before, or was found to be none, is another matter.
      const its = own.filter((one) => endOf(one) >= kept.at.getTime() - CLOCKS_MS - told.late);
      if (its.length === 0) report(told, "6 safety reaches people", `${chat.who}: ${said.text}`);
      else checkTold(told, its, { lost, lostFirst }, chat.who, said.acknowledged.at);
    }
    for (const one of own) {
      if (one.payer.startsWith("customer/")) report(told, "6 safety has no budget", one);
      const shown = told.outside.arrivals.some(({ envelope }) => envelope.kind === "escalation" && envelope.card.id === one.id);
      if (!shown && !lost.has(one.id)) report(told, "6 safety reaches people", `no card of ${one.id} arrived`);
    }
  }
  // A false alarm that turns out to be none is told again.
  const once = new Set(found.filter((one) => !one.downgraded).map((one) => one.id));
  const requests = told.outside.arrivals.flatMap(({ envelope }) =>
    envelope.kind === "escalation" && once.has(envelope.card.id) ? [keyOf(envelope.card)] : [],
  );
  const doubled = requests.filter((id, i) => requests.indexOf(id) !== i);
  if (doubled.length > 0)
    report(
      told,
      "6 staff are told once",
      told.outside.arrivals.filter(({ envelope }) => envelope.kind === "escalation" && doubled.includes(keyOf(envelope.card))).map((one) => [one.id, one.at]),
    );
}

/** The cards of which staff hear from an alert alone: what could not be delivered for hours is given up. */
function lostCards({ raw }: Told): Promise<{ id: string; verdict: string; reminder: number }[]> {
  return raw.query(
    `select envelope->'card'->>'id' as id, envelope->'card'->>'verdict' as verdict, (envelope->'card'->>'reminder')::int as reminder from outbox
     where envelope->>'kind' = 'escalation' and state in ('unknown', 'failed')`,
  );
}

/** When it was none any more. */
function endOf({ verdict, downgraded, ended_at }: SafetyRow): number {
  if (verdict !== "overridden" && downgraded) return Date.parse(downgraded.at);
  return ended_at?.getTime() ?? Infinity;
}

/** People hear of it when it is written, not when they happen to look. */
function checkTold(told: Told, its: SafetyRow[], { lost, lostFirst }: { lost: Set<string>; lostFirst: Set<string> }, who: string, at: number): void {
  const ids = new Set(its.map(({ id }) => id));
  const card = told.outside.arrivals.find(
    ({ envelope }) => envelope.kind === "escalation" && ids.has(envelope.card.id) && envelope.card.verdict === "overridden",
  );
  if (!card && its.some(({ id }) => lost.has(id))) return;
  // Given up after hours without a way to staff, it is told by an alert; what arrives later are its reminders, or that it was handed back.
  const [first] = its.toSorted((one, other) => (one.since?.getTime() ?? Infinity) - (other.since?.getTime() ?? Infinity));
  if (first && lostFirst.has(first.id)) return;
  const late = card === undefined ? Infinity : told.reach.between(at, card.at);
  if (late > (isFair(told.weather) ? TOLD_MS : OUTAGE_MS + told.late)) report(told, "6 safety is told at once", `${who}: after ${Math.round(late / 1000)} s`);
}

/** People are asked about a safety matter again and again, until one of them says that they have it. */
export async function checkReminders(told: Told, now: number): Promise<void> {
  const found = await told.raw.query<SafetyRow>(`${ESCALATIONS} where e.verdict = 'overridden' or e.downgraded is not null`);
  const lost = await lostCards(told);
  for (const one of found) {
    if (!one.since) continue;
    const until = Math.min(one.acknowledged_at?.getTime() ?? now, endOf(one), now);
    const wanted = Math.floor(told.reach.between(one.since.getTime(), until) / (REMIND_MS + OUTAGE_MS + told.late));
    const asked = told.outside.arrivals.filter(
      ({ envelope }) => envelope.kind === "escalation" && envelope.card.id === one.id && envelope.card.reminder > 0,
    ).length;
    const unasked = lost.filter(({ id, reminder }) => id === one.id && reminder > 0).length;
    if (asked + unasked < wanted) report(told, "6 safety is asked about again", `${one.id}: ${asked} times, not ${wanted}`);
  }
}

/** Who takes over is named to the customer, on every channel. */
export async function checkClaims(told: Told, rows: MessageRow[]): Promise<void> {
  const sent = await told.raw.query<{ id: string; channel: string; conversation: string; seq: number; name: string | null; state: string }>(
    "select id, channel, conversation, (envelope->>'seq')::int as seq, envelope->>'name' as name, state from outbox where envelope->>'kind' = 'mode' and envelope->>'mode' = 'human'",
  );
  for (const row of rows) {
    if (row.author !== "mode" || row.text !== "human") continue;
    const own = sent.find((one) => one.conversation === row.conversation && one.seq === row.seq);
    const named = own !== undefined && row.name !== null && STAFF.includes(row.name) && own.name === row.name;
    const words = told.outside.arrivals.find((one) => one.id === own?.id)?.envelope;
    const arrived = own?.channel === "web" || own?.state !== "delivered" || (words?.kind === "reply" && words.item.text.includes(row.name ?? ""));
    if (!named || !arrived) report(told, "9 a claim is told by name", { conversation: row.conversation, seq: row.seq, name: row.name, own, words });
  }
}

/** A matter that has become graver is another matter. */
function keyOf({ id, verdict, class: kind, reminder }: EscalationCard): string {
  return `${id}/${verdict}/${kind}/${reminder}`;
}

/** What a person was told is done, is done. */
export async function checkDeeds(told: Told, rows: MessageRow[]): Promise<void> {
  for (const deed of told.deeds) {
    if (deed.kind === "replied") {
      const said = rows.filter((row) => row.author === "human" && row.text === deed.text);
      if (said.length !== 1) report(told, "9 a person's words are said once", `${said.length} × ${deed.text}`);
      continue;
    }
    const [row] = await told.raw.query<{ state: string; minutes: number }>("select state, minutes from escalations where id = $1", [deed.escalation]);
    if (row?.state !== "resolved" || row.minutes !== deed.minutes) report(told, "9 what a person did stays done", { deed, row });
  }
}
