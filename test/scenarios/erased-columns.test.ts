import { afterEach, beforeEach, expect, test } from "vitest";
import { createPrivacy } from "../../src/privacy/index.ts";
import { openHouse, type House } from "../support/house.ts";
import { CANARY, fillWithCanaries } from "./canary-rows.ts";

// Erasing is complete (PRODUCT promise 12). Every text and jsonb column of the schema is filled for somebody who is then erased: what is
// left of it anywhere must have come from a column that is listed here as free of personal data, with the reason. A new column is in
// neither place, and fails this test.

/** What is named so is an id of ours. */
const IDS = "id customer contact conversation episode message turn hold escalation staff account transfer consent";

/** What may stay, and why. */
const FREE: Record<string, string> = {
  "migrations.name": "a file of ours",
  "settings.key settings.value": "of the installation",
  "rulebooks.version rulebooks.body rulebook_activations.version": "the owner's rules",
  "customers.external_id customers.plan customers.payer": "of the organisation; one that is a person has no external id",
  "contracts.plan contracts.currency": "of the organisation",
  "episodes.topic episodes.error_code episodes.product_version": "found by rule: a page's topic, a code of letters and digits, a version",
  "conversations.channel messages.channel outbox.channel": "the name of a channel",
  "conversations.mode messages.author outcomes.outcome turns.cause turns.outcome attempts.status open_questions.cause open_questions.state reminders.state":
    "a fixed set",
  "open_questions.answered_by outbox.state staff.role escalations.verdict escalations.state escalations.class alerts.state holds.kind": "a fixed set",
  "memories.confidence hold_ends.outcome moods.word": "a fixed set",
  "outcomes.rule outcomes.reply turns.reply": "a name of ours, ids",
  "turns.model turns.prompt turns.rulebook attempts.model summaries.written_by": "what answered",
  "attempts.usage attempts.price attempts.currency": "numbers",
  "decisions.policy decisions.verdict decisions.reasons decisions.facts decisions.rulebook": "codes, ids and numbers; no policy is told a text",
  "open_questions.known": "versions of pages",
  "human_looks.plan human_looks.period human_looks.decision": "a plan's name, a month, an id",
  "consents.scope mailouts.occasion mailouts.state mailouts.bounce mail_suppressions.why no_claims_letters.state phone_calls.kind phone_calls.about phone_calls.state phone_calls.outcome phone_calls.heard":
    "a fixed set",
  "phone_calls.campaign phone_calls.decision phone_calls.payer phone_calls.currency": "a name in the rulebook, an id, the books",
  "mailouts.campaign mailouts.reason mailouts.decision mailouts.call mailouts.words mailouts.currency mailout_days.campaign":
    "names in the rulebook and of texts, a code, an id, the books",
  "mailouts.address mail_suppressions.address": "a keyed hash: whoever unsubscribed is left alone when they are erased or imported anew",
  "upgrades.recorded_by upgrades.recorded_name": "people who work here",
  "phone_calls.number do_not_call.number": "a keyed hash: whoever said stop is not rung again when they are erased or imported anew",
  "do_not_call.call": "an id",
  "phone_calls.claimed_by phone_calls.claimed_name phone_calls.created_by phone_calls.created_name": "people who work here",
  "contributions.kind": "a fixed set",
  "contributions.accepted_by contributions.accepted_name contribution_withdrawals.withdrawn_by contribution_withdrawals.withdrawn_name": "people who work here",
  "contributions.decision contribution_withdrawals.contribution contribution_thanks.contribution contribution_thanks.decision": "ids",
  "news.page news_told.page news_told.decision": "ids of pages, an id",
  "timers.kind timers.ref": "ids",
  "staff.email staff.name staff.password staff_sessions.token_hash": "of people who work here",
  "escalations.reasons escalations.decision escalations.payer escalations.currency": "what policy decided",
  "escalations.claimed_by escalations.claimed_name escalations.acknowledged_by alerts.acknowledged_by": "people who work here",
  "alerts.rule alerts.ref alerts.episodes alerts.detail": "ids, days, the name of a model, a channel or a tool",
  "incidents.kind incident_rulings.class no_claims_objections.state no_claims_changes.cause": "a fixed set",
  "incidents.recorded_by incident_rulings.ruled_by no_claims_objections.decided_by": "people who work here",
  "no_claims.scheme no_claims_periods.scheme no_claims.version no_claims.level no_claims_changes.from_level no_claims_changes.to_level no_claims_changes.version":
    "a scheme of the owner's, its levels",
  "no_claims_changes.incidents no_claims_changes.transfers no_claims_changes.decision no_claims_letters.change incident_rulings.incident no_claims_objections.incidents":
    "ids",
  "outages.cause outages.declared_by outages.ended_by": "a topic or a code, people who work here",
  "alert_silences.rule alert_silences.made_by alert_silences.ended_by": "a rule's name, people who work here",
  "idempotency_keys.key idempotency_keys.actor idempotency_keys.request": "a caller's number, who works here or a keyed hash, a hash",
  "accounts.currency accounts.period transfers.key transfers.kind transfers.cause transfers.reverses transfers.facts": "the books",
  "postings.currency postings.seal holds.key holds.currency holds.facts hold_ends.reason": "the books",
};

