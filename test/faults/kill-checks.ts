import type { Chat } from "../support/chat-client.ts";
import type { ServiceProcess } from "./child.ts";
import type { Talker } from "./kill-model.ts";

/** One message, as its writer knows it. */
export type Said = {
  id: string;
  mark: string;
  text: string;
  round: number;
  sent: number;
  /** the seq that a 202 named */
  acknowledged: number | undefined;
  /** an answer that there should not have been */
  refused: string | undefined;
  /** nobody may have it: it was stopped before its commit and never sent again */
  absent: boolean;
  story: string[];
};

export type Guest = Chat & { said: Said[]; round?: number };

type Row = {
  id: string;
  conversation: string;
  seq: bigint;
  author: string;
  public_id: string;
  text: string;
  in_reply_to: string[] | null;
  turn: string | null;
  outcome: string | null;
  reply: string | null;
  sendings: bigint;
};

/** Everything that was promised, after a kill and a restart. Resolves to what does not hold. */
export async function checkRound(service: ServiceProcess, guests: Guest[], talker: Talker): Promise<string[]> {
  const rows = await service.query<Row>(
    `select m.id, m.conversation, m.seq, m.author, m.public_id, m.text, m.in_reply_to, m.turn, o.outcome, o.reply, (select count(*) from outbox x where x.message = m.id) as sendings
     from messages m left join outcomes o on o.message = m.id where m.conversation = any($1) order by m.seq`,
    [guests.map((guest) => guest.conversation)],
  );
  const perGuest = guests.flatMap((guest) =>
    checkConversation(
      guest,
      rows.filter((row) => row.conversation === guest.conversation),
    ),
  );
  const { problems } = await talker.bookings(service);
  return [...perGuest, ...(await checkHouse(service)), ...problems];
}

function checkConversation(guest: Guest, rows: Row[]): string[] {
  const problems: string[] = [];
  const wrong = (what: string) => void problems.push(`${guest.conversation}: ${what}`);
  const written = rows.filter((row) => row.author === "contact");
  const replies = rows.filter((row) => row.author === "avatar");
  if (rows.some((row, index) => row.seq !== BigInt(index + 1))) wrong(`its numbers are ${rows.map((row) => row.seq).join(" ")}`);
  for (const said of guest.said)
    checkSaid(
      said,
      written.filter((row) => row.public_id === said.id),
      wrong,
    );
  for (const row of written)
    checkAnswered(
      row,
      replies.filter((reply) => reply.in_reply_to?.includes(row.public_id)),
      wrong,
    );
  for (const reply of replies)
    checkReply(
      reply,
      guest.said.find((said) => said.id === reply.in_reply_to?.at(-1)),
      wrong,
    );
  const order = replies.flatMap((reply) => reply.in_reply_to ?? []);
  if (order.join() !== written.map((row) => row.public_id).join())
    wrong(`written ${written.map((row) => row.public_id).join(" ")}, answered ${order.join(" ")}`);
  const disclosed = replies.flatMap((reply, index) => (/\bAI assistant\b/.test(reply.text) ? [index] : []));
  if (replies.length > 0 && disclosed.join() !== "0") wrong(`the replies that say that it is an AI: ${disclosed.join(" ")}`);
  return problems;
}

type Wrong = (what: string) => void;

/** What its writer was told is so. */
function checkSaid(said: Said, kept: Row[], wrong: Wrong): void {
  if (said.refused) wrong(`${said.id} was answered ${said.refused}`);
  if (said.absent && kept.length > 0) wrong(`${said.id} was never committed, and is there`);
  if (kept.length > 1) wrong(`${said.id} is there ${kept.length} times`);
  if (said.acknowledged !== undefined && kept[0]?.seq !== BigInt(said.acknowledged))
    wrong(`${said.id} was acknowledged as ${said.acknowledged} and is ${kept[0]?.seq ?? "lost"}`);
}

/** One outcome, by the one reply that covers it. */
function checkAnswered(row: Row, covering: Row[], wrong: Wrong): void {
  if (covering.length !== 1) wrong(`${row.public_id} is covered by ${covering.length} replies`);
  if (row.outcome !== "replied" || row.reply !== covering[0]?.id) wrong(`${row.public_id} has the outcome ${row.outcome} by ${row.reply}`);
  if (covering.some((reply) => reply.seq < row.seq)) wrong(`${row.public_id} is answered before it was written`);
}

/** It speaks of what it answers, and is sent once. */
function checkReply(reply: Row, last: Said | undefined, wrong: Wrong): void {
  if (!last || !reply.text.includes(last.mark))
    wrong(`the reply ${reply.seq} does not answer its message ${last?.mark}: ${JSON.stringify(reply.text.slice(0, 200))}`);
  if (reply.sendings !== 1n) wrong(`the reply ${reply.seq} is in the outbox ${reply.sendings} times`);
}

const nothing: { what: string; sql: string }[] = [
  {
    what: "messages without an outcome",
    sql: "select m.id from messages m left join outcomes o on o.message = m.id where m.author = 'contact' and o.message is null",
  },
  { what: "conversations that wait or are leased", sql: "select id from conversations where turn is not null or inbound_seq > covered_seq" },
  { what: "deliveries that did not arrive", sql: "select id, state, error from outbox where state <> 'delivered'" },
  {
    what: "open holds that belong to no open escalation",
    sql: "select h.id, h.kind, h.turn, h.amount::text from open_holds o join holds h on h.id = o.hold where not exists (select 1 from escalations e where e.hold = h.id and e.state in ('open', 'claimed'))",
  },
  {
    what: "granted escalations without their hold",
    sql: "select id from escalations e where verdict = 'granted' and state = 'open' and not exists (select 1 from open_holds o where o.hold = e.hold)",
  },
  {
    what: "deferred escalations without an open question",
    sql: "select id from escalations e where verdict = 'deferred' and state = 'open' and not exists (select 1 from open_questions q where q.escalation = e.id and q.state = 'open')",
  },
  {
    what: "turns that held money and have no row",
    sql: "select distinct h.turn from holds h where h.turn is not null and not exists (select 1 from turns t where t.id = h.turn)",
  },
  {
    what: "replies whose turn was not written once",
    sql: "select m.id from messages m where author = 'avatar' and (select count(*) from turns t where t.reply = m.id and t.id = m.turn) <> 1",
  },
];

async function checkHouse(service: ServiceProcess): Promise<string[]> {
  const problems: string[] = [];
  for (const { what, sql } of nothing) {
    const rows = await service.query(sql);
    if (rows.length > 0) problems.push(`${rows.length} ${what}: ${JSON.stringify(rows.slice(0, 3))}`);
  }
  const { balanced, differences } = await service.check();
  if (!balanced) problems.push(`the books do not balance: ${JSON.stringify(differences.slice(0, 5))}`);
  return problems;
}
