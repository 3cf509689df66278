import type { EscalationCard } from "../../../src/conversations/channel.ts";
import { report, type MessageRow, type Told } from "./told.ts";

/** Safety matters reached people: each has its escalation, at the company's cost, and a card on the way that reaches staff. */
export async function checkSafety(told: Told, rows: MessageRow[]): Promise<void> {
  const found = await told.raw.query<{ id: string; conversation: string; payer: string; verdict: string; downgraded: unknown }>(
    "select id, conversation, payer, verdict, downgraded from escalations",
  );
  for (const chat of told.chats) {
    const safe = chat.said.filter(
      (said) => said.kind === "safety" && said.acknowledged && rows.some((row) => row.conversation === chat.conversation && row.text === said.text),
    );
    if (safe.length === 0) continue;
    const own = found.filter((one) => one.conversation === chat.conversation && (one.verdict === "overridden" || one.downgraded));
    if (own.length === 0) report(told, "6 safety reaches people", `${chat.who}: ${safe[0]?.text}`);
    for (const one of own) {
      if (one.payer.startsWith("customer/")) report(told, "6 safety has no budget", one);
      const shown = told.outside.arrivals.some(({ envelope }) => envelope.kind === "escalation" && envelope.card.id === one.id);
      const row = await told.raw.query("select 1 from outbox where envelope->'card'->>'id' = $1 and state in ('unknown', 'failed')", [one.id]);
      if (!shown && row.length === 0) report(told, "6 safety reaches people", `no card of ${one.id} arrived`);
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