const free = new Set(Object.keys(FREE).flatMap((names) => names.split(" ")));
const isFree = (column: string) => free.has(column) || IDS.split(" ").includes(column.split(".")[1] ?? "");

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

type Column = { table: string; column: string };
const columns = () =>
  house.db.query<Column>(
    `select c.table_name as table, c.column_name as column from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in ('text', 'jsonb', 'character varying', 'json', 'ARRAY') order by 1, 2`,
  );

/** The columns for which somebody's canaries were made, of those that are still anywhere in the database; with how often. */
async function sung(owner: string): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const { table, column } of await columns()) {
    const rows = await house.db.query<{ text: string }>(`select "${column}"::text as text from ${table} where "${column}"::text like $1`, [
      `%${CANARY}%${owner}%`,
    ]);
    for (const { text } of rows)
      for (const [, origin = ""] of text.matchAll(new RegExp(`${CANARY} (\\w+\\.\\w+) ${owner}`, "g"))) found.set(origin, (found.get(origin) ?? 0) + 1);
  }
  return found;
}

test("every text of the schema is erased, or known to be free of personal data; nobody else's is touched", async () => {
  const ana = await house.guest({ sub: "ana", name: "Ana" });
  await ana.says("How do I take a backup?");
  const [here] = await house.db.query<{ customers: string; contacts: string; conversations: string; messages: string }>(
    `select c.customer as customers, c.contact as contacts, c.id as conversations, m.id as messages from conversations c join messages m on m.conversation = c.id and m.seq = 2`,
  );
  if (!here) throw new Error("nothing was said");
  expect(
    await fillWithCanaries(
      house.db,
      { name: "here", own: here },
      ["leaving", "staying"].map((name) => ({ name, own: {} })),
    ),
  ).toEqual([]);
  const leaving = `${CANARY} contacts.id leaving`;
  // Somebody who is their own customer, and an answer to staff that speaks of them.
  await house.db.query("delete from contracts where customer = $1", [`${CANARY} customers.id leaving`]);
  await house.db.query("update customers set plan = 'community', external_id = null where id = $1", [`${CANARY} customers.id leaving`]);
  await house.db.query("update idempotency_keys set answer = answer || jsonb_build_array($1::text)", [leaving]);

  const all = (await columns()).map(({ table, column }) => `${table}.${column}`);
  const [before, others] = [await sung("leaving"), await sung("staying")];
  expect(
    all.filter((column) => !isFree(column) && !before.has(column)),
    "not filled",
  ).toEqual([]);
  expect(
    [...free].filter((column) => !all.includes(column)),
    "listed, and not there",
  ).toEqual([]);

  await createPrivacy({ db: house.db, clock: house.clock }).erase(leaving);
  expect([...(await sung("leaving")).keys()].filter((column) => !isFree(column))).toEqual([]);
  expect(await sung("staying")).toEqual(others);
  // The canaries' own messages were never answered by anybody: not ours to count.
  await house.db.query("insert into outcomes (message, outcome, at) select id, 'ignored', at from messages where author = 'contact' on conflict do nothing");
});
